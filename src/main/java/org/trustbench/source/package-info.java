/**
 * Tables that extracts are read from: Parquet files, tables of Iceberg and of PostgreSQL. What a
 * layout reads of one is copied, row by row in the order of their keys, to a file that an extract
 * is read from.
 */
package org.trustbench.source;
