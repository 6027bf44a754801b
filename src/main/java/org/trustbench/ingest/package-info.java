/**
 * Reads what was sent, a folder per inspection or a national extract, and accounts for every cell.
 */
package org.trustbench.ingest;
