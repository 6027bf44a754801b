/** What a job says on a terminal of its progress and of its failure. */
package org.trustbench.jobs.terminal;
