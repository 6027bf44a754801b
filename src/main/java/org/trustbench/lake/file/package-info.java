/**
 * Files of a lake: made for their owner alone, with a checksum beside each that every reader
 * verifies.
 */
package org.trustbench.lake.file;
