package org.trustbench.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What is asked for by {@code -D}.
 *
 * @param only what is measured
 * @param scales of the programme; 1 is 280,000 judgements
 * @param rounds how often each is measured, on input of another seed each time
 * @param seed of the first round
 * @param straightforwardUpTo the largest scale at which the straightforward script still runs
 */
record Settings(
    List<String> only, List<Double> scales, int rounds, long seed, double straightforwardUpTo) {

  static Settings read() {
    return new Settings(
        words("bench.only", "national"),
        words("bench.scales", "1,40").stream().map(Double::valueOf).toList(),
        Integer.getInteger("bench.rounds", 5),
        Long.getLong("bench.seed", 1),
        Double.parseDouble(System.getProperty("bench.straightforward", "40")));
  }

  private static List<String> words(String property, String otherwise) {
    return Arrays.asList(System.getProperty(property, otherwise).split(",", -1));
  }
}
