/**
 * Writes a release and reads one back: CSV, Parquet, workbook, report and manifest.
 *
 * <p>{@link org.trustbench.publish.ReleaseWriter} writes the files of a release, whose tables are
 * declared in classes named for what they hold ({@code ScoreTables}, {@code RankTables} and so on);
 * {@link org.trustbench.publish.Release} installs it under its id, and {@link
 * org.trustbench.publish.ReleaseFolder} reads one that was published, by its checksums. Files for
 * senders, plans and comparisons of two releases are written here too. {@link
 * org.trustbench.publish.report}, {@link org.trustbench.publish.chart} and {@link
 * org.trustbench.publish.workbook} make pages, charts and workbooks.
 */
package org.trustbench.publish;
