package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.FindingSentence;
import org.trustbench.benchmark.FindingStatement;
import org.trustbench.benchmark.FindingSummary;
import org.trustbench.benchmark.Findings;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.FunnelPoint;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.LevelResults;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.benchmark.PeerResults;
import org.trustbench.benchmark.Results;
import org.trustbench.change.PublishedChanges;
import org.trustbench.framework.Framework;
import org.trustbench.inspector.WhoJudged;

/**
 * Makes content fit for the public: one function, applied once, before any writer.
 *
 * <p>What is withheld of an inspection is chosen first ({@link Suppression}). Then everything is
 * worked out anew from what is left, so that no figure of anybody (a total, a benchmark, a rank, a
 * limit, a finding) is made of a judgement that is withheld, and none can tell of it. What remains
 * is rounded, and what would tell more than it says is left out ({@link PublicRounding}).
 */
public final class Disclosure {
  private Disclosure() {}

  /**
   * Content for the public.
   *
   * @param suppressed what was chosen to be withheld of each inspection; by a mean of questions
   *     even less is shown
   * @param counts how much is withheld; empty of content that is not for the public
   */
  public record Disclosed(
      ReleaseContent content, List<WithheldFigures> suppressed, Optional<WithheldCounts> counts) {

    /** Content of which nothing is withheld. */
    public static Disclosed whole(ReleaseContent internal) {
      return new Disclosed(internal, List.of(), Optional.empty());
    }
  }

  /** Internal content as the public may see it. */
  public static ReleaseContent forPublic(ReleaseContent internal, DisclosureRules rules) {
    return disclosed(internal, rules).content();
  }

  /** The same, and what is withheld. */
  public static Disclosed disclosed(ReleaseContent internal, DisclosureRules rules) {
    return disclosed(internal, rules, true);
  }

  /**
   * The same.
   *
   * @param isSecondary false to withhold small bases and nothing that leads to them: only a test,
   *     which shows that they are then found, has use for that
   */
  static Disclosed disclosed(ReleaseContent internal, DisclosureRules rules, boolean isSecondary) {
    Results results = internal.results();
    PublicMeasures measures = PublicMeasures.of(results.framework());
    Framework framework = measures.framework();
    List<InspectionTallies> inspections = inspections(results);
    SuppressionPattern chosen = Suppression.of(framework, inspections, rules, isSecondary);
    SuppressionPattern withheld =
        results.rules().isPooled() ? chosen : chosen.completeMeans(framework);
    Results rest =
        isSecondary
            ? Benchmark.of(
                framework,
                results.rules(),
                inspections.stream().map(one -> withheld.shown(framework, one)).toList())
            : results;
    ReleaseContent shown =
        content(
            internal, rules, rest, new PublicRounding(rules, withheld, rest), measures.leftOut());
    List<WithheldFigures> suppressed = WithheldFigures.of(framework, inspections, chosen);
    return new Disclosed(
        shown, suppressed, Optional.of(WithheldCounts.of(internal, rules, shown, suppressed)));
  }

  private static ReleaseContent content(
      ReleaseContent internal,
      DisclosureRules rules,
      Results rest,
      PublicRounding coarse,
      List<String> leftOut) {
    Results shown = coarse.results();
    List<FileCoverage> coverage = coarse.coverage(internal.coverage());
    return new ReleaseContent(
        Optional.of(rules),
        notes(internal, rules, leftOut),
        internal.isSynthetic(),
        internal.inference().map(InferredJudgements::withoutCounts),
        shown,
        LevelResults.of(rest, rules.rounding()).stream()
            .map(level -> PublicLevel.of(level, rules, coarse))
            .toList(),
        Findings.of(rest).stream()
            .filter(finding -> !coarse.isWithheld(finding.score()))
            .map(finding -> finding(rest.framework(), coarse, finding))
            .toList(),
        FindingSummary.of(rest).stream()
            .map(summary -> summary(rest.framework(), coarse, summary))
            .toList(),
        PublishedChanges.of(shown, allAsked(coverage)),
        List.of(),
        PeerResults.NONE,
        List.of(),
        List.of(),
        List.of(),
        WhoJudged.NOT_KNOWN,
        PathwayStep.of(rest).stream().map(coarse::pathwayStep).toList(),
        List.of(),
        FunnelLimits.of(rest, rules.rounding()).stream().map(coarse::funnelLimits).toList(),
        FunnelPoint.of(rest).stream()
            .filter(point -> !coarse.isWithheld(point.comparison().score()))
            .map(point -> funnelPoint(coarse, point))
            .toList(),
        coverage,
        List.of(),
        internal.revisions().stream().map(coarse::revision).toList());
  }

  private static List<String> notes(
      ReleaseContent internal, DisclosureRules rules, List<String> leftOut) {
    List<String> notes = new ArrayList<>(rules.sentences(internal.terms()));
    notes.addAll(leftOut);
    if (internal.results().framework().sampleDesign().isDeclared()) {
      notes.add(
          internal
              .terms()
              .text(
                  "Scores weighted by how {cases} were sampled are withheld: beside the unweighted"
                      + " they could tell single {cases}."));
    }
    // Of few institutions exact sums at two rounds would give back what is suppressed of one.
    if (!internal.groupChanges().isEmpty()) {
      notes.add(
          "Changes of groups are withheld: they are sums over those inspected again, from which"
              + " what is suppressed of one of them could be worked out.");
    }
    // Pools overlap: one less another, which has one peer fewer, is that peer.
    if (!internal.results().framework().peers().isEmpty()) {
      notes.add(
          internal
              .terms()
              .text(
                  "Comparisons of {institutions} with peers of their own are withheld: pools of"
                      + " peers overlap, and what is suppressed could be worked out from two of"
                      + " them."));
    }
    // By exact counts they would tell on which side of a known value a rounded score lies.
    if (!internal.results().framework().targets().isEmpty()) {
      notes.add("Verdicts on targets are withheld: they rest on figures that are not rounded.");
    }
    // They rest on exact scores, suppressed ones among them, and would tell of them.
    if (!internal.results().framework().ratingRules().isEmpty()) {
      notes.add("Ratings by rule are left out: they rest on figures that are not shown.");
    }
    return List.copyOf(notes);
  }

  /** Every inspection there are scores of, also one that another of the same trust took over. */
  private static List<InspectionTallies> inspections(Results results) {
    Map<String, InspectionTallies> inspections = new LinkedHashMap<>();
    for (InspectionScore score : results.scores()) {
      inspections.put(score.inspection().inspectionId(), score.inspection());
    }
    return List.copyOf(inspections.values());
  }

  /** The inspections of which it is published that no question was left out. */
  private static Set<String> allAsked(List<FileCoverage> published) {
    return published.stream()
        .filter(file -> file.questionsNeverAsked() != null && file.questionsNeverAsked() == 0)
        .map(FileCoverage::inspectionId)
        .collect(Collectors.toSet());
  }

  static Finding finding(Framework framework, PublicRounding coarse, Finding finding) {
    InspectionScore score = coarse.score(finding.score());
    Optional<Finding.Beside> beside =
        finding
            .ground()
            .beside()
            .map(
                one ->
                    new Finding.Beside(
                        coarse.comparison(one.comparison()), OptionalDouble.empty()));
    boolean isComparative = finding.ground() instanceof Finding.Comparative;
    return new Finding(
        finding.kind(),
        isComparative
            ? new Finding.Comparative(beside.orElseThrow())
            : new Finding.Absolute(beside),
        score,
        FindingSentence.of(
            framework, score, isComparative ? beside.orElseThrow().comparison() : null));
  }

  private static FindingSummary summary(
      Framework framework, PublicRounding coarse, FindingSummary summary) {
    return new FindingSummary(
        coarse.inspected(summary.inspection()),
        statements(framework, coarse, summary.strengths()),
        statements(framework, coarse, summary.concerns()));
  }

  /** What rests on nothing that may be shown is not said; how far a topic lies is not told. */
  private static List<FindingStatement> statements(
      Framework framework, PublicRounding coarse, List<FindingStatement> statements) {
    return statements.stream()
        .map(
            statement ->
                new FindingStatement(
                    statement.topic(),
                    statement.findings().stream()
                        .filter(finding -> !coarse.isWithheld(finding.score()))
                        .map(finding -> finding(framework, coarse, finding))
                        .toList(),
                    statement.isOfMostOfTopic(),
                    0))
        .filter(statement -> !statement.findings().isEmpty())
        .toList();
  }

  static FunnelPoint funnelPoint(PublicRounding coarse, FunnelPoint point) {
    return new FunnelPoint(
        coarse.comparison(point.comparison()),
        coarse.rounded((long) Math.floor(point.effectiveJudgements() + .5)),
        point.zone(),
        point.overDispersedZone());
  }
}
