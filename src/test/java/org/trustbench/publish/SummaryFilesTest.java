package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.publish.SummaryFiles.Summary;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.grid.CellText;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.tablesaw.TablesawTable;
import org.trustbench.support.PlainCsv;

class SummaryFilesTest {
  @TempDir Path folder;

  private static final Framework FRAMEWORK =
      Programmes.renamed(Programmes.framework(Programmes.PROBATION), "=HYPERLINK(\"http://x\")");
  private static final ReleaseContent INTERNAL =
      Programmes.content(FRAMEWORK, Programmes.inspections(FRAMEWORK, 4, 8, 10, 12, 15, 20));
  private static final ReleaseContent PUBLIC =
      Disclosure.forPublic(INTERNAL, new DisclosureRules(21, 5));

  private static List<Summary<?>> of(ReleaseContent content, boolean isFocused) {
    return SummaryFiles.of(
        content,
        ReportFocus.of(
            content.results(), isFocused ? FRAMEWORK.trusts().get(0).code() : null, "tranche"));
  }

  private <R> List<Map<String, String>> written(Summary<R> summary) throws Exception {
    Path file = folder.resolve(summary.table().name() + ".csv");
    CsvFile.write(file, summary.table().figures(), summary.rows());
    return PlainCsv.rows(file);
  }

  private static <R> Grid words(Summary<R> summary) {
    return summary.table().grid("", summary.rows());
  }

  @Test
  void the_trust_in_focus_has_its_own_files_and_without_one_there_are_none() {
    assertThat(of(INTERNAL, true))
        .extracting(summary -> summary.table().name())
        .containsExactly("league", "benchmark", "child_protection", "coverage", "revisions");
    assertThat(of(INTERNAL, false))
        .extracting(summary -> summary.table().name())
        .containsExactly("league", "coverage", "revisions");
  }

  @Test
  void a_league_has_a_row_for_every_trust_measure_and_group_and_no_formula() throws Exception {
    List<Map<String, String>> league = written(of(INTERNAL, true).get(0));

    assertThat(league).hasSize(6 * 6 * 2);
    assertThat(league.get(0))
        .containsEntry("comparator_id", "tranche")
        .containsEntry("measure_id", "overall")
        .containsEntry("rank", "1")
        .containsEntry("score_percent", "100")
        .containsEntry("score_status", "shown");
    assertThat(league.get(5)).containsEntry("trust", "'=HYPERLINK(\"http://x\")");
  }

  @Test
  void keys_tell_the_rows_of_every_file_apart() throws Exception {
    for (Summary<?> summary : of(INTERNAL, true)) {
      List<String> key = summary.table().key();
      assertThat(written(summary).stream().map(row -> key.stream().map(row::get).toList()))
          .as(summary.table().name())
          .allSatisfy(values -> assertThat(values).doesNotContainNull())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void to_the_public_what_is_withheld_is_empty_in_files_and_shorthand_in_words() throws Exception {
    List<Summary<?>> summaries = of(PUBLIC, true);

    assertThat(written(summaries.get(0)))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("score_status", "suppressed")
                    .containsEntry("score_percent", "")
                    .containsEntry("judgements", "")
                    .containsEntry("rank", ""));
    Grid league = words(summaries.get(0));
    for (String column : List.of("Tier", "Rank", "Score % (95 %)", "Cases", "Judgements")) {
      assertThat(league.cells(league.column(column)))
          .as(column)
          .extracting(CellText::joined)
          .containsOnly("[c]");
    }
    for (Summary<?> summary : summaries) {
      assertThat(TablesawTable.of(words(summary)).print(200)).doesNotContain("null", "NaN");
    }
  }
}
