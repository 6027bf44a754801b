package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report where scripts are switched off: all of it, for the trust in focus. */
@ExtendWith(SharedChromium.class)
class WithoutScriptsTest {
  private static final String FOCUS = "NSP";
  private static final String NAME = "Norfolk and Suffolk Probation Trust";

  private final Figures figures = new Figures(Releases.focused());

  private static OpenedPage opened() {
    return OpenedPage.withoutScripts(Releases.focused().resolve("index.html"), OpenedPage.DESK);
  }

  @Test
  void the_benchmark_tables_hold_the_figures_of_the_trust_in_focus() {
    try (OpenedPage page = opened()) {
      assertBenchmark(
          PageTable.captioned(page, NAME + " against Tranche 2"),
          figures.against(FOCUS, "tranche", Set.of("overall", "theme")::contains));
      assertBenchmark(
          PageTable.captioned(page, "Child protection: " + NAME),
          figures.against(FOCUS, "tranche", "child_protection"::equals));
    }
  }

  private void assertBenchmark(PageTable table, List<Map<String, String>> rows) {
    assertThat(rows).isNotEmpty();
    assertThat(table.column("Measure"))
        .isEqualTo(rows.stream().map(row -> figures.score(row).get("measure_label")).toList());
    assertThat(table.column("Score"))
        .isEqualTo(rows.stream().map(figures::score).map(Figures::scoreWords).toList());
    assertThat(table.column("Lowest"))
        .isEqualTo(rows.stream().map(row -> Figures.whole(row.get("lowest_percent"))).toList());
    assertThat(table.column("Highest"))
        .isEqualTo(rows.stream().map(row -> Figures.whole(row.get("highest_percent"))).toList());
    assertThat(table.column("Difference"))
        .isEqualTo(rows.stream().map(Figures::differenceWords).toList());
    assertThat(table.column("Verdict"))
        .zipSatisfy(rows, (shown, row) -> assertThat(shown).startsWith(row.get("verdict95")));
  }

  @Test
  void the_leagues_are_there_for_the_whole_and_every_theme() {
    try (OpenedPage page = opened()) {
      List<Map<String, String>> measures =
          figures.against(FOCUS, "tranche", Set.of("overall", "theme")::contains);
      assertThat(measures).hasSize(6);
      for (Map<String, String> measure : measures) {
        List<Map<String, String>> league =
            figures.league(FOCUS, "tranche", measure.get("measure_id"));
        PageTable table =
            PageTable.captioned(page, figures.score(measure).get("measure_label") + ": Tranche 2");
        assertThat(table.column("Rank"))
            .isEqualTo(league.stream().map(Figures::rankWords).toList());
        assertThat(table.column("Trust"))
            .zipSatisfy(
                league,
                (shown, row) -> assertThat(shown).startsWith(figures.score(row).get("trust_name")));
        assertThat(table.column("Score"))
            .isEqualTo(league.stream().map(figures::score).map(Figures::scoreWords).toList());
      }
    }
  }

  @Test
  void nothing_is_offered_that_would_not_work() {
    try (OpenedPage page = opened()) {
      assertThat(page.list(OFFERED)).isEmpty();
    }
  }

  private static final String OFFERED =
      """
      [...document.querySelectorAll('select, button, input')].filter(e => e.checkVisibility())
        .map(e => e.outerHTML.slice(0, 100))
      """;
}
