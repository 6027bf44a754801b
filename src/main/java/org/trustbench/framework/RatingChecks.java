package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Finds what is dangling, unreachable or left open in the rules for ratings. */
final class RatingChecks {
  private static final List<String> BASES = List.of("score_of", "lowest_of", "points_of");

  private final Framework framework;
  private final RatingRules rules;
  private final Mistakes mistakes;

  RatingChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.rules = framework.ratingRules();
    this.mistakes = mistakes;
  }

  /** A rule says one thing that its rating is derived from, and how. */
  static void bases(JsonNode ratings, Mistakes mistakes) {
    for (JsonNode rule : ratings.path("rules")) {
      String place = "rating " + rule.path("id").asText();
      List<String> given = BASES.stream().filter(rule::has).toList();
      if (given.size() != 1) {
        mistakes.add(
            JSON_FILE,
            place,
            given.isEmpty()
                ? "it is derived from nothing"
                : "it is derived from %s at once".formatted(String.join(" and ", given)),
            "write one of " + String.join(", ", BASES));
      } else if (given.contains("lowest_of") && rule.has("bands")) {
        mistakes.add(
            JSON_FILE,
            place,
            "the worst of some ratings has no bands",
            "take \"bands\" out, or write points_of in place of lowest_of");
      }
    }
  }

  void check() {
    mistakes.unique(JSON_FILE, "ratings, scale", rules.scale(), RatingRules.Grade::id);
    mistakes.unique(JSON_FILE, "ratings", rules.rules(), RatingRule::id);
    List<String> before = new ArrayList<>();
    for (RatingRule rule : rules.rules()) {
      String place = "rating " + rule.id();
      mistakes.dangling(JSON_FILE, place, rule.restsOn(), before, "the ratings before it");
      before.add(rule.id());
      if (rule.basis() instanceof RatingRule.Score score && !score.measureId().isEmpty()) {
        mistakes.dangling(JSON_FILE, place, List.of(score.measureId()), scored(), "measures");
      }
      List<String> named =
          new ArrayList<>(rule.basis().bands().stream().map(RatingRule.Band::rating).toList());
      rule.limits().forEach(limit -> named.addAll(List.of(limit.is(), limit.atMost())));
      mistakes.dangling(
          JSON_FILE,
          place,
          named,
          rules.scale().stream().map(RatingRules.Grade::id).toList(),
          "the scale");
      if (!(rule.basis() instanceof RatingRule.Lowest)) {
        bands(place, rule);
      }
    }
  }

  private List<String> scored() {
    return framework.measures().stream().filter(Measure::isScored).map(Measure::id).toList();
  }

  /** Better ratings ask for more, and whatever is scored falls into a band. */
  private void bands(String place, RatingRule rule) {
    List<RatingRule.Band> bands = rule.basis().bands();
    for (int i = 1; i < bands.size(); i++) {
      RatingRule.Band higher = bands.get(i - 1);
      RatingRule.Band band = bands.get(i);
      boolean isInOrder =
          band.atLeast() < higher.atLeast()
              && rules.place(band.rating()) > rules.place(higher.rating());
      if (!isInOrder) {
        mistakes.add(
            JSON_FILE,
            place,
            "%s from %s comes after %s from %s"
                .formatted(band.rating(), number(band), higher.rating(), number(higher)),
            "list the best rating first, each with a lower \"at_least\" than the one before it");
      }
    }
    double least = rule.basis() instanceof RatingRule.Points points ? leastPoints(points) : 0;
    if (bands.isEmpty() || bands.get(bands.size() - 1).atLeast() > least) {
      mistakes.add(
          JSON_FILE,
          place,
          "what is less than the last band has no rating",
          "let the last of \"bands\" say \"at_least\": %s".formatted(plain(least)));
    }
  }

  private double leastPoints(RatingRule.Points points) {
    int worst = rules.scale().stream().mapToInt(RatingRules.Grade::points).min().orElse(0);
    return (double) worst * points.of().size();
  }

  private static String number(RatingRule.Band band) {
    return plain(band.atLeast());
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
