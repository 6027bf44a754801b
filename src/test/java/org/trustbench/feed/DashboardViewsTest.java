package org.trustbench.feed;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.PostgresServer.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.publish.SmallReleases;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.PostgresServer;
import org.trustbench.terms.Terms;

/** The tables and views of both databases: they say the same, and what the release says. */
class DashboardViewsTest {
  @TempDir static Path folder;

  private static PostgresServer server;
  private static ReleaseFolder release;
  private static Connection postgres;
  private static Connection duckDb;

  @BeforeAll
  static void feed() throws SQLException {
    server = PostgresServer.start();
    release = SmallReleases.publish(folder, 10, 4, 14, 16, 18);
    server.createDatabase("programme");
    Feed.to(server.trusted("programme"), release, 1);
    Feed.to("duckdb:" + folder.resolve("programme.duckdb"), release, 1);
    postgres = server.connect("programme");
    duckDb = DuckDbDriver.connect();
    execute(duckDb, "attach '%s' as fed".formatted(folder.resolve("programme.duckdb")));
    execute(duckDb, "use fed");
  }

  @AfterAll
  static void stop() throws SQLException {
    if (server != null) {
      postgres.close();
      duckDb.close();
      server.close();
    }
  }

  static Stream<String> names() {
    SqlSchema definition =
        new SqlSchema("iaow_2013", FeedContent.of(release).tables(), Terms.STANDARD);
    return Stream.concat(
        definition.tables().stream().map(table -> table.name()), definition.viewNames().stream());
  }

  @ParameterizedTest
  @MethodSource("names")
  void it_holds_the_same_rows_in_both_databases(String name) throws SQLException {
    String query = "select * from iaow_2013." + name;
    List<String> inPostgres = rows(postgres, query);

    // What its programme does not ask for, or nobody sent, is there for those who ask, and empty.
    assertThat(inPostgres.isEmpty())
        .isEqualTo(
            name.matches(".*(rating|target|grade|group|peer|weighted|agreement|severity).*"));
    assertThat(rows(duckDb, query)).containsExactlyInAnyOrderElementsOf(inPostgres);
  }

  @ParameterizedTest
  @MethodSource("csvs")
  void a_fact_holds_the_rows_of_its_csv(String fact, String csv) throws SQLException {
    List<Map<String, String>> published =
        PlainCsv.rows(release.folder().resolve("tables/" + csv + ".csv"));
    List<String> keys = List.of("inspection_id", "measure_id", "comparator_id", "verdict95");
    List<String> columns = keys.stream().filter(published.get(0)::containsKey).toList();

    assertThat(
            rows(
                postgres,
                "select %s from iaow_2013.%s".formatted(String.join(", ", columns), fact)))
        .containsExactlyInAnyOrderElementsOf(
            published.stream()
                .map(row -> columns.stream().map(row::get).collect(joining("|")))
                .toList());
  }

  static Stream<Object[]> csvs() {
    return Stream.of(
        new Object[] {"fact_comparison", "comparisons"},
        new Object[] {"fact_rank", "ranks"},
        new Object[] {"fact_finding", "findings"},
        new Object[] {"dim_trust", "trusts"});
  }

  @Test
  void the_columns_that_a_view_is_described_by_are_those_it_has() throws SQLException {
    for (DashboardView view : DashboardView.ALL) {
      assertThat(
              rows(
                  postgres,
                  "select column_name from information_schema.columns where table_schema = 'iaow_2013' and table_name = '%s' order by ordinal_position"
                      .formatted(view.name())))
          .as(view.name())
          .isEqualTo(view.columns());
    }
  }

  /** Of 20 cases 18, 16, 14 and 4 are sufficient; the first trust's later inspection counts. */
  @Test
  void the_league_is_by_rank_with_ties_by_tier_and_the_verdict_in_words() throws SQLException {
    assertThat(
            rows(
                postgres,
                """
                select rank, trust_id, score_percent, verdict from iaow_2013.league
                where measure_id = 'overall' and comparator_id = 'programme' order by rank
                """))
        .containsExactly(
            "1|ASP|90.0|higher",
            "2|CHS|80.0|similar",
            "3|CBS|70.0|similar",
            "4|BED|20.0|lower (99.8 %)");
  }

  @Test
  void the_trend_follows_a_trust_from_inspection_to_inspection() throws SQLException {
    assertThat(
            rows(
                postgres,
                """
                select inspection_number, inspection_id, score_percent, previous_score_percent, change_points,
                  round(change_lower95_points), round(change_upper95_points), change_verdict95, change_verdict998
                from iaow_2013.trend where trust_id = 'ASP' and measure_id = 'overall' order by 1
                """))
        .containsExactly(
            "1|ASP-2014-01|50.0|null|null|null|null|null|null",
            "2|ASP-2015-01|90.0|50.0|40.0|9.0|63.0|improved|no clear change");
  }

  @Test
  void the_funnel_shows_each_trust_within_limits_that_widen_as_judgements_get_fewer()
      throws SQLException {
    assertThat(
            rows(
                postgres,
                """
                select count(*) > 0, bool_and(funnel_score_lower95_percent < centre_percent
                  and centre_percent < funnel_score_upper95_percent) from iaow_2013.funnel
                """))
        .containsExactly("true|true");
    assertThat(
            rows(
                postgres,
                """
                select count(*) > 0, bool_and(width <= width_before) from (
                  select score_upper95_percent - score_lower95_percent as width,
                    lag(score_upper95_percent - score_lower95_percent) over (
                      partition by comparator_key, measure_id order by effective_judgements)
                    as width_before
                  from iaow_2013.funnel_limits) steps
                where width_before is not null
                """))
        .containsExactly("true|true");
  }

  @Test
  void the_pathway_never_gains_cases_from_step_to_step() throws SQLException {
    assertThat(
            rows(
                postgres,
                """
                select count(*) > 0, bool_and(remaining <= remaining_before) from (
                  select remaining, lag(remaining) over (
                    partition by inspection_id, pathway_id, comparator_id order by step)
                    as remaining_before
                  from iaow_2013.pathway) steps
                where remaining_before is not null
                """))
        .containsExactly("true|true");
  }
}
