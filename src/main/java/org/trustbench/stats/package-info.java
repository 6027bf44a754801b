/**
 * The statistics, as pure functions on numbers: nothing here knows what a trust, a file or a
 * setting is.
 *
 * <p>Counts come in as {@link org.trustbench.stats.Sums}, the integer sums of a tally. With a
 * {@link org.trustbench.stats.DesignEffect} they become a {@link org.trustbench.stats.Proportion}:
 * p and the number of independent judgements it is worth. Everything after that is a function of
 * proportions. A proportion of no judgements does not exist ({@link
 * org.trustbench.stats.Proportion#of} is empty), so that no function below has to ask, and none
 * returns NaN.
 */
package org.trustbench.stats;
