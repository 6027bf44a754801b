/** Writes rows of inspections to Parquet files that no reader sees before they are committed. */
package org.trustbench.lake.write;
