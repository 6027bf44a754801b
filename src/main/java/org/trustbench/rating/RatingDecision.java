package org.trustbench.rating;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.RatingRule;
import org.trustbench.framework.RatingRules;

/**
 * Derives the ratings of one inspection from its scores by a framework's rules, one after the
 * other. A rule that lacks a score, or a rating that it rests on, gives none: what is missing is
 * never counted as good or bad.
 */
public final class RatingDecision {
  /** In place of a rating: there is none. */
  public static final int NONE = -1;

  private final RatingRules rules;
  private final List<Measure> measures;
  private final List<Step> steps;

  public RatingDecision(Framework framework) {
    this.rules = framework.ratingRules();
    List<String> ids = new ArrayList<>();
    for (RatingRule rule : rules.rules()) {
      if (rule.basis() instanceof RatingRule.Score score && !ids.contains(score.measureId())) {
        ids.add(score.measureId());
      }
    }
    this.measures = ids.stream().map(framework::measure).toList();
    this.steps = rules.rules().stream().map(rule -> new Step(rules, rule, ids)).toList();
  }

  /** The measures whose scores the rules ask for, each once. */
  public List<Measure> measures() {
    return measures;
  }

  public RatingRules rules() {
    return rules;
  }

  /**
   * The rating by each rule.
   *
   * @param percent the score of each of {@link #measures()} in percent; NaN where there is none
   * @return places in the scale, from 0 for the best; {@link #NONE} where there is no rating
   */
  public int[] places(double[] percent) {
    int[] places = new int[steps.size()];
    for (int r = 0; r < places.length; r++) {
      Step step = steps.get(r);
      places[r] = step.limited(step.derived(percent, places), places);
    }
    return places;
  }

  /** Why each rule came to what it did, in words. */
  public List<String> reasons(double[] percent) {
    int[] places = places(percent);
    List<String> reasons = new ArrayList<>();
    for (int r = 0; r < places.length; r++) {
      reasons.add(new RatingReason(rules, measures).of(steps.get(r), percent, places));
    }
    return reasons;
  }

  /** A rule with all that it names looked up. */
  static final class Step {
    private final RatingRule rule;
    private final int measure;
    private final int[] of;
    private final double[] atLeast;
    private final int[] band;
    private final int[] points;
    private final List<Cap> caps;

    /** Where the rating by a rule is a place or worse, this one is another at best. */
    record Cap(int rule, int from, int atMost) {}

    Step(RatingRules rules, RatingRule rule, List<String> measureIds) {
      this.rule = rule;
      this.measure =
          rule.basis() instanceof RatingRule.Score score
              ? measureIds.indexOf(score.measureId())
              : NONE;
      this.of = rule.basis().of().stream().mapToInt(rules::rule).toArray();
      this.atLeast = rule.basis().bands().stream().mapToDouble(RatingRule.Band::atLeast).toArray();
      this.band = rule.basis().bands().stream().mapToInt(b -> rules.place(b.rating())).toArray();
      this.points = rules.scale().stream().mapToInt(RatingRules.Grade::points).toArray();
      this.caps =
          rule.limits().stream()
              .map(
                  limit ->
                      new Cap(
                          rules.rule(limit.when()),
                          rules.place(limit.is()),
                          rules.place(limit.atMost())))
              .toList();
    }

    RatingRule rule() {
      return rule;
    }

    int measure() {
      return measure;
    }

    int[] of() {
      return of;
    }

    /** The rating before limits. */
    int derived(double[] percent, int[] places) {
      if (measure != NONE) {
        return Double.isNaN(percent[measure]) ? NONE : band(percent[measure]);
      }
      int worst = 0;
      int sum = 0;
      for (int one : of) {
        if (places[one] == NONE) {
          return NONE;
        }
        worst = Math.max(worst, places[one]);
        sum += points[places[one]];
      }
      return band.length == 0 ? worst : band(sum);
    }

    /** The rating once every limit has been looked at; none where one of them cannot be. */
    int limited(int place, int[] places) {
      int limited = place;
      for (Cap cap : caps) {
        if (place == NONE || places[cap.rule()] == NONE) {
          return NONE;
        }
        if (places[cap.rule()] >= cap.from()) {
          limited = Math.max(limited, cap.atMost());
        }
      }
      return limited;
    }

    /** The limits that hold, by number. */
    List<Integer> capsThatHold(int[] places) {
      List<Integer> holding = new ArrayList<>();
      for (int i = 0; i < caps.size(); i++) {
        int place = places[caps.get(i).rule()];
        if (place != NONE && place >= caps.get(i).from()) {
          holding.add(i);
        }
      }
      return holding;
    }

    int sum(int[] places) {
      int sum = 0;
      for (int one : of) {
        sum += points[places[one]];
      }
      return sum;
    }

    private int band(double value) {
      for (int b = 0; b < atLeast.length; b++) {
        if (value >= atLeast[b]) {
          return band[b];
        }
      }
      return NONE;
    }
  }
}
