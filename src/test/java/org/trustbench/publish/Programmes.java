package org.trustbench.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.FileCoverage;
import org.trustbench.disclosure.RejectedRow;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.tally.Counts;

/** Small programmes whose tallies are written down, not ingested. */
public final class Programmes {
  public static final String PROBATION = "iaow-2013";
  private static final int CASES = 20;

  private Programmes() {}

  public static Framework framework(String id) {
    return FrameworkReader.read(id);
  }

  /** The framework with other names for the first trusts of its register. */
  public static Framework renamed(Framework framework, String... names) {
    List<Trust> trusts = new ArrayList<>(framework.trusts());
    for (int i = 0; i < names.length; i++) {
      Trust trust = trusts.get(i);
      trusts.set(i, new Trust(trust.code(), names[i], List.of(), trust.dimensions()));
    }
    return withTrusts(framework, trusts);
  }

  /** The framework with another register. */
  public static Framework withTrusts(Framework framework, List<Trust> trusts) {
    return new Framework(
        framework.id(),
        framework.version(),
        framework.title(),
        framework.description(),
        framework.programme(),
        framework.terms(),
        framework.evidence(),
        framework.answers(),
        framework.missing(),
        framework.themes(),
        framework.questions(),
        framework.attributes(),
        framework.caseMix(),
        framework.measureKinds(),
        framework.measures(),
        framework.scales(),
        framework.distributions(),
        framework.pathways(),
        framework.dimensions(),
        framework.comparators(),
        framework.peers(),
        framework.targets(),
        framework.levels(),
        framework.forms(),
        framework.sampleDesign(),
        framework.vocabulary(),
        framework.findingPatterns(),
        framework.ratingRules(),
        trusts,
        framework.successions(),
        framework.layouts(),
        framework.files(),
        framework.hash(),
        framework.formHash());
  }

  /** Of a case either all judgements are sufficient or none is. */
  private static Counts counts(Measure measure, int sufficient) {
    long each = measure.isPathwayStep() ? 1 : measure.questions().size();
    long sumYY = sufficient * each * each;
    return new Counts(
        CASES, CASES, sufficient * each, CASES * each, 0, 1, sumYY, sumYY, CASES * each * each);
  }

  /** An inspection in which each of 20 cases has a judgement a question. */
  public static InspectionTallies inspection(
      Framework framework, int trust, String tranche, String id, int sufficient) {
    return inspection(framework, trust, tranche, id, 2014, sufficient);
  }

  /** The same of another year. */
  public static InspectionTallies inspection(
      Framework framework, int trust, String tranche, String id, int year, int sufficient) {
    Map<String, Map<String, Counts>> counts = new TreeMap<>();
    for (Measure measure : framework.measures()) {
      counts.put(measure.id(), Map.of("", counts(measure, sufficient)));
    }
    return new InspectionTallies(
        id,
        framework.trusts().get(trust),
        tranche,
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 1, 31),
        LocalDate.of(year, 3, 1),
        400L,
        (long) CASES,
        (long) CASES,
        true,
        counts);
  }

  /** One inspection of each of the first trusts of the register, all in tranche 2. */
  public static List<InspectionTallies> inspections(Framework framework, int... sufficient) {
    List<InspectionTallies> inspections = new ArrayList<>();
    for (int i = 0; i < sufficient.length; i++) {
      inspections.add(
          inspection(
              framework, i, "2", framework.trusts().get(i).code() + "-2014-01", sufficient[i]));
    }
    return inspections;
  }

  /** A release of some inspections, whose files are in order and whose refusals are given. */
  public static ReleaseContent content(
      Framework framework,
      String scoreRule,
      List<InspectionTallies> inspections,
      List<RejectedRow> rejects) {
    return content(framework, new AnalysisRules(scoreRule, 10), inspections, rejects);
  }

  /** The same under any rules. */
  public static ReleaseContent content(
      Framework framework,
      AnalysisRules rules,
      List<InspectionTallies> inspections,
      List<RejectedRow> rejects) {
    return ReleaseContent.internal(
        inspections.stream().anyMatch(InspectionTallies::isSynthetic),
        Benchmark.of(framework, rules, inspections),
        inspections.stream()
            .map(
                one ->
                    new FileCoverage(
                        one.inspectionId(),
                        one.trust().code(),
                        one.inspectionId() + "/judgements.csv",
                        100L,
                        97L,
                        2L,
                        1L,
                        0L,
                        (long) CASES,
                        0L,
                        null,
                        null,
                        SubmissionStatus.ACCEPTED))
            .toList(),
        rejects,
        List.of());
  }

  public static ReleaseContent content(Framework framework, List<InspectionTallies> inspections) {
    return content(framework, AnalysisRules.POOLED, inspections, List.of());
  }
}
