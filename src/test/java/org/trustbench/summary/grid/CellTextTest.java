package org.trustbench.summary.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.benchmark.Availability;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;

class CellTextTest {
  private static final Interval AROUND = new Interval(.714, .806);

  static Stream<Arguments> cells() {
    return Stream.of(
        Arguments.of(Cell.EMPTY, "", "", ""),
        Arguments.of(Cell.text("[c]"), "[c]", "", ""),
        Arguments.of(new Cell.Number(2014), "2014", "", ""),
        Arguments.of(new Cell.Count(12040), "12,040", "", ""),
        Arguments.of(new Cell.Digits("66.3000"), "66.3000", "", ""),
        Arguments.of(Cell.percent(.755), "76", "", ""),
        Arguments.of(new Cell.Figure(.755, Cell.Unit.PERCENT, 1), "75.5", "", ""),
        Arguments.of(Cell.points(.004), "0", "", ""),
        Arguments.of(Cell.points(-.004), "0", "", ""),
        Arguments.of(Cell.points(-.055), "−6", "", ""),
        Arguments.of(new Cell.Figure(.0005, Cell.Unit.P_VALUE, 3), "<0.001", "", ""),
        Arguments.of(new Cell.Figure(.02, Cell.Unit.P_VALUE, 3), "0.020", "", ""),
        Arguments.of(new Cell.Estimate(Cell.percent(.76), AROUND, true), "76", "(71–81)", ""),
        Arguments.of(
            new Cell.Estimate(Cell.percent(.76), AROUND, false),
            "76",
            "(71–81) [u]",
            "low reliability"),
        Arguments.of(
            new Cell.Estimate(Cell.percent(.76), null, false), "76", "[u]", "low reliability"),
        Arguments.of(
            new Cell.Estimate(Cell.points(.03), new Interval(-.01, .07), true),
            "+3",
            "(−1 to +7)",
            ""),
        Arguments.of(new Cell.Rank(4, 2, 9), "4", "(2–9)", ""),
        Arguments.of(Cell.verdict(Verdict.LOWER, Verdict.LOWER), "lower (99.8 %)", "", ""),
        Arguments.of(Cell.verdict(Verdict.LOWER, Verdict.SIMILAR), "lower", "", ""),
        Arguments.of(
            new Cell.JudgedFigure(
                Cell.percent(.76), Cell.verdict(Verdict.SIMILAR, Verdict.SIMILAR)),
            "76",
            "similar",
            ""),
        Arguments.of(new Cell.Absent(Availability.SUPPRESSED), "[c]", "", "suppressed"));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void every_kind_of_cell_has_its_text(Cell cell, String main, String rest, String meaning) {
    assertThat(CellText.of(cell)).isEqualTo(new CellText(main, rest, meaning));
  }

  @Test
  void every_kind_of_cell_is_tried() {
    List<Class<?>> tried =
        cells().map(one -> one.get()[0]).<Class<?>>map(Object::getClass).distinct().toList();

    assertThat(tried).containsExactlyInAnyOrder(Cell.class.getPermittedSubclasses());
  }

  @Test
  void a_figure_that_is_shown_cannot_be_absent() {
    assertThatThrownBy(() -> new Cell.Absent(Availability.UNRELIABLE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_a_column_holds_is_told_by_types_and_not_by_what_its_text_looks_like() {
    assertThat(layout(Cell.text("76 (71–80)"), Cell.text("12"))).isEqualTo(ColumnLayout.TEXT);
    assertThat(layout(Cell.text("higher"))).isEqualTo(ColumnLayout.TEXT);
    assertThat(layout(new Cell.Rank(1, 1, 2), new Cell.Absent(Availability.SUPPRESSED)))
        .isEqualTo(ColumnLayout.INTERVALS);
    assertThat(layout(Cell.EMPTY, new Cell.Count(3))).isEqualTo(ColumnLayout.NUMBERS);
    assertThat(layout(Cell.EMPTY)).isEqualTo(ColumnLayout.TEXT);
  }

  private static ColumnLayout layout(Cell... cells) {
    return ColumnLayout.of(List.of(cells));
  }
}
