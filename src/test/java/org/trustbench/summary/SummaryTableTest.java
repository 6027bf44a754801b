package org.trustbench.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.summary.SummaryColumn.kept;
import static org.trustbench.summary.SummaryColumn.number;
import static org.trustbench.summary.SummaryColumn.percent;
import static org.trustbench.summary.SummaryColumn.text;
import static org.trustbench.summary.SummaryColumn.worded;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
              worded(
                  "Score % (95 %)",
                  row -> row.score() == null ? "[c]" : "66 (63–68)",
                  percent("Score %", "score_percent", "of assessed", Row::score),
                  percent("From %", "score_lower95_percent", "lower end", Row::low),
                  percent("To %", "score_upper95_percent", "upper end", Row::high)),
              number("Base", "base", "judgements", "judgements assessed", Row::base),
              worded(
                  "Flag",
                  Row::flag,
                  FigureColumn.of("Flag", Column.text("flag", "what else to know", Row::flag))
                      .orElse(row -> "none")),
              text("Trust", "trust", "the trust", Row::code)),
          row -> "[c]");

  @Test
  void people_read_words() {
    var words = TABLE.words("All work with cases", List.of(SHOWN));

    assertThat(words.name()).isEqualTo("All work with cases");
    assertThat(words.columnNames()).containsExactly("Score % (95 %)", "Base", "Flag", "Trust");
    assertThat(words.column("Score % (95 %)").get(0)).isEqualTo("66 (63–68)");
    assertThat(words.column("Base").get(0)).isEqualTo(1204L);
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
    assertThat(TABLE.cells(SHOWN)).containsExactly("NSP", 66L, 63L, 68L, 1204L, "none", "NSP");
    assertThat(TABLE.cells(WITHHELD))
        .containsExactly("KNT", "[c]", "[c]", "[c]", "[c]", "may be chance", "KNT");
  }

  @Test
  void a_number_that_is_missing_is_shorthand_beside_the_others() {
    var base = TABLE.words("All work with cases", List.of(SHOWN, WITHHELD)).column("Base");

    assertThat(base.asList()).isEqualTo(List.of("1,204", "[c]"));
  }

  @Test
  void what_all_rows_share_can_be_left_out_of_the_figures_and_not_of_the_words() {
    SummaryTable<Row> without = TABLE.without(Set.of("trust_id", "trust"));

    assertThat(without.figures().columnNames()).doesNotContain("trust_id", "trust").hasSize(5);
    assertThat(without.words("", List.of(SHOWN)).columnNames()).contains("Trust");
  }
}
