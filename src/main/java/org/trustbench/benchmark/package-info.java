/** Tallies become scores, comparisons and ranks: plain Java on plain records. */
package org.trustbench.benchmark;
