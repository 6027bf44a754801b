package org.trustbench.summary.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.benchmark.Availability;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;

class TerminalTableTest {
  private static final Cell WITHHELD = new Cell.Absent(Availability.SUPPRESSED);
  private static final Grid TABLE =
      Grid.of(
          "Delivering effective work",
          List.of("Measure", "Score % (95 %)", "Not recorded", "Difference (95 %)", "Verdict"),
          List.of(
              List.of(
                  Cell.text("Checks with children's services for the court report"),
                  new Cell.Estimate(Cell.percent(.39), new Interval(.27, .53), true),
                  new Cell.Count(1),
                  new Cell.Estimate(Cell.points(-.27), new Interval(-.41, -.12), true),
                  Cell.verdict(Verdict.LOWER, Verdict.LOWER)),
              List.of(
                  Cell.text("Plans"),
                  WITHHELD,
                  new Cell.Count(1204),
                  WITHHELD,
                  Cell.verdict(Verdict.NOT_COMPARED, Verdict.NOT_COMPARED))));

  private static void assertShown(int width, String shown) {
    assertThat(String.join("\n", TerminalTable.lines(TABLE, width)) + "\n").isEqualTo(shown);
  }

  @Test
  void with_room_enough_everything_is_shown_whole() {
    assertShown(
        150,
        """
        Delivering effective work
        Measure                                               Score % (95 %)  Not recorded  Difference (95 %)  Verdict
        ────────────────────────────────────────────────────  ──────────────  ────────────  ─────────────────  ──────────────
        Checks with children's services for the court report  39 (27–53)                 1  −27 (−41 to −12)   lower (99.8 %)
        Plans                                                 [c]                    1,204  [c]                not compared
        """);
  }

  @Test
  void text_gives_way_before_anything_else() {
    assertShown(
        100,
        """
        Delivering effective work
        Measure                              Score % (95 %)  Not recorded  Difference (95 %)  Verdict
        ───────────────────────────────────  ──────────────  ────────────  ─────────────────  ──────────────
        Checks with children's services fo…  39 (27–53)                 1  −27 (−41 to −12)   lower (99.8 %)
        Plans                                [c]                    1,204  [c]                not compared
        """);
  }

  @Test
  void then_headings_wrap() {
    assertShown(
        80,
        """
        Delivering effective work
                                  Score %          Not  Difference
        Measure                   (95 %)      recorded  (95 %)            Verdict
        ────────────────────────  ──────────  ────────  ────────────────  ──────────────
        Checks with children's …  39 (27–53)         1  −27 (−41 to −12)  lower (99.8 %)
        Plans                     [c]            1,204  [c]               not compared
        """);
  }

  @Test
  void what_finds_no_room_goes_on_below_beside_the_names_of_the_rows() {
    assertShown(
        44,
        """
        Delivering effective work
                           Score %          Not
        Measure            (95 %)      recorded
        ─────────────────  ──────────  ────────
        Checks with chil…  39 (27–53)         1
        Plans              [c]            1,204

                           Difference
        Measure            (95 %)
        ─────────────────  ────────────────
        Checks with chil…  −27 (−41 to −12)
        Plans              [c]

        Measure            Verdict
        ─────────────────  ──────────────
        Checks with chil…  lower (99.8 %)
        Plans              not compared
        """);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 50, 60, 70, 80, 90, 100, 120})
  void no_line_is_wider_than_the_terminal_and_no_number_is_cut(int width) {
    List<String> lines = TerminalTable.lines(TABLE, width);

    assertThat(lines).allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
    assertThat(String.join("\n", lines))
        .contains("39 (27–53)", "−27 (−41 to −12)", "1,204", "[c]", "lower (99.8 %)");
  }

  @Test
  void numbers_align_and_wide_characters_count_twice() {
    Grid table =
        Grid.of(
            "T",
            List.of("Trust", "Others"),
            List.of(
                List.of(Cell.text("東京"), Cell.percent(.07)),
                List.of(Cell.text("Zoë"), WITHHELD),
                List.of(Cell.text("e\u0301t"), new Cell.Count(1204))));

    assertThat(TerminalTable.lines(table, 80))
        .containsExactly(
            "T",
            "Trust  Others",
            "─────  ──────",
            "東京        7",
            "Zoë       [c]",
            "e\u0301t      1,204");
    assertThat(TextWidth.cut("東京都千代田", 7)).isEqualTo("東京都…");
    assertThat(TextWidth.cut("東京都千代田", 6)).isEqualTo("東京…");
  }

  @Test
  void text_that_looks_like_a_number_is_laid_out_as_text() {
    Grid table =
        Grid.of(
            "T",
            List.of("Unit", "P"),
            List.of(
                List.of(Cell.text("12"), new Cell.Figure(.0004, Cell.Unit.P_VALUE, 3)),
                List.of(Cell.text("7"), new Cell.Figure(.04, Cell.Unit.P_VALUE, 3))));

    assertThat(TerminalTable.lines(table, 80))
        .containsExactly("T", "Unit       P", "────  ──────", "12    <0.001", "7      0.040");
  }
}
