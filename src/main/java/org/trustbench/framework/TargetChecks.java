package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds targets that hold nobody to anything, or to two things at once. */
final class TargetChecks {
  private static final double MOST_PERCENT = 100;

  private final Framework framework;
  private final Mistakes mistakes;

  TargetChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
  }

  /** A target is a value, or the average of a comparator with a tolerance. */
  static void choices(JsonNode targets, Mistakes mistakes) {
    for (JsonNode target : targets) {
      String place = place(target.path("id").asText());
      double value = target.path("target").asDouble();
      double tolerance = target.path("tolerance").asDouble();
      if (target.has("target") == target.has("average_of")) {
        mistakes.add(
            JSON_FILE,
            place,
            target.has("target")
                ? "it is both a standard and an average"
                : "nothing says what is held to",
            "write \"target\", a score in percent, or \"average_of\", a comparator");
      } else if (target.has("average_of") && tolerance == 0) {
        mistakes.add(
            JSON_FILE,
            place,
            "an average without a tolerance is what every comparison has already",
            "write \"tolerance\", in percentage points, or \"target\" in place of \"average_of\"");
      }
      if (value > MOST_PERCENT || tolerance > MOST_PERCENT / 2) {
        mistakes.add(
            JSON_FILE,
            place,
            value > MOST_PERCENT
                ? "a target of %s %% is more than everything".formatted(plain(value))
                : "a tolerance of %s points leaves nothing that matters"
                    .formatted(plain(tolerance)),
            "scores and tolerances are in percent: 80 and 2, say");
      } else if (target.has("target") && tolerance == 0 && (value == 0 || value == MOST_PERCENT)) {
        mistakes.add(
            JSON_FILE,
            place,
            "a target of %s %% leaves chance no room: one judgement otherwise would miss it"
                .formatted(plain(value)),
            "write \"tolerance\" too, or a target between 0 and 100");
      }
    }
  }

  void check() {
    mistakes.unique(JSON_FILE, "targets", framework.targets(), Target::id);
    List<String> scored =
        framework.measures().stream().filter(Measure::isScored).map(Measure::id).toList();
    List<String> comparators = framework.comparators().stream().map(Comparator::id).toList();
    Map<Object, String> held = new HashMap<>();
    Map<String, Object> identities = identities();
    for (Target target : framework.targets()) {
      String place = place(target.id());
      mistakes.dangling(JSON_FILE, place, target.measures(), scored, "measures");
      if (target.around() instanceof Target.AverageOf average) {
        mistakes.dangling(
            JSON_FILE, place, List.of(average.comparatorId()), comparators, "comparators");
      }
      List<String> measures = target.measures().isEmpty() ? List.of("") : target.measures();
      for (String measure : measures) {
        String other = held.put(identities.getOrDefault(measure, measure), target.id());
        if (other != null) {
          mistakes.add(
              JSON_FILE,
              place,
              measure.isEmpty()
                  ? "both it and %s are for all measures".formatted(other)
                  : "%s is held to %s already".formatted(measure, other),
              measure.isEmpty()
                  ? "give one of them \"measures\""
                  : "leave each measure with one target");
        }
      }
    }
  }

  /** Two measures that are one on some version of the form are held to one target. */
  private Map<String, Object> identities() {
    Map<String, Object> identities = new HashMap<>();
    QuestionVersions form = framework.questionVersions();
    if (mistakes.isEmpty()) {
      framework.measures().forEach(one -> identities.put(one.id(), FormView.identity(one, form)));
    }
    return identities;
  }

  private static String place(String id) {
    return "target " + id;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
