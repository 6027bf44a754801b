/**
 * Iceberg tables of submissions, cases, judgements, rejects and tallies: the only code that reads
 * or writes them.
 */
package org.trustbench.lake;
