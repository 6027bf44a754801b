package org.trustbench.inspector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Measure;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.reading.FirstReadings;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Tallier;

/**
 * Six schools, each of four lessons more than the one before, each judged on four questions by one
 * of four inspectors, who are some of eight.
 *
 * @param truth by school, the share that would be sufficient by an inspector in the middle
 */
record JudgedSchools(Results results, List<FirstReadings> readings, double[] truth) {
  private static final List<String> CODES = List.of("HILL", "DALE", "FORD", "LAKE", "MOOR", "WOOD");
  private static final Codebook CODEBOOK =
      TinyFramework.codebook(
          json -> json,
          List.of("LAKE,Lake School,,,", "MOOR,Moor School,,,", "WOOD,Wood School,,,"));
  static final Measure OVERALL = CODEBOOK.framework().measure("overall");

  /** Who the inspector is who judged a lesson of the first school: one of four. */
  static final IntUnaryOperator IN_TURN = lesson -> lesson % 4;

  static JudgedSchools of(
      long seed, double deviation, int lessons, BenchmarkRule rule, IntUnaryOperator first) {
    return of(seed, deviation, lessons, rule, first, "inspector %d");
  }

  static JudgedSchools of(
      long seed,
      double deviation,
      int fewest,
      BenchmarkRule rule,
      IntUnaryOperator first,
      String pseudonym) {
    Random random = new Random(seed);
    double[] severity = new double[8];
    for (int i = 0; i < severity.length; i++) {
      severity[i] = deviation * random.nextGaussian();
    }
    List<InspectionTallies> inspections = new ArrayList<>();
    List<FirstReadings> readings = new ArrayList<>();
    double[] truth = new double[CODES.size()];
    for (int s = 0; s < CODES.size(); s++) {
      JudgementMatrix matrix = new JudgementMatrix(CODEBOOK.framework().questions().size());
      int lessons = fewest + 4 * s;
      double school = .2 * random.nextGaussian();
      for (int c = 0; c < lessons; c++) {
        int place = s == 0 ? first.applyAsInt(c) : c % 4;
        int inspector = place < 0 ? -1 : (s + 2 * place) % 8;
        double logit = .8 + school + .4 * random.nextGaussian();
        truth[s] += 1 / (1 + Math.exp(-logit)) / lessons;
        add(
            matrix,
            c,
            logit + (inspector < 0 ? 0 : severity[inspector]),
            inspector,
            random,
            pseudonym);
      }
      String id = CODES.get(s) + "-2014";
      inspections.add(
          new InspectionTallies(
              id,
              CODEBOOK.framework().trust(CODES.get(s)),
              null,
              LocalDate.of(2014, 1, 1),
              LocalDate.of(2014, 1, 31),
              LocalDate.of(2014, 3, 1),
              400L,
              (long) lessons,
              (long) lessons,
              true,
              InspectionTallies.grouped(new Tallier(CODEBOOK).tally(id, matrix))));
      readings.add(FirstReadings.of(CODEBOOK, "overall", id, matrix));
    }
    AnalysisRules rules =
        new AnalysisRules(
            AnalysisRules.POOLED,
            rule,
            VerdictRule.DIFFERENCE,
            10,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false);
    return new JudgedSchools(
        Benchmark.of(CODEBOOK.framework(), rules, inspections), readings, truth);
  }

  private static void add(
      JudgementMatrix matrix,
      int lesson,
      double logit,
      int inspector,
      Random random,
      String pseudonym) {
    int number =
        matrix.addCase(
            new CaseRow("L" + lesson, "lesson", List.of("early", "low", ""), 0, lesson + 2));
    for (String question : List.of("plan", "pace", "marked", "safe")) {
      boolean isGood = random.nextDouble() < 1 / (1 + Math.exp(-logit));
      String answer = question.equals("safe") ? (isGood ? "1" : "4") : isGood ? "yes" : "no";
      int column = CODEBOOK.question(question);
      matrix.place(number, column, CODEBOOK.answer(answer), 0, lesson + 2);
      if (inspector >= 0) {
        matrix.judgedBy(number, column, matrix.inspector(pseudonym.formatted(inspector)));
      }
    }
  }

  /** The chapter on who judged. */
  WhoJudged judged() {
    return WhoJudged.NOT_KNOWN.with(results, OVERALL, readings);
  }
}
