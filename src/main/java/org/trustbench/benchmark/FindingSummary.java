package org.trustbench.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Finding.Kind;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Topic;

/**
 * The few findings that an inspector would report of a trust, chosen and merged so that no two say
 * the same.
 *
 * <p>Findings on one topic of the framework that point the same way are one statement. No two
 * statements of a kind share half of the judgements of the smaller, unless it parts from the other:
 * its whole 95 % interval lies farther out than the other's score. So a theme takes in its sections
 * and questions, and one that is far worse than its theme is told beside it; where such parts, and
 * those that point the other way, make up half of a theme, it is left to them. Of what remains
 * those are kept whose whole topic lies farthest from the others, what is said on a score alone
 * after them.
 *
 * @param strengths the farthest from the others first
 * @param concerns likewise
 */
public record FindingSummary(
    InspectionTallies inspection,
    List<FindingStatement> strengths,
    List<FindingStatement> concerns) {
  /** From this share of common judgements on, two statements say the same. */
  private static final double SAME = .5;

  /** A summary of each inspection that is compared, in their order. */
  public static List<FindingSummary> of(Results results) {
    String comparatorId = Findings.comparator(results);
    Map<String, List<InspectionScore>> scores =
        results.scores().stream()
            .collect(Collectors.groupingBy(score -> score.inspection().inspectionId()));
    Map<String, List<Finding>> findings =
        Findings.of(results).stream()
            .collect(Collectors.groupingBy(one -> one.score().inspection().inspectionId()));
    Map<String, Map<String, Double>> differences = differences(results, comparatorId);
    Framework inForce = results.frameworkInForce();
    List<Topic> topics = inForce.findingPatterns().topics(inForce.measures());
    List<FindingSummary> summaries = new ArrayList<>();
    for (InspectionTallies inspection : results.inspections()) {
      String id = inspection.inspectionId();
      summaries.add(
          new Chooser(
                  results,
                  topics,
                  scores.getOrDefault(id, List.of()),
                  differences.getOrDefault(id, Map.of()))
              .summary(inspection, findings.getOrDefault(id, List.of())));
    }
    return summaries;
  }

  /** Score minus benchmark by inspection and measure, where there are both. */
  private static Map<String, Map<String, Double>> differences(
      Results results, String comparatorId) {
    Map<String, Map<String, Double>> differences = new HashMap<>();
    for (Comparison comparison : results.comparisons()) {
      if (comparison.comparatorGroup().comparatorId().equals(comparatorId)
          && comparison.difference() != null) {
        differences
            .computeIfAbsent(comparison.score().inspection().inspectionId(), id -> new HashMap<>())
            .put(comparison.score().measure().id(), comparison.difference());
      }
    }
    return differences;
  }

  /** Chooses for one inspection. */
  private record Chooser(
      Results results,
      List<Topic> topics,
      JudgementShares shares,
      Map<String, Double> differences) {
    Chooser(
        Results results,
        List<Topic> topics,
        List<InspectionScore> scores,
        Map<String, Double> differences) {
      this(results, topics, new JudgementShares(scores), differences);
    }

    FindingSummary summary(InspectionTallies inspection, List<Finding> findings) {
      Map<Kind, List<FindingStatement>> told = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        told.put(
            kind,
            told(
                findings.stream()
                    .filter(finding -> finding.kind() == kind)
                    .collect(Collectors.toMap(one -> one.score().measure().id(), one -> one))));
      }
      List<FindingStatement> all = told.values().stream().flatMap(List::stream).toList();
      return new FindingSummary(
          inspection,
          farthest(told.get(Kind.STRENGTH), all),
          farthest(told.get(Kind.CONCERN), all));
    }

    /** A statement on each topic, none that a broader one, or one before it, tells of. */
    private List<FindingStatement> told(Map<String, Finding> byMeasure) {
      List<FindingStatement> told = new ArrayList<>();
      for (Topic topic : topics) {
        List<Finding> findings = findings(topic, byMeasure);
        if (!findings.isEmpty()) {
          FindingStatement statement = statement(topic, findings);
          if (told.stream().noneMatch(before -> isSaid(before, statement))) {
            told.add(statement);
          }
        }
      }
      return told;
    }

    private FindingStatement statement(Topic topic, List<Finding> findings) {
      List<String> all = topic.figures().stream().map(Topic.Figure::measureId).toList();
      List<String> found = findings.stream().map(one -> one.score().measure().id()).toList();
      return new FindingStatement(
          topic, findings, shares.share(all, found) >= SAME, distance(topic, findings));
    }

    private List<FindingStatement> farthest(
        List<FindingStatement> told, List<FindingStatement> all) {
      return told.stream()
          .filter(statement -> !isLeftToParts(statement, all))
          .sorted(FindingStatement.FARTHEST_FIRST)
          .limit(results.framework().findingPatterns().rules().most())
          .toList();
    }

    /** Whether narrower statements tell of half of its judgements or more. */
    private boolean isLeftToParts(FindingStatement whole, List<FindingStatement> all) {
      List<String> parts =
          all.stream()
              .filter(part -> !part.equals(whole) && shares.isWithin(ids(part), ids(whole)))
              .flatMap(part -> ids(part).stream())
              .toList();
      return shares.share(ids(whole), parts) >= SAME;
    }

    /** The topic's findings, the surest first, none on judgements that a surer one tells of. */
    private List<Finding> findings(Topic topic, Map<String, Finding> byMeasure) {
      List<Finding> sorted =
          topic.figures().stream()
              .map(figure -> byMeasure.get(figure.measureId()))
              .filter(finding -> finding != null)
              .sorted(
                  Comparator.comparing(Finding::sureness)
                      .thenComparing(finding -> -distance(finding)))
              .toList();
      List<Finding> kept = new ArrayList<>();
      for (Finding finding : sorted) {
        boolean isTold =
            kept.stream().anyMatch(before -> shares.shared(ids(before), ids(finding)) >= SAME);
        if (!isTold) {
          kept.add(finding);
        }
      }
      return kept;
    }

    private static List<String> ids(Finding finding) {
      return List.of(finding.score().measure().id());
    }

    private static List<String> ids(FindingStatement statement) {
      return statement.findings().stream().map(one -> one.score().measure().id()).toList();
    }

    private boolean isSaid(FindingStatement before, FindingStatement statement) {
      return shares.shared(ids(before), ids(statement)) >= SAME
          && !isParting(before.findings().get(0), statement.findings().get(0));
    }

    /** Whether a finding lies wholly farther out than the score of one that it is a part of. */
    private static boolean isParting(Finding whole, Finding part) {
      double score = whole.score().score();
      return part.kind() == Kind.STRENGTH
          ? part.score().interval95().low() > score
          : part.score().interval95().high() < score;
    }

    private double distance(Topic topic, List<Finding> findings) {
      double mean =
          topic.figures().stream()
              .map(figure -> differences.get(figure.measureId()))
              .filter(difference -> difference != null)
              .mapToDouble(Double::doubleValue)
              .average()
              .orElseGet(
                  () ->
                      findings.stream()
                          .mapToDouble(finding -> finding.score().score() - .5)
                          .average()
                          .orElseThrow());
      return findings.get(0).kind() == Kind.STRENGTH ? mean : -mean;
    }

    private static double distance(Finding finding) {
      Comparison comparison = finding.comparison();
      return Math.abs(
          comparison == null || comparison.difference() == null
              ? finding.score().score() - .5
              : comparison.difference());
    }
  }
}
