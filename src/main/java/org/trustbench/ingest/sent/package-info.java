/** What was sent: folders and extracts with their files, manifests and hashes. */
package org.trustbench.ingest.sent;
