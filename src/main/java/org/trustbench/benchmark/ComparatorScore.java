package org.trustbench.benchmark;

import org.trustbench.framework.Measure;
import org.trustbench.stats.BetaBinomial;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Spread;
import org.trustbench.tally.Counts;

/**
 * One measure of one comparator group, all its trusts together.
 *
 * @param pooled Σy/Σn; null when nothing was assessed
 * @param meanOfTrusts the plain mean of the trusts' scores; null likewise
 * @param spread lowest, median and highest; null likewise
 * @param overDispersion null below ten trusts
 * @param shrinkage what scores are shrunken to; null when no trust has a score
 */
public record ComparatorScore(
    Yardstick yardstick,
    Measure measure,
    Counts counts,
    Double pooled,
    Double meanOfTrusts,
    Spread spread,
    OverDispersion overDispersion,
    BetaBinomial shrinkage) {}
