/**
 * Declared tables as Parquet files: a writer of dictionary-encoded rows, which the lake uses for
 * volume, one of rows, which releases use, and their readers.
 */
package org.trustbench.table.parquet;
