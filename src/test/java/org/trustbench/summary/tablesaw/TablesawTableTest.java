package org.trustbench.summary.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.Availability;
import org.trustbench.stats.Interval;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class TablesawTableTest {
  private record Row(String trust, Double score, Long base) {}

  private static final SummaryTable<Row> SCORES =
      new SummaryTable<>(
          "scores",
          "One row per trust.",
          List.of("trust"),
          List.of(
              SummaryColumn.text("Trust", "trust", "the trust", Row::trust),
              SummaryColumn.shown(
                  "Score %",
                  row -> Cell.percent(row.score(), Availability.SUPPRESSED),
                  SummaryColumn.percent("Score %", "score_percent", "of assessed", Row::score)),
              SummaryColumn.count("Base", "base", "judgements", "assessed", Row::base)),
          row -> Availability.SUPPRESSED);

  private static final List<Row> ROWS =
      List.of(new Row("Kent", .655, 1204L), new Row("Wales", null, 7L));

  @Test
  void people_read_the_same_words_as_in_every_other_output() {
    Table table =
        TablesawTable.of(
            Grid.of(
                "Scores",
                List.of("Trust", "Score", "Base"),
                List.of(
                    List.of(
                        Cell.text("Kent"),
                        new Cell.Estimate(Cell.percent(.655), new Interval(.6, .7), true),
                        new Cell.Count(1204)),
                    List.of(
                        Cell.text("Wales"),
                        new Cell.Absent(Availability.SUPPRESSED),
                        new Cell.Count(7)))));

    assertThat(table.name()).isEqualTo("Scores");
    assertThat(table.column("Score").asList()).isEqualTo(List.of("66 (60–70)", "[c]"));
    assertThat(table.column("Base").type()).isEqualTo(ColumnType.LONG);
  }

  @Test
  void figures_are_typed_and_what_is_withheld_is_missing() {
    Table table = TablesawTable.figures(SCORES, ROWS);

    assertThat(table.columnNames()).containsExactly("trust", "score_percent", "base");
    assertThat(table.longColumn("score_percent").get(0)).isEqualTo(66L);
    assertThat(table.column("score_percent").isMissing(1)).isTrue();
    assertThat(table.longColumn("base").sum()).isEqualTo(1211);
  }

  @Test
  void a_table_of_tablesaw_prints_as_the_programs_own_do() {
    assertThat(TablesawTable.lines(TablesawTable.figures(SCORES, ROWS), 80))
        .containsExactly(
            "scores",
            "trust  score_percent  base",
            "─────  ─────────────  ────",
            "Kent              66  1204",
            "Wales                    7");
  }

  @Test
  void nothing_of_the_virtual_machine_is_set_for_it() {
    String before = System.getProperty("java.class.path");

    TablesawTable.of(Grid.of("Empty", List.of("Trust"), List.of()));

    assertThat(System.getProperty("java.class.path")).isEqualTo(before);
    assertThat(tech.tablesaw.api.Table.defaultReaderRegistry.getReaderForExtension("csv"))
        .isPresent();
  }
}
