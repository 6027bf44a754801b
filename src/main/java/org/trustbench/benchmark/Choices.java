package org.trustbench.benchmark;

import java.time.LocalDate;

/**
 * The rules chosen for a run, named in every row they decide.
 *
 * @param scoreRule {@code pooled} or {@code mean-of-questions}
 * @param draws bootstrap draws behind rank intervals
 * @param seed of the random numbers
 * @param reliableFrom assessed judgements below which a score is marked as of low reliability
 * @param asAt only inspections published by then are admitted; null for all of them
 */
public record Choices(String scoreRule, int draws, long seed, int reliableFrom, LocalDate asAt) {
  public static final String POOLED = "pooled";
  public static final String MEAN_OF_QUESTIONS = "mean-of-questions";
}
