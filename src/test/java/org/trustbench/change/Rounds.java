package org.trustbench.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.SchoolProgramme;

/**
 * Schools that are inspected in one year and in others, judged as {@link SchoolProgramme} has it.
 */
public final class Rounds {
  private final List<InspectionTallies> inspections = new ArrayList<>();

  /** A round of inspections, published in March of a year. */
  public Rounds in(int year, String judged) {
    SchoolProgramme.inspections(judged).forEach(one -> inspections.add(dated(one, year, "")));
    return this;
  }

  /** The same on the same days: dates do not tell which came first. */
  public Rounds again(int year, String judged) {
    SchoolProgramme.inspections(judged).forEach(one -> inspections.add(dated(one, year, "-b")));
    return this;
  }

  /** An inspection as if it had been made in another year. */
  static InspectionTallies dated(InspectionTallies one, int year, String mark) {
    return new InspectionTallies(
        one.trust().code() + "-" + year + mark,
        one.trust(),
        one.tranche(),
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 1, 31),
        LocalDate.of(year, 3, 1),
        one.caseload(),
        one.casesSampled(),
        one.cases(),
        one.isSynthetic(),
        one.counts());
  }

  public Results results() {
    return results(new AnalysisRules(AnalysisRules.POOLED, 10));
  }

  public Results results(AnalysisRules rules) {
    return Benchmark.of(SchoolProgramme.CODEBOOK.framework(), rules, inspections);
  }

  List<ScoreChange> changes() {
    return ScoreChanges.of(results());
  }
}
