package org.trustbench.benchmark;

import org.trustbench.stats.Spread;

/**
 * The figures of all the trusts of a comparator that have a score.
 *
 * @param pooled Σy/Σn
 * @param meanOfTrusts the plain mean of the trusts' scores
 * @param spread lowest, median and highest
 */
public record GroupFigures(double pooled, double meanOfTrusts, Spread spread) {}
