package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Trust;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.tally.Tallier;

/** Programmes of schools that differ by the luck of their cases alone. */
class Findings_ChanceTest {
  private static final Codebook CODEBOOK = SchoolProgramme.CODEBOOK;
  private static final int PROGRAMMES = 40;

  @Test
  void a_school_like_all_others_has_a_comparative_finding_at_most_five_times_in_a_hundred() {
    Random random = new Random(20140304);
    long schools = 0;
    long found = 0;
    for (int programme = 0; programme < PROGRAMMES; programme++) {
      List<InspectionTallies> alike =
          CODEBOOK.framework().trusts().stream().map(trust -> inspection(trust, random)).toList();
      Results results =
          Benchmark.of(CODEBOOK.framework(), new AnalysisRules(AnalysisRules.POOLED, 10), alike);
      schools += alike.size();
      found +=
          Findings.of(results).stream()
              .filter(one -> one.basis() == Finding.Basis.COMPARATIVE)
              .map(one -> SchoolProgramme.school(one.score()))
              .distinct()
              .count();
    }
    // Two standard errors over the stated rate, were the schools of a programme independent.
    assertThat(found)
        .isLessThanOrEqualTo(Math.round(schools * .05 + 2 * Math.sqrt(schools * .0475)));
    assertThat(found).isPositive();
  }

  /** Thirty lessons, each better or worse in all its questions. */
  private static InspectionTallies inspection(Trust trust, Random random) {
    JudgementMatrix matrix = new JudgementMatrix(CODEBOOK.framework().questions().size());
    for (int c = 0; c < 30; c++) {
      int number =
          matrix.addCase(
              new CaseRow(
                  "L" + c,
                  "lesson",
                  Arrays.asList(c % 2 == 0 ? "late" : "early", "low", null),
                  0,
                  c + 2));
      double p = 1 / (1 + Math.exp(-.8 - random.nextGaussian()));
      for (String question : Stream.of("plan", "pace", "marked", "safe").toList()) {
        boolean isGood = random.nextDouble() < p;
        String answer = question.equals("safe") ? (isGood ? "1" : "4") : isGood ? "yes" : "no";
        matrix.place(number, CODEBOOK.question(question), CODEBOOK.answer(answer), 0, c + 2);
      }
    }
    String id = trust.code() + "-2014";
    return new InspectionTallies(
        id,
        trust,
        null,
        LocalDate.of(2014, 1, 1),
        LocalDate.of(2014, 1, 31),
        LocalDate.of(2014, 3, 1),
        400L,
        30L,
        30L,
        true,
        InspectionTallies.grouped(new Tallier(CODEBOOK).tally(id, matrix)));
  }
}
