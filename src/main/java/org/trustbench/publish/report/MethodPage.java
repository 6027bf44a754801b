package org.trustbench.publish.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.ComparisonOutcome.CaseMixDetail;
import org.trustbench.benchmark.Findings;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.ReleaseContent;

/**
 * How the figures of a release are made, rule by rule, with one comparison of the release worked
 * through: a page of its own, that needs neither network nor script. Names come from the rules
 * themselves, and every number in it is computed.
 */
public final class MethodPage {
  private MethodPage() {}

  /** The page. */
  public static String of(ReleaseContent content) {
    Results results = content.results();
    Optional<Comparison> example = example(results);
    MethodParts page = new MethodParts(content.terms());
    if (!content.inferred().isEmpty()) {
      page.heading("Judgements that follow");
      page.paragraph(content.inferred());
    }
    ScoreMethod scores = new ScoreMethod(page);
    scores.scores(results, example);
    scores.benchmarks(results, example);
    ComparisonMethod comparison = new ComparisonMethod(page, content);
    comparison.verdicts(results, example);
    comparison.multiplicity(example);
    comparison.ranks(example);
    comparison.caseMix(example);
    FindingMethod findings = new FindingMethod(page, content);
    findings.others();
    findings.changes();
    findings.targets();
    findings.weighting();
    findings.findings();
    findings.readings();
    findings.protection();
    return page.rendered("How the figures are made", content);
  }

  /** The trust in focus where it is compared on a measure of several questions, or any trust. */
  private static Optional<Comparison> example(Results results) {
    Predicate<Comparison> isInFocus =
        c -> results.rules().isInFocus(c.score().inspection().trust());
    String comparator = Findings.comparator(results);
    List<Comparison> candidates =
        results.comparisons().stream()
            .filter(c -> c.caseMixDetail(CaseMixDetail::mix) != null && c.ranked() != null)
            .toList();
    return candidates.stream()
        .filter(c -> isInFocus.test(c) && c.comparatorGroup().comparatorId().equals(comparator))
        .findFirst()
        .or(() -> candidates.stream().filter(isInFocus).findFirst())
        .or(() -> candidates.stream().findFirst());
  }
}
