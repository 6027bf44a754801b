package org.trustbench.summary;

import java.util.List;
import java.util.stream.Collectors;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Framework;
import org.trustbench.terms.Terms;
import org.trustbench.weighting.WeightedComparison;

/** What weighted scores are, and where they say something else than the unweighted, in words. */
public final class WeightingWords {
  /** So many measures are named in a sentence. */
  private static final int MOST_NAMED = 3;

  private WeightingWords() {}

  /** What a reader has to know of them; empty where no score is weighted, and for the public. */
  public static List<String> rules(ReleaseContent content) {
    if (content.weighted().isEmpty()) {
      return List.of();
    }
    Framework framework = content.results().framework();
    return List.of(
        framework
            .terms()
            .text(
                "Weighted: every {case} weighs the {cases} of its stratum (%s) per {case} sampled"
                    + " of it, so that the score speaks of all {cases} there were, sampled or not."
                    + " The unweighted score speaks of those sampled.",
                strata(framework)),
        "Verdicts, ranks, tiers, funnels and findings are those of the unweighted scores, unless a"
            + " column says weighted. Where the weighted verdict is another, both are to be"
            + " reported.");
  }

  /** How they are worked out; empty where no score is weighted. */
  public static List<String> method(ReleaseContent content) {
    return content.weighted().isEmpty()
        ? List.of()
        : List.of(
            content
                .terms()
                .text(
                    "A weighted score is the ratio of the weighted sums of sufficient and of"
                        + " assessed judgements (Hájek 1971). Its variance is linearised and summed"
                        + " over strata, with {cases} as clusters; the interval is Wilson's on the"
                        + " independent judgements that it is worth by this, fewer where {cases} are"
                        + " few (Korn and Graubard 1998), and never more than the design effect of"
                        + " all {institutions} together leaves. The others are pooled by their"
                        + " weighted sums, so that each weighs what its caseload does."));
  }

  private static String strata(Framework framework) {
    String id = framework.sampleDesign().strata();
    return framework.attributes().stream()
        .filter(attribute -> attribute.id().equals(id))
        .map(Attribute::label)
        .findFirst()
        .orElse(id);
  }

  /** What else to know of a row; empty for nothing. */
  static String flag(WeightedComparison one) {
    return one.isParted() ? "weighted verdict is another" : one.reason();
  }

  /** Where the weighted verdicts are others; empty where none is. */
  public static List<String> sentences(List<WeightedComparison> ofOneComparator, Terms terms) {
    List<WeightedComparison> parted =
        ofOneComparator.stream().filter(WeightedComparison::isParted).toList();
    if (parted.isEmpty()) {
      return List.of();
    }
    int more = parted.size() - MOST_NAMED;
    return List.of(
        terms.text(
            "Weighted by how {cases} were sampled, the verdict would be another in %s%s.",
            parted.stream()
                .limit(MOST_NAMED)
                .map(WeightingWords::said)
                .collect(Collectors.joining(", ")),
            more > 0 ? " and %d more".formatted(more) : ""));
  }

  private static String said(WeightedComparison one) {
    return "“%s” (%s %%, weighted %s %%: %s, weighted %s)"
        .formatted(
            one.comparison().score().measure().label(),
            Formatting.percent(one.comparison().score().score()),
            Formatting.percent(one.score()),
            one.comparison().verdict95().label(),
            one.verdict95().label());
  }
}
