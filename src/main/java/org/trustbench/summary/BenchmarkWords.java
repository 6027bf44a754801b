package org.trustbench.summary;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Results;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.terms.Terms;

/** The names of a benchmark in headings, captions and sentences, which differ by benchmark rule. */
public final class BenchmarkWords {
  private BenchmarkWords() {}

  /** At the head of its column. */
  public static String column(Comparison c, Terms terms) {
    BenchmarkRule rule = rule(c);
    if (rule == null) {
      return "Value";
    }
    return switch (rule) {
      case POOLED_OTHERS -> "Others";
      case POOLED_ALL -> terms.text("All {institutions}");
      case MEAN_OF_OTHERS -> "Mean of others";
    };
  }

  /** In a caption: against a group (so). */
  public static String caption(BenchmarkRule rule, Terms terms) {
    return switch (rule) {
      case POOLED_OTHERS -> "the others pooled";
      case POOLED_ALL -> terms.text("all {institutions} pooled");
      case MEAN_OF_OTHERS -> "the mean of the others";
    };
  }

  /** Under a table that has the column. */
  public static String note(BenchmarkRule rule, String group, Terms terms) {
    return switch (rule) {
      case POOLED_OTHERS ->
          terms.text(
              "Others: the {institutions}%s except this one, pooled.",
              ComparatorGroup.whose(group));
      case POOLED_ALL ->
          terms.text("All {institutions}: those of %s and this one among them, pooled.", group);
      case MEAN_OF_OTHERS ->
          "Mean of others: the plain mean of the scores of %s, this one left out.".formatted(group);
    };
  }

  /**
   * Behind a note, where trusts are no part of some of a table's figures because their own are
   * suppressed; empty where none is.
   */
  public static String leftOut(Results results, List<Comparison> rows) {
    Set<String> shown =
        rows.stream()
            .map(c -> c.comparatorGroup().key() + " " + c.score().measure().id())
            .collect(Collectors.toSet());
    int most =
        results.comparators().stream()
            .filter(c -> c.trustsSuppressed() > 0)
            .filter(c -> shown.contains(c.comparatorGroup().key() + " " + c.measure().id()))
            .mapToInt(ComparatorScore::trustsSuppressed)
            .max()
            .orElse(0);
    return most == 0
        ? ""
        : results
            .terms()
            .text(
                " {Institutions} whose own figure is suppressed, up to %d in a row, are no part of these.",
                most);
  }

  /** Behind "higher than" and "lower than". */
  public static String than(Comparison c, Terms terms) {
    BenchmarkRule rule = rule(c);
    if (rule == null) {
      return "the fixed value";
    }
    return switch (rule) {
      case POOLED_OTHERS -> "the others";
      case POOLED_ALL -> terms.text("all {institutions} together");
      case MEAN_OF_OTHERS -> "the mean of the others";
    };
  }

  /** At the beginning of a sentence that goes on with the figure. */
  static String scored(Comparison c, Terms terms) {
    BenchmarkRule rule = rule(c);
    String whose = c.comparatorGroup().whose();
    if (rule == null) {
      return "The fixed value it is set against (%s) is".formatted(c.comparatorGroup().label());
    }
    return switch (rule) {
      case POOLED_OTHERS -> terms.text("The %s%s together scored", others(c, terms), whose);
      case POOLED_ALL ->
          terms.text(
              "All %s%s together scored",
              terms.counted(c.otherTrusts() + 1, "{institution}", "{institutions}"), whose);
      case MEAN_OF_OTHERS -> terms.text("The %s%s scored on average", others(c, terms), whose);
    };
  }

  private static String others(Comparison c, Terms terms) {
    return terms.counted(c.otherTrusts(), "other {institution}", "other {institutions}");
  }

  /** Null for a fixed value. */
  private static BenchmarkRule rule(Comparison c) {
    return BenchmarkRule.of(c.reference().rule()).orElse(null);
  }
}
