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
 * @param volume scale of formats and of growth with inspections
 * @param giant scale at which all cases together are one inspection
 * @param straightforwardUpTo the largest scale at which the straightforward script still runs
 */
record Settings(
    List<String> only,
    List<Double> scales,
    int rounds,
    long seed,
    double volume,
    double giant,
    double straightforwardUpTo) {

  static Settings read() {
    return new Settings(
        words("bench.only", "national"),
        words("bench.scales", "1,40").stream().map(Double::valueOf).toList(),
        Integer.getInteger("bench.rounds", 5),
        Long.getLong("bench.seed", 1),
        number("bench.volume", "40"),
        number("bench.giant", "71"),
        number("bench.straightforward", "40"));
  }

  private static List<String> words(String property, String otherwise) {
    return Arrays.asList(System.getProperty(property, otherwise).split(",", -1));
  }

  private static double number(String property, String otherwise) {
    return Double.parseDouble(System.getProperty(property, otherwise));
  }
}
