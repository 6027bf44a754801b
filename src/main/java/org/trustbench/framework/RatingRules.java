package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rules by which a framework derives ratings from scores. They are the framework's own: whoever
 * reads a rating is told whose they are.
 *
 * @param whose whose rules they are, in a sentence; null where there are none
 * @param scale the ratings, the best first
 * @param rules one for each rating that an institution gets; a rule may rest on those before it
 */
public record RatingRules(String whose, List<Grade> scale, List<RatingRule> rules)
    implements Serializable {
  /** The rules of a framework that declares none. */
  public static final RatingRules NONE = new RatingRules(null, List.of(), List.of());

  /** The place of a rating that the scale does not have. */
  public static final int UNKNOWN = -1;

  /**
   * One rating of the scale.
   *
   * @param points what it counts where points are added up
   */
  public record Grade(String id, String label, int points) implements Serializable {}

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Where a rating stands in the scale, from 0 for the best; {@link #UNKNOWN} if nowhere. */
  public int place(String rating) {
    for (int i = 0; i < scale.size(); i++) {
      if (scale.get(i).id().equals(rating)) {
        return i;
      }
    }
    return UNKNOWN;
  }

  /** Where a rule stands among the rules; {@link #UNKNOWN} if nowhere. */
  public int rule(String id) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).id().equals(id)) {
        return i;
      }
    }
    return UNKNOWN;
  }

  /** The same rules over other measures. */
  RatingRules on(UnaryOperator<String> measureId) {
    return new RatingRules(whose, scale, rules.stream().map(rule -> rule.on(measureId)).toList());
  }
}
