/**
 * Decides what follows what: which submissions are read, which stand, and which row of {@code
 * submissions} succeeds which.
 */
package org.trustbench.ingest.plan;
