package org.trustbench.benchmark;

import org.trustbench.framework.Measure;
import org.trustbench.stats.BetaBinomial;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Spread;

/**
 * One measure of one comparator group, all its trusts together.
 *
 * @param base the counts that are published, all trusts together
 * @param availability whether there is a score, and why not
 * @param trustsSuppressed trusts whose own figures are withheld, and which are no part of these
 * @param pooled Σy/Σn; null when nothing was assessed
 * @param meanOfTrusts the plain mean of the trusts' scores; null likewise
 * @param spread lowest, median and highest; null likewise
 * @param overDispersion null below ten trusts
 * @param shrinkage what scores are shrunken to; null when no trust has a score
 */
public record ComparatorScore(
    ComparatorGroup comparatorGroup,
    Measure measure,
    Base base,
    Availability availability,
    int trustsSuppressed,
    Double pooled,
    Double meanOfTrusts,
    Spread spread,
    OverDispersion overDispersion,
    BetaBinomial shrinkage) {}
