package org.trustbench.disclosure;

import java.util.List;
import java.util.Optional;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.FindingSummary;
import org.trustbench.benchmark.Findings;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.FunnelPoint;
import org.trustbench.benchmark.GradeShare;
import org.trustbench.benchmark.InspectionRating;
import org.trustbench.benchmark.LevelResults;
import org.trustbench.benchmark.MeanGrade;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.benchmark.PeerResults;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.Sensitivity;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.benchmark.TargetResults;
import org.trustbench.change.GroupChange;
import org.trustbench.change.GroupChanges;
import org.trustbench.change.ScoreChange;
import org.trustbench.change.ScoreChanges;
import org.trustbench.inspector.WhoJudged;
import org.trustbench.terms.Terms;
import org.trustbench.weighting.WeightedComparison;
import org.trustbench.weighting.Weighting;

/**
 * All that a release says, before any writer. Writers, pages and charts render this and work
 * nothing out of their own.
 *
 * @param disclosureRules how far it protects cases of the public's release; empty for the
 *     inspectorate itself
 * @param protectionNotes what readers have to know of what they are not shown; empty where they are
 *     shown all
 * @param isSynthetic whether any judgement behind it is invented
 * @param inference what is not stated and follows; empty where every judgement is stated
 * @param levels groups of institutions, the lowest level first; empty where a framework has none
 * @param findingSummaries the few findings of each inspection that are reported
 * @param changes of every institution that was inspected again, by measure
 * @param groupChanges of groups of institutions, of those inspected again; none for the public,
 *     since exact sums of few institutions tell of each
 * @param peers every institution beside peers of its own; none for the public
 * @param targets every inspection beside the targets of its framework; none for the public, since a
 *     verdict by exact counts says on which side of a published value a rounded score lies
 * @param weighted comparisons beside weighted ones, where a framework declares how cases were
 *     sampled; none for the public, since two scores of the same cases, weighted and not, could
 *     tell single ones
 * @param ratings of every inspection, where the framework has rules for them; none for the public
 * @param whoJudged how far inspectors agree and differ; nothing for the public
 * @param funnels the limits of the funnels that are drawn
 * @param revisions what has happened to each inspection, in order
 */
public record ReleaseContent(
    Optional<DisclosureRules> disclosureRules,
    List<String> protectionNotes,
    boolean isSynthetic,
    Optional<InferredJudgements> inference,
    Results results,
    List<LevelResults> levels,
    List<Finding> findings,
    List<FindingSummary> findingSummaries,
    List<ScoreChange> changes,
    List<GroupChange> groupChanges,
    PeerResults peers,
    List<TargetComparison> targets,
    List<WeightedComparison> weighted,
    List<InspectionRating> ratings,
    WhoJudged whoJudged,
    List<PathwayStep> pathways,
    List<Sensitivity> sensitivity,
    List<FunnelLimits> funnels,
    List<FunnelPoint> funnelPoints,
    List<FileCoverage> coverage,
    List<RejectedRow> rejects,
    List<PublishedRevision> revisions) {

  /** What results say, with the account of how they came about, for the inspectorate itself. */
  public static ReleaseContent internal(
      boolean isSynthetic,
      Results results,
      List<FileCoverage> coverage,
      List<RejectedRow> rejects,
      List<PublishedRevision> revisions) {
    List<LevelResults> levels = LevelResults.of(results, 1);
    List<ScoreChange> changes = ScoreChanges.of(results);
    return new ReleaseContent(
        Optional.empty(),
        List.of(),
        isSynthetic,
        InferredJudgements.of(coverage, rejects),
        results,
        levels,
        Findings.of(results),
        FindingSummary.of(results),
        changes,
        GroupChanges.of(levels, changes, results.rules().isPooled()),
        PeerResults.of(results),
        TargetResults.of(results),
        Weighting.of(results),
        List.of(),
        WhoJudged.NOT_KNOWN,
        PathwayStep.of(results),
        Sensitivity.of(results),
        FunnelLimits.of(results, 1),
        FunnelPoint.of(results),
        coverage,
        rejects,
        revisions);
  }

  /**
   * Whether it says how what was graded is spread over the grades. Never to the public: the counts
   * behind its scores are not here, and what several cuts tell together is not reckoned with.
   */
  public boolean isGraded() {
    return audience() == Audience.INTERNAL
        && !results.framework().distributions().isEmpty()
        && !results.scores().isEmpty();
  }

  /** How what was graded is spread over the grades, of every inspection. */
  public List<GradeShare> grades() {
    return isGraded() ? GradeShare.of(results) : List.of();
  }

  /** Mean grades, of every inspection. */
  public List<MeanGrade> meanGrades() {
    return isGraded() ? MeanGrade.of(results) : List.of();
  }

  /** The same with what is made of judgements, and not of tallies. */
  public ReleaseContent with(List<InspectionRating> rated, WhoJudged judged) {
    return new ReleaseContent(
        disclosureRules,
        protectionNotes,
        isSynthetic,
        inference,
        results,
        levels,
        findings,
        findingSummaries,
        changes,
        groupChanges,
        peers,
        targets,
        weighted,
        rated,
        judged,
        pathways,
        sensitivity,
        funnels,
        funnelPoints,
        coverage,
        rejects,
        revisions);
  }

  /** What is said of a level's groups alone, as if they were institutions of as many cases. */
  public ReleaseContent atLevel(LevelResults level) {
    return new ReleaseContent(
        disclosureRules,
        protectionNotes,
        isSynthetic,
        inference,
        level.results(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        PeerResults.NONE,
        List.of(),
        List.of(),
        List.of(),
        WhoJudged.NOT_KNOWN,
        List.of(),
        List.of(),
        level.funnels(),
        level.funnelPoints(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Whom it is for, which every page and file shows. */
  public Audience audience() {
    return disclosureRules.isPresent() ? Audience.PUBLIC : Audience.INTERNAL;
  }

  /** What the programme calls its institutions and cases. */
  public Terms terms() {
    return results.terms();
  }

  /** What readers have to know of judgements that nobody stated; empty where there are none. */
  public String inferred() {
    return inference.map(InferredJudgements::sentence).orElse("");
  }
}
