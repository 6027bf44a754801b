/** The stages of a run: ingest, score, benchmark and publish. */
package org.trustbench.jobs.stages;
