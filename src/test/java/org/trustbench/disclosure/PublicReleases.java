package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.adversary.PublishedTables;
import org.trustbench.framework.Framework;
import org.trustbench.publish.RenderedTables;
import org.trustbench.submission.SubmissionStatus;

/** Public releases of programmes, as texts. */
public final class PublicReleases {
  private PublicReleases() {}

  /** What is published of a programme. */
  public static PublishedTables of(
      Framework framework, List<InspectionTallies> inspected, DisclosureRules rules) {
    return tables(Disclosure.forPublic(internal(framework, inspected), rules));
  }

  /** What would be if small bases were withheld and nothing that leads to them. */
  public static PublishedTables withoutSecondary(
      Framework framework, List<InspectionTallies> inspected, DisclosureRules rules) {
    return tables(Disclosure.disclosed(internal(framework, inspected), rules, false).content());
  }

  /** The content before anything is withheld. */
  public static ReleaseContent internal(Framework framework, List<InspectionTallies> inspected) {
    List<FileCoverage> coverage = new ArrayList<>();
    for (InspectionTallies one : inspected) {
      long sent = sent(framework, one);
      coverage.add(
          new FileCoverage(
              one.inspectionId(),
              one.trust().code(),
              one.inspectionId() + "/judgements.csv",
              sent,
              sent,
              0L,
              0L,
              0L,
              one.cases(),
              0L,
              null,
              null,
              SubmissionStatus.ACCEPTED));
    }
    AnalysisRules rules = new AnalysisRules(AnalysisRules.POOLED, 10);
    return ReleaseContent.internal(
        true, Benchmark.of(framework, rules, inspected), coverage, List.of(), List.of());
  }

  /** The rows of a file that has one for each judgement, and none where none was recorded. */
  private static long sent(Framework framework, InspectionTallies inspection) {
    return framework.questions().stream()
        .map(question -> inspection.total("question-" + question.id()))
        .mapToLong(counts -> counts.assessed() + counts.notApplicable())
        .sum();
  }

  private static PublishedTables tables(ReleaseContent content) {
    return new PublishedTables(RenderedTables.of(content));
  }
}
