package org.trustbench.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TerminalTableTest {
  private static final Table TABLE =
      Tablesaw.table(
          "Delivering effective work",
          StringColumn.create(
              "Measure", "Checks with children's services for the court report", "Plans"),
          StringColumn.create("Score % (95 %)", "39 (27–53)", "[c]"),
          LongColumn.create("Not recorded", 1L, 1204L),
          StringColumn.create("Difference (95 %)", "−27 (−41 to −12)", "[c]"),
          StringColumn.create("Verdict", "lower (99.8 %)", "not compared"));

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
        Plans                                                 [c]                     1204  [c]                not compared
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
        Plans                                [c]                     1204  [c]                not compared
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
        Plans                     [c]             1204  [c]               not compared
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
        Plans              [c]             1204

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
        .contains("39 (27–53)", "−27 (−41 to −12)", "1204", "[c]", "lower (99.8 %)");
  }

  @Test
  void numbers_align_and_wide_characters_count_twice() {
    Table table =
        Tablesaw.table(
            "T",
            StringColumn.create("Trust", "東京", "Zoë", "e\u0301t"),
            StringColumn.create("Others", "7", "[c]", "1,204"));

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
}
