/** Spreads reading, scoring and checking over tasks, some inspections to each. */
package org.trustbench.ingest.spread;
