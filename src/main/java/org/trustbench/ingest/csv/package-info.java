/**
 * Reads CSV row by row, with FastCSV, and cuts large files of an extract into slices at the ends of
 * lines.
 */
package org.trustbench.ingest.csv;
