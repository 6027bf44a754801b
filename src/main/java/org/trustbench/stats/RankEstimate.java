package org.trustbench.stats;

/**
 * The rank of a trust among K trusts, 1 the best, with its confidence intervals and its tier.
 *
 * @param rank 1 + the number of trusts with a higher score; ties share the lowest
 * @param lower 1 + the number significantly better: end of the marginal confidence set
 * @param upper K − the number significantly worse
 * @param simultaneousLower the same for the set that covers all trusts' ranks at once
 * @param simultaneousUpper likewise
 * @param tier 1 for the best trust and those below it, until one is shown worse than any of them
 */
public record RankEstimate(
    int rank, int lower, int upper, int simultaneousLower, int simultaneousUpper, int tier) {}
