package org.trustbench.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Comparator;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Target;
import org.trustbench.message.Counted;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Verdict;

/** What institutions are held to, and how one stands to it, in words. */
public final class TargetWords {
  /** So many measures are named in a sentence. */
  private static final int MOST_NAMED = 3;

  private static final String WITHIN = "within the tolerance";

  private TargetWords() {}

  /** What a reader has to know of targets; empty where a framework has none, and for the public. */
  public static List<String> rules(ReleaseContent content) {
    if (content.targets().isEmpty()) {
      return List.of();
    }
    Framework framework = content.results().frameworkInForce();
    List<String> rules = new ArrayList<>();
    framework.targets().forEach(target -> rules.add(rule(framework, target)));
    rules.add(
        framework
            .terms()
            .text(
                "{An institution} is higher or lower than a target only where chance does not"
                    + " explain how far its score lies beyond the tolerance: at 95 %%, and at"
                    + " 99.8 %% where that is marked. Similar does not say that a target is met."
                    + " That a score is within the tolerance is said where its whole interval"
                    + " lies there."));
    if (!framework.levels().isEmpty()) {
      rules.add(
          framework.terms().text("Targets are for {institutions}: groups of them have none."));
    }
    return rules;
  }

  private static String rule(Framework framework, Target target) {
    String around =
        target.around() instanceof Target.AverageOf average
            ? framework
                .terms()
                .text(
                    "the average of the other {institutions} of the group (%s)",
                    comparator(framework, average.comparatorId()))
            : "a score of " + percent(((Target.Value) target.around()).value());
    return "%s: %s%s."
        .formatted(
            target.label(),
            around,
            target.hasTolerance()
                ? "; a difference of %s or less does not matter"
                    .formatted(points(target.tolerance()))
                : "");
  }

  private static String comparator(Framework framework, String id) {
    return framework.comparators().stream()
        .filter(one -> one.id().equals(id))
        .map(Comparator::label)
        .findFirst()
        .orElse(id);
  }

  /** How verdicts and limits are worked out; empty where a framework has no targets. */
  public static List<String> method(ReleaseContent content) {
    return content.targets().isEmpty()
        ? List.of()
        : List.of(
            content
                .terms()
                .text(
                    "A score is tested against the nearer end of the band, target less and plus"
                        + " tolerance (Spiegelhalter 2005); within the band p is 1. Against a value"
                        + " the verdict is that of mid-p on effective judgements, unless another"
                        + " rule was chosen, and against an average that of other comparisons: the"
                        + " interval of the difference has to lie beyond the band. Each target is a"
                        + " family of its own where allowance is made for many comparisons."),
            content
                .terms()
                .text(
                    "Limits of a funnel are drawn around the band: below it those of its lower"
                        + " end, above it those of its upper end. From %d {institutions} on they"
                        + " are given widened too, by the variance between {institutions} around"
                        + " their own average: around the target it would count how far all of"
                        + " them together lie from it, and so excuse all of them.",
                    OverDispersion.FEWEST_TRUSTS));
  }

  /** What a score is held to, in percent, with the tolerance: {@code 80 ± 2}. */
  static String heldTo(TargetComparison one) {
    if (one.benchmark() == null) {
      return null;
    }
    Target target = one.target();
    String value =
        target.around() instanceof Target.Value fixed
            ? plain(fixed.value())
            : Formatting.percent(one.benchmark());
    return target.hasTolerance() ? value + " ± " + plain(target.tolerance()) : value;
  }

  /**
   * What the line in the middle of a funnel is called, with its value.
   *
   * @param average what an average is called
   */
  public static String line(TargetComparison one, String average) {
    return one.target().around() instanceof Target.Value fixed
        ? "Target: %s %%".formatted(plain(fixed.value()))
        : "%s: %s %%"
            .formatted(average, Formatting.percent(one.place().orElseThrow().limits().centre()));
  }

  /** What else to know of a comparison; empty for nothing. */
  static String flag(TargetComparison one) {
    if (!one.reason().isEmpty()) {
      return one.reason();
    }
    return Stream.of(
            Boolean.TRUE.equals(one.isWithinTolerance()) ? WITHIN : null,
            isApart(one) && !one.isFdrSignificant() ? Formatting.MAY_BE_CHANCE : null)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("; "));
  }

  private static boolean isApart(TargetComparison one) {
    return Formatting.isApart(one.verdict95());
  }

  /** How an institution stands to what it is held to, a sentence for each target. */
  static List<String> sentences(List<TargetComparison> comparisons) {
    return comparisons.stream()
        .map(TargetComparison::target)
        .distinct()
        .map(
            target ->
                sentence(
                    target,
                    comparisons.stream().filter(one -> one.target().equals(target)).toList()))
        .toList();
  }

  private static String sentence(Target target, List<TargetComparison> ofTarget) {
    String held = "Held to “%s”".formatted(target.label());
    List<TargetComparison> tested =
        ofTarget.stream().filter(one -> one.reason().isEmpty()).toList();
    if (tested.isEmpty()) {
      return "%s: nothing can be compared, since %s.".formatted(held, ofTarget.get(0).reason());
    }
    List<TargetComparison> apart =
        tested.stream().filter(one -> isApart(one) && one.isFdrSignificant()).toList();
    String within =
        said(
            WITHIN,
            tested.stream().filter(one -> Boolean.TRUE.equals(one.isWithinTolerance())).toList());
    if (apart.isEmpty()) {
      String beyond = target.hasTolerance() ? " beyond the tolerance" : "";
      return "%s: no clear difference%s in %s%s."
          .formatted(
              held,
              beyond,
              tested.size() == 1
                  ? "the one measure that can be compared"
                  : "any of the %s that can be compared"
                      .formatted(Counted.of(tested.size(), "measure")),
              within.isEmpty() ? "" : "; " + within);
    }
    return "%s: %s. At 95 %%, with allowance for how many measures there are."
        .formatted(
            held,
            Stream.of(
                    said(Verdict.HIGHER.label(), of(apart, Verdict.HIGHER)),
                    said(Verdict.LOWER.label(), of(apart, Verdict.LOWER)),
                    within)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; ")));
  }

  private static List<TargetComparison> of(List<TargetComparison> apart, Verdict verdict) {
    return apart.stream().filter(one -> one.verdict95() == verdict).toList();
  }

  private static String said(String word, List<TargetComparison> found) {
    if (found.isEmpty()) {
      return "";
    }
    int more = found.size() - MOST_NAMED;
    return "%s in %s%s"
        .formatted(
            word,
            found.stream()
                .limit(MOST_NAMED)
                .map(
                    one ->
                        "“%s” (%s %%, held to %s)"
                            .formatted(
                                one.score().measure().label(),
                                Formatting.percent(one.score().score()),
                                heldTo(one)))
                .collect(Collectors.joining(", ")),
            more > 0 ? " and %d more".formatted(more) : "");
  }

  private static String percent(double proportion) {
    return plain(proportion) + " %";
  }

  private static String points(double proportion) {
    String plain = plain(proportion);
    return plain + (plain.equals("1") ? " point" : " points");
  }

  /** In percent, with as many digits as the framework gives. */
  static String plain(double proportion) {
    return BigDecimal.valueOf(proportion).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
