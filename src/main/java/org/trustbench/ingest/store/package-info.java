/** Writes inspections to the lake under pseudonyms, and audits what is read back. */
package org.trustbench.ingest.store;
