package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.ComparisonOutcome.CaseMixOutcome;
import org.trustbench.benchmark.ComparisonOutcome.TestStatistics;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.Sensitivity;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Ranks;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;

/** How verdicts, ranks and case mix are made, as the method page explains it. */
final class ComparisonMethod {
  private final MethodParts page;
  private final ReleaseContent content;

  ComparisonMethod(MethodParts page, ReleaseContent content) {
    this.page = page;
    this.content = content;
  }

  void verdicts(Results results, Optional<Comparison> example) {
    page.heading("Verdict");
    page.paragraph(
        page.terms()
                .text(
                    "{An institution} is higher, similar or lower, at 95 %% and at 99.8 %%; not compared where it has no"
                        + " score, fewer than %d others have one, or it or the others have fewer than %d {cases};",
                    Verdict.FEWEST_OTHERS, DesignEffect.FEWEST_CASES)
            + page.terms()
                .text(
                    " with fewer {cases} there is no rank and no tier either. This release: %s; against a fixed value",
                    results.rules().verdictRule().label())
            + " difference gives way to mid-p. A verdict is robust where all rules agree.");
    List<String> rows = new ArrayList<>();
    for (VerdictRule rule : VerdictRule.values()) {
      Optional<RuleVerdict> said =
          example.stream()
              .flatMap(c -> c.statistic(one -> one.basis().verdicts()).stream())
              .filter(verdict -> verdict.rule() == rule)
              .findFirst();
      rows.add(rule.label());
      rows.add(RuleSentences.of(rule));
      rows.add(said.map(v -> v.at95().label()).orElse(""));
      rows.add(said.map(v -> MethodParts.pValue(v.pValue())).orElse(""));
    }
    page.table("Verdict rules", List.of("Rule", "What it asks", "Example", "p"), rows);
    example.ifPresent(
        c -> {
          page.worked(
              "Against " + c.comparatorGroup().label(),
              "score less benchmark",
              MethodParts.points(c.difference()),
              "95 % interval",
              MethodParts.points(c.difference95().low())
                  + " to "
                  + MethodParts.points(c.difference95().high()),
              "judgements the score is worth for a verdict",
              MethodParts.number(c.statistic(TestStatistics::basis).own().n()),
              "judgements the benchmark is worth",
              MethodParts.number(c.statistic(TestStatistics::basis).against().independent().n()),
              "rules that agree",
              c.<String>tested(
                  one -> one.robustness().agreeing95() + " of " + one.robustness().rules()));
          List<Sensitivity> all =
              Sensitivity.of(results, c).stream()
                  .filter(Sensitivity.Assessed.class::isInstance)
                  .toList();
          page.paragraph(
              "Under every verdict rule, benchmark rule, and with and without case mix, %d of %d give"
                      .formatted(all.stream().filter(Sensitivity::isChanged).count(), all.size())
                  + " another verdict at 95 % (sensitivity.csv).");
        });
  }

  void multiplicity(Optional<Comparison> example) {
    page.heading("Many comparisons");
    page.paragraph(
        page.terms()
                .text(
                    "Of a hundred comparisons of equals five are called different at 95 %. The adjusted p-value"
                        + " (Benjamini and Hochberg) is over all {institutions} and measures of one comparator and kind"
                        + " of measure; a discovery is one of at most ")
            + Normal.ALPHA95
            + ", or "
            + Normal.ALPHA998
            + " at 99.8 %.");
    example.ifPresent(
        c ->
            page.worked(
                "The same comparison among all",
                "p",
                MethodParts.pValue(c.statistic(TestStatistics::pValue)),
                "adjusted p",
                MethodParts.pValue(c.statistic(TestStatistics::adjustedPValue))));
  }

  void ranks(Optional<Comparison> example) {
    page.heading("Rank");
    page.paragraph(
        page.terms()
                .text(
                    "Rank 1 is best, ties share the lowest. The interval holds the ranks not ruled out at 95 %%:"
                        + " 1 plus the {institutions} shown to be better, to the number of {institutions} less those shown to"
                        + " be"
                        + " worse, by the stepdown of Mogstad, Romano, Shaikh and Wilhelm (2024). Both ends of a"
                        + " difference are (y + 1)/(n + 2), y and n effective (Agresti and Caffo 2000). The sets of"
                        + " all {institutions} at once, and the tiers, allow for all pairs (Tukey and Kramer; Hayter 1984)."
                        + " With more than %d {institutions}, both follow from joint intervals (Klein, Wright and Wieczorek",
                    Ranks.MOST_STEPDOWN)
            + page.terms()
                .text(
                    " 2020), which are wider. All is integrated and nothing drawn at random, so that no rank"
                        + " hangs on a seed. A tier is a run of the order of scores in which no {institution} is shown"
                        + " better than another; the next begins at the first shown worse than any of it. A verdict"
                        + " sets {an institution} against the others together, allows for no other pair, and so may call"
                        + " {institutions} of one tier higher and lower."));
    example.ifPresent(
        c ->
            page.worked(
                page.terms().text("The same {institution} in ") + c.comparatorGroup().label(),
                page.terms().text("rank, of {institutions}"),
                c.ranked().rank() + " of " + c.rankedTrusts(),
                "ranks not ruled out",
                c.ranked().lower() + " to " + c.ranked().upper(),
                "tier",
                Integer.toString(c.ranked().tier())));
  }

  void caseMix(Optional<Comparison> example) {
    if (content.results().framework().caseMix().isEmpty()) {
      return;
    }
    page.heading("Case mix");
    page.paragraph(
        page.terms()
                .text(
                    "Would the benchmark have been the same with this {institution's} {cases}? Each stratum (")
            + String.join(", ", content.results().framework().caseMix())
            + page.terms()
                .text(
                    ") is given the benchmark's own score in it, that of the others or of all {institutions}; E is"
                        + " what would then have been sufficient, r = sufficient over E, and the adjusted score"
                        + " is r times the benchmark, which may exceed 100 %. The mean of the others has no score"
                        + " by stratum, and there the adjustment is not available. A stratum with under 5 judgements among the others drops its last"
                        + " attribute."));
    example.ifPresent(
        c ->
            page.worked(
                "The same comparison, adjusted for case mix",
                "sufficient expected, E",
                MethodParts.number(c.caseMixDetail(one -> one.mix().expected())),
                "ratio, r",
                MethodParts.number(c.caseMixDetail(one -> one.mix().ratio())),
                "adjusted score",
                MethodParts.percent(c.caseMix(CaseMixOutcome::adjusted)),
                "verdict after adjustment",
                c.<String>caseMix(one -> one.verdict95().label())));
  }
}
