/**
 * Fills the matrix of one inspection row by row and accounts for every cell, accepted or rejected,
 * within a bound on memory.
 */
package org.trustbench.ingest.fill;
