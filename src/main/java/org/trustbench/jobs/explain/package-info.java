/** Where a published figure comes from, and what was sent on a rejected line. */
package org.trustbench.jobs.explain;
