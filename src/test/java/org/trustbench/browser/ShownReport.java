package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.trustbench.framework.FrameworkReader;

/**
 * Holds the tables of a report in view to the figures of its release's CSV files, for one trust
 * against one comparator.
 */
final class ShownReport {
  static final Set<String> THEMES = Set.of("overall", "theme");

  private final OpenedPage page;
  private final List<PageTable> tables;
  private final Figures figures;
  private final String trust;
  private final String comparator;

  ShownReport(OpenedPage page, Figures figures, String trust, String comparator) {
    this.page = page;
    this.tables = PageTable.all(page);
    this.figures = figures;
    this.trust = trust;
    this.comparator = comparator;
  }

  private static final String PATHWAY = FrameworkReader.read("iaow-2013").pathways().get(0).label();

  /** What sets the trust against the comparator, on overall and themes. */
  List<Map<String, String>> themes() {
    return figures.against(trust, comparator, THEMES::contains);
  }

  private String name() {
    return figures.score(themes().get(0)).get("trust_name");
  }

  private String group() {
    return themes().get(0).get("comparator_label");
  }

  /**
   * Title, benchmark, child protection and pathway are those of the trust, the leagues its group's.
   */
  void assertShows(String firstMeasure) {
    String title = name() + " against " + group();
    assertThat(page.evaluate("document.querySelector('h1').innerText")).isEqualTo(title);
    assertThat(page.evaluate("document.title").toString()).startsWith(title);
    assertBenchmark(title, themes());
    assertBenchmark(
        "Child protection: " + title,
        figures.against(trust, comparator, "child_protection"::equals));
    assertPathway();
    assertThat(tables.stream().filter(PageTable::isLeague).map(PageTable::title))
        .startsWith(label(firstMeasure) + ": " + group());
    assertLeague(firstMeasure);
    themes().forEach(measure -> assertLeague(measure.get("measure_id")));
  }

  private String label(String measure) {
    return figures.score(figures.of(trust, comparator, measure)).get("measure_label");
  }

  private void assertBenchmark(String title, List<Map<String, String>> rows) {
    PageTable table = PageTable.titled(tables, title);
    assertThat(rows).isNotEmpty();
    assertColumn(table, "Measure", rows, row -> figures.score(row).get("measure_label"));
    assertColumn(table, "Score", rows, row -> Figures.scoreWords(figures.score(row)));
    assertColumn(table, "Lowest", rows, row -> Figures.whole(row.get("lowest_percent")));
    assertColumn(table, "Highest", rows, row -> Figures.whole(row.get("highest_percent")));
    assertColumn(table, "Others", rows, row -> Figures.whole(row.get("benchmark_percent")));
    assertColumn(table, "Difference", rows, Figures::differenceWords);
    assertColumn(table, "Verdict", rows, Figures::verdictWords);
  }

  private void assertPathway() {
    List<Map<String, String>> steps = figures.pathway(trust, comparator);
    if (!steps.isEmpty()) {
      PageTable table = PageTable.titled(tables, PATHWAY + ": " + name() + " against " + group());
      assertColumn(table, "Step", steps, step -> step.get("step_label"));
      assertColumn(table, "Left %", steps, Figures::shareWords);
      assertColumn(table, "Others %", steps, Figures::othersShareWords);
    }
  }

  private void assertLeague(String measure) {
    List<Map<String, String>> league = figures.league(trust, comparator, measure);
    PageTable table = PageTable.titled(tables, label(measure) + ": " + group());
    assertColumn(table, "Rank", league, Figures::rankWords);
    assertColumn(
        table,
        "Trust",
        league,
        row ->
            figures.score(row).get("trust_name")
                + (row.get("trust_id").equals(trust) ? " in focus" : ""));
    assertColumn(table, "Tier", league, row -> row.get("tier"));
    assertColumn(table, "Score", league, row -> Figures.scoreWords(figures.score(row)));
  }

  private static void assertColumn(
      PageTable table,
      String column,
      List<Map<String, String>> rows,
      Function<Map<String, String>, String> words) {
    assertThat(table.column(column))
        .as("%s of %s", column, table.title())
        .isEqualTo(rows.stream().map(words).toList());
  }
}
