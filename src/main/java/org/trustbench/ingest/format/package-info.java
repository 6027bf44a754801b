/** The formats that tables are sent in, one line for each. */
package org.trustbench.ingest.format;
