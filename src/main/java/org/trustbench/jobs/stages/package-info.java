/**
 * The stages of a run, a class each: ingest, score, benchmark, publish, and where judgements say
 * who made them or a framework has rules for ratings, those. Beside them what they read: the
 * account of what was sent, revisions, earlier releases.
 */
package org.trustbench.jobs.stages;
