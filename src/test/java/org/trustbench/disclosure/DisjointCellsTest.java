package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/**
 * The pieces of the small framework: each question of lessons in late ones, as a measure and the
 * pathway have them, and in all others; interviews.
 */
class DisjointCellsTest {
  private final Framework framework = TinyFramework.read();
  private final DisjointCells cells = DisjointCells.of(framework);
  private static final String LARGE =
      """
      plan   12/20  20/30
      pace   12/20  20/30
      marked 12/20  20/30
      safe   12/20  %s
      """;

  private InspectionSuppression suppression(String safe) {
    InspectionTallies one = Judged.inspection("HILL", LARGE.formatted(safe));
    return new InspectionSuppression(framework, DisclosureRules.STANDARD, one);
  }

  private List<Measure> measures(String... ids) {
    return List.of(ids).stream().map(framework::measure).toList();
  }

  @Test
  void a_question_is_cut_where_conditions_tell_cases_apart() {
    assertThat(cells.size()).isEqualTo(9);
    assertThat(cells.ofQuestion("plan").cardinality()).isEqualTo(2);
    assertThat(cells.ofQuestion("talk").cardinality()).isEqualTo(1);
    assertThat(cells.questions()).containsExactly("plan", "pace", "marked", "safe", "talk");
    assertThat(cells.scopes()).isEqualTo(3);
  }

  @Test
  void measures_are_the_pieces_of_their_questions_in_their_cases() {
    assertThat(cells.of("question-safe")).isEqualTo(cells.ofQuestion("safe"));
    assertThat(cells.of("safe-late").cardinality()).isEqualTo(1);
    assertThat(cells.of("section-A1").cardinality()).isEqualTo(4);
    assertThat(cells.of("overall").cardinality()).isEqualTo(8);
    assertThat(cells.of("pathway-way-1")).isNull();
    assertThat(cells.countQuestions(cells.of("section-A1"))).isEqualTo(2);
    assertThat(cells.countQuestions(cells.of("safe-late"))).isEqualTo(1);
    assertThat(cells.countQuestions(new BitSet())).isZero();
    assertThat(DisjointCells.isWithin(cells.of("safe-late"), cells.of("question-safe"))).isTrue();
    assertThat(DisjointCells.isWithin(cells.of("question-safe"), cells.of("safe-late"))).isFalse();
    assertThat(DisjointCells.isWithin(new BitSet(), new BitSet())).isTrue();
  }

  @Test
  void late_lessons_lie_within_all_lessons_and_neither_with_interviews() {
    int late = cells.scopeOf(framework.measure("safe-late"));
    int all = cells.scopeOf(framework.measure("question-safe"));
    int interviews = cells.scopeOf(framework.measure("question-talk"));
    assertThat(cells.holding(late).get(all)).isTrue();
    assertThat(cells.holding(late).get(late)).isTrue();
    assertThat(cells.holding(all).get(late)).isFalse();
    assertThat(cells.holding(interviews).get(all)).isFalse();
    assertThat(cells.scopeOf(framework, framework.pathways().get(0))).isEqualTo(late);
    assertThat(cells.of(List.of("plan", "pace"), late).cardinality()).isEqualTo(2);
    assertThat(cells.scopesOfQuestion("plan").cardinality()).isEqualTo(2);
    assertThat(cells.scopesOfQuestion("talk").cardinality()).isEqualTo(1);
  }

  @Test
  void between_measures_lie_the_parts_of_each_question() {
    assertThat(cells.between()).hasSize(13).noneMatch(BitSet::isEmpty);
    assertThat(cells.between()).contains(cells.ofQuestion("safe"), cells.of("safe-late"));
  }

  @Test
  void conditions_that_overlap_leave_four_pieces_and_all_that_lies_between_two_measures() {
    Framework overlapping =
        TinyFramework.read(
            json ->
                json.replace(
                    "\"measures\": [",
                    "\"measures\": [{ \"id\": \"safe-high\", \"kind\": \"safety\", \"label\": \"High\","
                        + " \"questions\": [\"safe\"],"
                        + " \"when\": { \"attribute\": \"risk\", \"in\": [\"high\"] } },"));
    DisjointCells four = DisjointCells.of(overlapping);
    assertThat(four.ofQuestion("safe").cardinality()).isEqualTo(4);
    four.ofQuestion("safe").stream()
        .forEach(
            piece -> {
              BitSet alone = new BitSet();
              alone.set(piece);
              assertThat(four.between()).contains(alone);
            });
    // Of safe: four pieces, one less or with another (5 more); of three questions 3 each; of talk
    // 1.
    assertThat(four.between()).hasSize(19);
  }

  private Map<String, BitSet> assessed(InspectionSuppression shown) {
    return cells.assessed(IntegerBounds.of(shown.known(cells)).orElseThrow());
  }

  @Test
  void a_difference_of_two_figures_shown_tells_of_the_few_cases_between_them() {
    InspectionSuppression few = suppression("2/6");
    List<List<Measure>> telling =
        new NestedDifferences(DisclosureRules.STANDARD, cells, few).telling(assessed(few));
    assertThat(telling)
        .extracting(some -> some.stream().map(Measure::id).collect(Collectors.joining("-")))
        .contains("question-safe-safe-late", "section-B1-safe-late", "theme-B-safe-late");
    InspectionSuppression many = suppression("20/30");
    assertThat(new NestedDifferences(DisclosureRules.STANDARD, cells, many).telling(assessed(many)))
        .isEmpty();
    InspectionSuppression alike = suppression("30/30");
    assertThat(
            new NestedDifferences(DisclosureRules.STANDARD, cells, alike).telling(assessed(alike)))
        .isNotEmpty();
    few.withhold(framework.measure("safe-late"));
    assertThat(new NestedDifferences(DisclosureRules.STANDARD, cells, few).telling(assessed(few)))
        .isEmpty();
  }

  @Test
  void pieces_that_hold_no_judgement_are_no_part_of_a_measure() {
    InspectionSuppression none = suppression("0/0");
    assertThat(assessed(none).get("question-safe").cardinality()).isEqualTo(1);
    assertThat(assessed(none).get("question-plan").cardinality()).isEqualTo(2);
    assertThat(assessed(none).get("question-talk").cardinality()).isZero();
  }

  @Test
  void single_questions_are_missed_least_then_measures_sections_themes_and_the_whole() {
    SuppressionOrder order = new SuppressionOrder(suppression("20/30"));
    assertThat(
            order
                .first(measures("overall", "theme-A", "section-A1", "safe-late", "question-plan"))
                .id())
        .isEqualTo("question-plan");
    assertThat(order.first(measures("overall", "theme-A", "section-A1", "safe-late")).id())
        .isEqualTo("safe-late");
    assertThat(order.first(measures("overall", "theme-A", "section-A1")).id())
        .isEqualTo("section-A1");
    assertThat(order.first(measures("overall", "theme-A")).id()).isEqualTo("theme-A");
  }

  @Test
  void of_one_kind_those_of_both_outcomes_and_of_fewest_cases_go_first() {
    SuppressionOrder fewer = new SuppressionOrder(suppression("10/20"));
    assertThat(fewer.first(measures("question-marked", "question-safe")).id())
        .isEqualTo("question-safe");
    SuppressionOrder alike = new SuppressionOrder(suppression("20/20"));
    assertThat(alike.first(measures("question-plan", "question-safe")).id())
        .isEqualTo("question-safe");
    InspectionTallies one = Judged.inspection("HILL", "plan 18/20 0/0\npace 12/30 0/0");
    SuppressionOrder nearlyAll =
        new SuppressionOrder(new InspectionSuppression(framework, DisclosureRules.STANDARD, one));
    assertThat(nearlyAll.first(measures("question-plan", "question-pace")).id())
        .isEqualTo("question-pace");
    InspectionTallies three = Judged.inspection("HILL", "plan 17/20 0/0\npace 12/30 0/0");
    assertThat(
            new SuppressionOrder(
                    new InspectionSuppression(framework, DisclosureRules.STANDARD, three))
                .first(measures("question-plan", "question-pace"))
                .id())
        .isEqualTo("question-plan");
    SuppressionOrder same = new SuppressionOrder(suppression("20/30"));
    assertThat(same.first(measures("question-plan", "question-marked")).id())
        .isEqualTo("question-marked");
  }

  @Test
  void all_of_an_inspection_is_withheld_but_what_nothing_was_assessed_of() {
    InspectionSuppression all = suppression("20/30");
    assertThat(all.withheld()).isEmpty();
    assertThat(all.assessed()).extracting(Measure::id).doesNotContain("question-talk");
    all.withholdAll();
    assertThat(all.assessed()).isEmpty();
    assertThat(all.withheld())
        .extracting(Measure::id)
        .doesNotContain("question-talk", "section-A4");
    Pathway way = framework.pathways().get(0);
    assertThat(all.isShown(way)).isFalse();
    all.showAgain(way);
    assertThat(all.isShown(way)).isTrue();
  }

  @Test
  void few_interviews_or_few_lessons_are_few_of_a_kind() {
    assertThat(suppression("20/30").hasFewOfAKind()).isFalse();
    InspectionTallies talked = Judged.inspection("HILL", LARGE.formatted("20/30") + "talk 2/4 0/0");
    InspectionSuppression few =
        new InspectionSuppression(framework, DisclosureRules.STANDARD, talked);
    assertThat(few.hasFewOfAKind()).isTrue();
    assertThat(few.withheld("HILL-2014").sizes()).containsExactly("HILL-2014");
    assertThat(suppression("20/30").withheld("HILL-2014").sizes()).isEmpty();
  }

  private BitSet late(String question) {
    return cells.of(List.of(question), cells.scopeOf(framework.measure("safe-late")));
  }

  private boolean canBe(InspectionSuppression shown, String question, long least, long most) {
    int[] failed =
        IntruderKnowledge.variables(
            late(question), IntruderKnowledge.INSUFFICIENT, IntruderKnowledge.NOT_RECORDED);
    return IntegerBounds.of(shown.known(cells))
        .orElseThrow()
        .with(IntegerSystem.Sum.of(failed, new int[0], least, most))
        .isPresent();
  }

  @Test
  void a_pathway_shown_tells_how_many_late_lessons_failed_a_question_that_is_withheld() {
    InspectionSuppression shown = suppression("20/30");
    for (String measure : List.of("question-plan", "section-A1", "theme-A", "overall")) {
      shown.withhold(framework.measure(measure));
    }
    // Of twenty late lessons twelve are left after the first step.
    assertThat(canBe(shown, "plan", 8, 8)).isTrue();
    assertThat(canBe(shown, "plan", 9, 20)).isFalse();
    assertThat(canBe(shown, "plan", 0, 7)).isFalse();
    shown.withhold(framework.pathways().get(0));
    assertThat(canBe(shown, "plan", 9, 20)).isTrue();
    assertThat(canBe(shown, "plan", 0, 7)).isTrue();
  }

  @Test
  void a_later_step_tells_that_no_more_failed_than_left_the_pathway() {
    InspectionSuppression shown = suppression("20/30");
    for (String measure :
        List.of(
            "question-pace", "question-marked", "section-A1", "section-A2", "theme-A", "overall")) {
      shown.withhold(framework.measure(measure));
    }
    assertThat(canBe(shown, "pace", 8, 8)).isTrue();
    assertThat(canBe(shown, "pace", 9, 20)).isFalse();
    shown.withhold(framework.pathways().get(0));
    assertThat(canBe(shown, "pace", 9, 20)).isTrue();
  }

  @Test
  void a_step_tells_where_few_enter_it_or_all_or_none_are_left() {
    Pathway way = framework.pathways().get(0);
    InspectionSuppression large = suppression("20/30");
    assertThat(List.of(1, 2, 3)).noneMatch(step -> large.isTelling(way, step));
    InspectionSuppression nine =
        new InspectionSuppression(
            framework,
            DisclosureRules.STANDARD,
            Judged.inspection("HILL", LARGE.replace("plan   12", "plan   9").formatted("20/30")));
    assertThat(nine.isTelling(way, 1)).isFalse();
    assertThat(nine.isTelling(way, 2)).isTrue();
    InspectionSuppression none =
        new InspectionSuppression(
            framework,
            DisclosureRules.STANDARD,
            Judged.inspection("HILL", LARGE.replace("marked 12", "marked 0").formatted("20/30")));
    assertThat(none.isTelling(way, 1)).isFalse();
    assertThat(none.isTelling(way, 2)).isTrue();
  }
}
