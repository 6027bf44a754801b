/**
 * Iceberg tables of submissions, cases, judgements, rejects and tallies: the only code that reads
 * or writes them. {@link org.trustbench.lake.Lake} is the door; its rooms, each of which may use
 * those before it:
 *
 * <ol>
 *   <li>{@link org.trustbench.lake.file}: files, their permissions and checksums.
 *   <li>{@link org.trustbench.lake.table}: what is in each table.
 *   <li>{@link org.trustbench.lake.write}: rows into files that no reader sees yet.
 *   <li>{@link org.trustbench.lake.catalog}: the catalog, and commits to its tables.
 *   <li>{@link org.trustbench.lake.read}: rows of submissions out of the tables.
 *   <li>{@link org.trustbench.lake.commit}: rows appended, and the commit that names those that
 *       count.
 *   <li>{@link org.trustbench.lake.release}: releases that can be made again.
 *   <li>{@link org.trustbench.lake.rekey}: rows copied under another key, and the commit that names
 *       the copies.
 *   <li>{@link org.trustbench.lake.repair}: damaged files found and replaced.
 *   <li>{@link org.trustbench.lake.maintain}: rows and files removed that nothing needs.
 *   <li>{@link org.trustbench.lake.sql}: questions in SQL.
 * </ol>
 */
package org.trustbench.lake;
