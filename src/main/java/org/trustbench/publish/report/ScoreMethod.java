package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.Results;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Sums;

/** How scores, their intervals and benchmarks are made, as the method page explains it. */
final class ScoreMethod {
  private final MethodParts page;

  ScoreMethod(MethodParts page) {
    this.page = page;
  }

  void scores(Results results, Optional<Comparison> example) {
    page.heading("Score and interval");
    page.paragraph(
        "A judgement is sufficient, insufficient, not applicable or not recorded; only the first"
            + " two are in the base. pooled: all sufficient judgements of a measure over all"
            + " assessed ones. mean-of-questions: every question weighs the same; a point estimate,"
            + " without interval, verdict or rank. This release: "
            + results.rules().scoreRule()
            + ".");
    page.paragraph(
        page.terms()
                .text(
                    "Judgements of one {case} hang together, so those of a measure of several questions are worth"
                        + " fewer. The design effect says how much fewer: the variance of the score with {cases}"
                        + " as clusters over that of independent judgements, never below 1 nor below"
                        + " the programme's pooled one, which counts one {case} more that went wholly the rarer way;"
                        + " {an institution's} own is times (t/1.96)\u00b2, t Student's on its {cases} less one. wilson-clustered is Wilson's interval on the"
                        + " effective judgements, which are as many independent ones as those of the measure are worth; wilson, for a single question, on the judgements."
                        + " -finite-population after either says that the interval allows for the share of the"
                        + " caseload that was sampled, as no verdict, rank or funnel does. This release: ")
            + (results.rules().isFinitePopulation() ? "allowed for." : "not allowed for."));
    example.ifPresent(
        c -> {
          InspectionScore score = c.score();
          Sums sums =
              new Sums(
                  score.counts().casesAssessed(),
                  score.counts().sufficient(),
                  score.counts().assessed(),
                  score.counts().sumYY(),
                  score.counts().sumYN(),
                  score.counts().sumNN());
          page.worked(
              score.inspection().trust().name() + ", " + score.measure().label(),
              page.terms().text("{cases} assessed"),
              Long.toString(sums.k()),
              "judgements sufficient, of assessed",
              sums.y() + " of " + sums.n(),
              "score",
              MethodParts.percent(score.score()),
              "its own design effect",
              MethodParts.number(DesignEffect.own(sums).orElse(1)),
              "design effect used",
              MethodParts.number(score.designEffect().orElseThrow()),
              "effective judgements",
              MethodParts.number(score.effectiveJudgements().orElseThrow()),
              "95 % interval",
              MethodParts.percents(score.interval95()),
              "99.8 % interval",
              MethodParts.percents(score.interval998()));
        });
  }

  void benchmarks(Results results, Optional<Comparison> example) {
    page.heading("Benchmark");
    List<String> rows = new ArrayList<>();
    for (BenchmarkRule rule : BenchmarkRule.values()) {
      rows.add(rule.label());
      rows.add(RuleSentences.of(rule, page.terms()));
      rows.add(
          example
              .map(c -> c.reference().byRule().get(rule))
              .map(MethodParts::percent)
              .orElse("not compared"));
    }
    page.table(
        "Benchmark rules",
        List.of("Rule", page.terms().text("What {an institution} is set against"), "Example"),
        rows);
    page.paragraph(
        "This release: "
            + results.rules().benchmarkRule().label()
            + page.terms()
                .text(
                    ". A fixed value of your own is another yardstick: it has no error. Lowest, highest"
                        + " and median score and the number of the comparator's {institutions} stand beside each"
                        + " benchmark."));
  }
}
