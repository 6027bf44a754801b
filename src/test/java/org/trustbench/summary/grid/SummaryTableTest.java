package org.trustbench.summary.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.summary.grid.SummaryColumn.count;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.Availability;
import org.trustbench.stats.Interval;
import org.trustbench.table.Column;

class SummaryTableTest {
  private record Row(String code, Double score, Double low, Double high, Long base, String flag) {}

  private static final Row SHOWN = new Row("NSP", .655, .625, .6849, 1204L, "");
  private static final Row WITHHELD = new Row("KNT", null, null, null, null, "may be chance");

  private static final SummaryTable<Row> TABLE =
      new SummaryTable<>(
          "league",
          "One row per trust.",
          List.of("trust_id"),
          List.of(
              kept("Code", "trust_id", "code of the trust", Row::code),
              shown(
                  "Score % (95 %)",
                  row ->
                      row.score() == null
                          ? null
                          : new Cell.Estimate(
                              Cell.percent(row.score()), new Interval(row.low(), row.high()), true),
                  percent("Score %", "score_percent", "of assessed", Row::score),
                  percent("From %", "score_lower95_percent", "lower end", Row::low),
                  percent("To %", "score_upper95_percent", "upper end", Row::high)),
              count("Base", "base", "judgements", "judgements assessed", Row::base),
              shown(
                  "Flag",
                  row -> Cell.text(row.flag()),
                  FigureColumn.of("Flag", Column.text("flag", "what else to know", Row::flag))
                      .orElse(row -> Cell.text("none"))),
              text("Trust", "trust", "the trust", Row::code)),
          row -> Availability.SUPPRESSED);

  private static List<String> texts(List<Cell> cells) {
    return cells.stream().map(CellText::joined).toList();
  }

  @Test
  void people_read_a_figure_and_its_interval_in_one_cell() {
    Grid grid = TABLE.grid("All work with cases", List.of(SHOWN));

    assertThat(grid.title()).isEqualTo("All work with cases");
    assertThat(grid.headings()).containsExactly("Score % (95 %)", "Base", "Flag", "Trust");
    assertThat(texts(grid.rows().get(0))).containsExactly("66 (63–68)", "1,204", "", "NSP");
  }

  @Test
  void files_hold_the_figures_behind_the_words_in_columns_of_their_own() {
    var figures = TABLE.figures();

    assertThat(figures.name()).isEqualTo("summary_league");
    assertThat(figures.columnNames())
        .containsExactly(
            "trust_id",
            "score_percent",
            "score_lower95_percent",
            "score_upper95_percent",
            "base",
            "flag",
            "trust");
    assertThat(figures.columns().stream().map(column -> column.value().apply(SHOWN)))
        .containsExactly("NSP", 66L, 63L, 68L, 1204L, "", "NSP");
    assertThat(figures.columns().get(1).unit()).isEqualTo("percent");
  }

  @Test
  void a_workbook_has_no_empty_cell() {
    assertThat(texts(TABLE.figures(SHOWN)))
        .containsExactly("NSP", "66", "63", "68", "1204", "none", "NSP");
    assertThat(texts(TABLE.figures(WITHHELD)))
        .containsExactly("KNT", "[c]", "[c]", "[c]", "[c]", "may be chance", "KNT");
  }

  @Test
  void a_figure_that_is_missing_is_absent_for_its_rows_reason() {
    Grid grid = TABLE.grid("All work with cases", List.of(SHOWN, WITHHELD));

    assertThat(texts(grid.cells(1))).containsExactly("1,204", "[c]");
    assertThat(grid.columns().get(1).layout()).isEqualTo(ColumnLayout.NUMBERS);
    assertThat(grid.columns().get(0).layout()).isEqualTo(ColumnLayout.INTERVALS);
  }

  @Test
  void what_all_rows_share_can_be_left_out_of_the_figures_and_not_of_what_is_shown() {
    SummaryTable<Row> without = TABLE.without(Set.of("trust_id", "trust"));

    assertThat(without.figures().columnNames()).doesNotContain("trust_id", "trust").hasSize(5);
    assertThat(without.grid("", List.of(SHOWN)).headings()).contains("Trust");
  }
}
