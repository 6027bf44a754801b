/**
 * Reads a national extract: its rows are routed to their institutions, and each institution's
 * inspection is put together from its rows.
 */
package org.trustbench.ingest.extract;
