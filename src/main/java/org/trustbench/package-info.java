/**
 * From what trusts send to a published comparison, in the shape of an hourglass.
 *
 * <ol>
 *   <li>{@link org.trustbench.jobs.Main} finds the job; {@code RunJob} is all of them in one.
 *   <li>{@link org.trustbench.framework} is everything specific to one inspection programme, as
 *       data.
 *   <li>{@link org.trustbench.ingest} reads submissions, a batch of inspections to a task, each
 *       into a
 *   <li>{@link org.trustbench.matrix}: cases × questions, one byte an answer; every cell is
 *       accounted for, bad rows are values.
 *   <li>{@link org.trustbench.tally} adds a matrix up into integer sums by measure and stratum.
 *   <li>{@link org.trustbench.lake} keeps rows and tallies under the hash of what was sent; {@link
 *       org.trustbench.audit} looks at them; then one commit to {@code submissions} changes what
 *       readers see, and what it was stays there as the past.
 *   <li>{@link org.trustbench.benchmark} turns tallies into scores, comparisons and ranks, by the
 *       formulas of {@link org.trustbench.stats}, in plain Java.
 *   <li>{@link org.trustbench.change} sets each inspection beside the one before it.
 *   <li>{@link org.trustbench.weighting} sets weighted scores beside them, where cases were sampled
 *       with unequal chances.
 *   <li>{@link org.trustbench.disclosure} is what a release says, for an audience, before any
 *       writer.
 *   <li>{@link org.trustbench.summary} makes tables for people; {@link org.trustbench.publish}
 *       writes the release.
 *   <li>{@link org.trustbench.feed} puts a release into PostgreSQL or a DuckDB file, for
 *       dashboards.
 *   <li>{@link org.trustbench.diff} says what differs between two releases, and why.
 *   <li>{@link org.trustbench.draft} drafts a framework from a national extract.
 *   <li>{@link org.trustbench.template} writes workbooks to collect judgements in.
 *   <li>{@link org.trustbench.feedback} tells whoever sent something what to mend in it.
 *   <li>{@link org.trustbench.plan} says how many cases a programme needs.
 *   <li>{@link org.trustbench.synth} makes up programmes of any size to try all this on.
 * </ol>
 *
 * All of them may use {@link org.trustbench.message} (words of failures), {@link
 * org.trustbench.environment} (paths, version), {@link org.trustbench.storage} (files on S3 and
 * HDFS), {@link org.trustbench.submission} (accepted, refused and the like), {@link
 * org.trustbench.terms} (what an inspectorate calls its institutions and cases) and {@link
 * org.trustbench.tasks} (running tasks in parallel).
 */
package org.trustbench;
