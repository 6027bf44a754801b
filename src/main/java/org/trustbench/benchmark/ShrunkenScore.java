package org.trustbench.benchmark;

import org.trustbench.stats.BetaBinomial;

/**
 * A score drawn towards the scores of its comparator's trusts, by the empirical Bayes estimate of
 * {@link BetaBinomial}.
 *
 * @param score the posterior mean, a proportion; null without a score of the trust's own, or
 *     without a fit
 * @param method how the distribution of true scores was fitted
 */
public record ShrunkenScore(Double score, BetaBinomial.Method method) {}
