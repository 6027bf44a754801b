/** The formats that tables are sent in, chosen by the name of a file: one entry for each. */
package org.trustbench.ingest.format;
