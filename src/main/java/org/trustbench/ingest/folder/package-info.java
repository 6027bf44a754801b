/** Reads the folder of one inspection: manifest, cases and judgements. */
package org.trustbench.ingest.folder;
