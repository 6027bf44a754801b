/** Writes a release: CSV, Parquet, report and manifest. */
package org.trustbench.publish;
