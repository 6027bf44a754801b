/** Reads JSON Lines: a document on each line. */
package org.trustbench.ingest.json;
