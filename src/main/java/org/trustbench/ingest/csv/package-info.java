/**
 * Reads CSV, quickly where lines are plain and character by character where they are not, and cuts
 * large files into slices at the ends of lines.
 */
package org.trustbench.ingest.csv;
