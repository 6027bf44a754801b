package org.trustbench.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trustbench.framework.Measure;
import org.trustbench.framework.RatingRule;
import org.trustbench.framework.RatingRules;

/**
 * Says why a rule came to a rating.
 *
 * @param measures those whose scores the rules ask for
 */
record RatingReason(RatingRules rules, List<Measure> measures) {

  String of(RatingDecision.Step step, double[] percent, int[] places) {
    String derived = derived(step, percent, places);
    List<String> said = new ArrayList<>(List.of(derived));
    for (int cap : step.capsThatHold(places)) {
      RatingRule.Limit limit = step.rule().limits().get(cap);
      said.add(
          "%s is %s, so at most %s"
              .formatted(
                  label(rules.rule(limit.when())),
                  grade(places[rules.rule(limit.when())]),
                  grade(rules.place(limit.atMost()))));
    }
    step.rule().limits().stream()
        .map(limit -> rules.rule(limit.when()))
        .filter(when -> places[when] == RatingDecision.NONE)
        .distinct()
        .forEach(when -> said.add("%s has no rating to limit it by".formatted(label(when))));
    return String.join("; ", said);
  }

  private String derived(RatingDecision.Step step, double[] percent, int[] places) {
    if (step.measure() != RatingDecision.NONE) {
      String measure = measures.get(step.measure()).label();
      double score = percent[step.measure()];
      return Double.isNaN(score)
          ? "%s has no score".formatted(measure)
          : "%s scored %s %%%s"
              .formatted(measure, number(score), from(step.rule().basis().bands(), score, " %"));
    }
    List<Integer> lacking =
        Arrays.stream(step.of()).filter(one -> places[one] == RatingDecision.NONE).boxed().toList();
    if (!lacking.isEmpty()) {
      return "no rating of %s"
          .formatted(lacking.stream().map(this::label).collect(Collectors.joining(", ")));
    }
    String parts =
        Arrays.stream(step.of())
            .mapToObj(one -> "%s %s".formatted(label(one), grade(places[one])))
            .collect(Collectors.joining(", "));
    if (step.rule().basis() instanceof RatingRule.Lowest) {
      return "the worst of " + parts;
    }
    int sum = step.sum(places);
    return "points of %s: %d%s".formatted(parts, sum, from(step.rule().basis().bands(), sum, ""));
  }

  private String from(List<RatingRule.Band> bands, double value, String unit) {
    return bands.stream()
        .filter(band -> value >= band.atLeast())
        .findFirst()
        .map(
            band ->
                ", %s from %s%s"
                    .formatted(grade(rules.place(band.rating())), number(band.atLeast()), unit))
        .orElse("");
  }

  private String label(int rule) {
    return rules.rules().get(rule).label();
  }

  private String grade(int place) {
    return rules.scale().get(place).label();
  }

  /** With as many decimals as it needs to be told from a band's end, two at most. */
  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", Math.floor(value * 100) / 100);
  }
}
