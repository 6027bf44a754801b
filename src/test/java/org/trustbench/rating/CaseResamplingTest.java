package org.trustbench.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trustbench.tally.CaseSums;

class CaseResamplingTest {
  private static final int TEACHING = 0;
  private static final int SAFETY = 1;
  private static final int WORST = 2;

  private final RatingDecision decision = new RatingDecision(RatedSchools.read());

  private static CaseSums lesson(int taught, int safe) {
    return new CaseSums("lesson", new int[] {taught, safe}, new int[] {1, 1});
  }

  private static List<CaseSums> lessons(int both, int taughtAlone, int safeAlone, int neither) {
    List<CaseSums> cases = new ArrayList<>();
    cases.addAll(Collections.nCopies(both, lesson(1, 1)));
    cases.addAll(Collections.nCopies(taughtAlone, lesson(1, 0)));
    cases.addAll(Collections.nCopies(safeAlone, lesson(0, 1)));
    cases.addAll(Collections.nCopies(neither, lesson(0, 0)));
    return cases;
  }

  private double[] shares(List<CaseSums> cases, int rule) {
    return CaseResampling.of(decision, "I-1", cases).shares(rule).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  @Test
  void a_score_of_one_judgement_a_case_is_drawn_as_a_binomial() {
    // 12 of 20 were taught well. R: 1 - pbinom(11, 20, .6) = .5955987 (good from 58 %, that is 12),
    // pbinom(11, 20, .6) - pbinom(7, 20, .6) = .3833727 (fair), pbinom(7, 20, .6) = .02102893
    // (poor)
    double[] shares = shares(lessons(12, 0, 0, 8), TEACHING);

    assertThat(shares).containsExactly(new double[] {.5956, .3834, .0210, 0}, within(.035));
  }

  @Test
  void measures_of_the_same_cases_are_drawn_together() {
    // Taught and safe are the same 16 of 20 cases: both are good where at least 15 are drawn.
    // R: 1 - pbinom(14, 20, .8) = .8042078. Drawn apart it would be .8042 * .9970 at most for
    // measures that have nothing to do with each other, and never above either of the two.
    assertThat(shares(lessons(16, 0, 0, 4), WORST)[0]).isCloseTo(.8042, within(.03));
    // Where each case fails one of the two, half of each is the best that both can have.
    assertThat(shares(lessons(0, 10, 10, 0), WORST)[0]).isZero();
  }

  @Test
  void cases_of_another_kind_are_drawn_among_themselves() {
    CaseSums interview = new CaseSums("interview", new int[] {0, 1}, new int[] {0, 1});
    List<CaseSums> cases = new ArrayList<>(List.of(interview));
    cases.addAll(
        Collections.nCopies(3, new CaseSums("lesson", new int[] {1, 0}, new int[] {1, 0})));

    assertThat(shares(cases, SAFETY)).containsExactly(1, 0, 0, 0);
  }

  @Test
  void the_order_of_cases_changes_nothing() {
    List<CaseSums> cases = lessons(7, 5, 4, 3);
    List<CaseSums> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(3));

    assertThat(CaseResampling.of(decision, "I-1", shuffled).times())
        .isDeepEqualTo(CaseResampling.of(decision, "I-1", cases).times());
  }

  @Test
  void two_inspections_of_the_same_cases_are_drawn_apart() {
    List<CaseSums> cases = lessons(7, 5, 4, 3);

    assertThat(CaseResampling.of(decision, "I-2", cases).times())
        .matches(
            drawn -> !Arrays.deepEquals(drawn, CaseResampling.of(decision, "I-1", cases).times()));
  }

  @Test
  void an_inspection_without_cases_has_no_rating_in_any_draw() {
    assertThat(shares(List.of(), WORST)).containsExactly(0, 0, 0, 1);
  }
}
