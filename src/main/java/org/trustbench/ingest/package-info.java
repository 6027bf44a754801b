/**
 * Brings submissions into the lake: what was sent is read, checked, stored and audited, and one
 * commit makes it count.
 *
 * <p>The rooms, in the order of the work:
 *
 * <ol>
 *   <li>{@link org.trustbench.ingest.sent} lists what was sent, and {@link
 *       org.trustbench.ingest.plan} decides what of it is to be read.
 *   <li>{@link org.trustbench.ingest.spread} makes tasks of it.
 *   <li>{@link org.trustbench.ingest.folder} and {@link org.trustbench.ingest.extract} read
 *       submissions of the two kinds: tables through {@link org.trustbench.ingest.format}, which
 *       finds the reader ({@link org.trustbench.ingest.csv}, {@link
 *       org.trustbench.ingest.workbook}), and {@code cases.jsonl} through {@link
 *       org.trustbench.ingest.json}. All of them read {@link org.trustbench.ingest.file}, tables as
 *       {@link org.trustbench.ingest.rows}.
 *   <li>{@link org.trustbench.ingest.fill} takes their rows into the matrix of an inspection, or
 *       gives the {@link org.trustbench.ingest.reject} that tells why not.
 *   <li>{@link org.trustbench.ingest.store} writes it to the lake.
 * </ol>
 */
package org.trustbench.ingest;
