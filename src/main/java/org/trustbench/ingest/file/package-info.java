/** A file as it was sent: its bytes, unpacked, digested and decoded strictly, each read once. */
package org.trustbench.ingest.file;
