/**
 * The waist of the hourglass: an inspection's matrix becomes a few integer sums per measure and
 * stratum, and everything published is a function of these alone.
 */
package org.trustbench.tally;
