package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.PostgresServer.rows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.benchmark.LevelSchools;
import org.trustbench.benchmark.PeerSchools;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.feed.Feed;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.support.PostgresServer;

/** A release of schools in towns in counties: its tables, its workbook and its feed. */
class GroupReleaseTest {
  private static final String SCHOOLS =
      """
      E1 Ely   Cambs 18/20
      E2 Ely   Cambs 9/15
      E3 Ely   Cambs 30/60
      M1 March Cambs 18/20
      M2 March Cambs 27/30
      D1 Dover Kent  17/20
      D2 Dover Kent
      """;

  @TempDir static Path folder;

  private static ReleaseFolder release;

  @BeforeAll
  static void publish() {
    ReleaseContent content =
        ReleaseContent.internal(
            true, LevelSchools.of(SCHOOLS).results(), List.of(), List.of(), List.of());
    release = SmallReleases.publish(folder, content, Map.of("E1-2014", "%064x".formatted(1)));
  }

  @Test
  void a_group_names_the_group_above_and_counts_its_institutions() throws IOException {
    assertThat(Files.readString(release.verified("tables/groups.csv")).lines())
        .containsExactly(
            "group_key,level_id,group_name,parent_group_key,trusts_registered,trusts_inspected",
            "town:Dover,town,Dover,county:Kent,2,1",
            "town:Ely,town,Ely,county:Cambs,3,3",
            "town:March,town,March,county:Cambs,2,2",
            "county:Cambs,county,Cambs,,5,5",
            "county:Kent,county,Kent,,2,1");
  }

  @Test
  void a_score_of_a_group_has_cases_beside_the_institutions_it_rests_on() throws IOException {
    assertThat(Files.readString(release.verified("tables/group_scores.csv")).lines())
        .anyMatch(line -> line.startsWith("town:Ely,town,Ely,overall,Overall,3,0,95,95,57,"))
        .anyMatch(line -> line.startsWith("county:Kent,county,Kent,overall,Overall,1,0,20,20,17,"));
  }

  private static ReleaseContent hostile() {
    String schools = SCHOOLS.replace(" Ely ", " O'Ely_\"<b>&,=1 ");
    return ReleaseContent.internal(
        true, LevelSchools.of(schools).results(), List.of(), List.of(), List.of());
  }

  @Test
  void a_feed_of_postgresql_has_them_with_keys_whatever_a_group_is_called() throws SQLException {
    ReleaseFolder named =
        SmallReleases.publish(
            folder.resolve("named"), hostile(), Map.of("E1-2014", "%064x".formatted(1)));
    try (PostgresServer server = PostgresServer.start()) {
      server.createDatabase("groups");
      Feed.to(server.trusted("groups"), named, 1);
      try (Connection connection = server.connect("groups")) {
        assertThat(
                rows(
                    connection,
                    "select level_id, group_name, parent_group_key, trusts_assessed,"
                        + " round(score_percent::numeric, 4) from schools.group_league where"
                        + " measure_id = 'overall' and comparator_id = 'all' order by 1, 4"))
            .containsExactly(
                "county|Kent|null|1|85.0000",
                "county|Cambs|null|5|70.3448",
                "town|Dover|county:Kent|1|85.0000",
                "town|March|county:Cambs|2|90.0000",
                "town|O'Ely \"<b>&,=1|county:Cambs|3|60.0000");
        assertThat(
                rows(
                    connection,
                    "select pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and"
                        + " conrelid = 'schools.fact_group_finding'::regclass and"
                        + " pg_get_constraintdef(oid) like '%dim_group%'"))
            .hasSize(1);
      }
    }
  }

  @Test
  void groups_of_a_release_go_with_it_when_the_next_has_none() throws SQLException {
    ReleaseFolder without =
        SmallReleases.publish(
            folder.resolve("without"),
            ReleaseContent.internal(
                true,
                PeerSchools.results("A 1 town - 5/10\nB 2 country - 5/10"),
                List.of(),
                List.of(),
                List.of()),
            Map.of("A-2014", "%064x".formatted(2)));
    try (PostgresServer server = PostgresServer.start()) {
      server.createDatabase("one_then_none");
      Feed.to(server.trusted("one_then_none"), release, 1);
      Feed.to(server.trusted("one_then_none"), without, 1);
      try (Connection connection = server.connect("one_then_none")) {
        assertThat(rows(connection, "select release_id from schools.release"))
            .containsExactly(without.id());
        for (String view :
            List.of("group_league", "group_trend", "fact_group_finding", "dim_group")) {
          assertThat(rows(connection, "select * from schools." + view)).as(view).isEmpty();
        }
      }
    }
  }

  @Test
  void every_link_of_a_group_leads_to_a_page_and_its_name_is_escaped() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    ReportPage.all(hostile(), ReportPage.EVERY_TRUST, "programme", pages::put);
    assertThat(pages.keySet()).contains("groups-town.html", "groups-county.html", "index.html");
    pages.forEach(
        (path, text) -> {
          if (path.endsWith(".html")) {
            assertThat(text.contains("Ely \"<b>")).as(path).isFalse();
            Matcher links = Pattern.compile("href=\"([^\"#:]+\\.html)").matcher(text);
            while (links.find()) {
              String to = URI.create("release/" + path).resolve(links.group(1)).getPath();
              if (to.matches("release/(groups|trusts|index).*")) {
                assertThat(pages.keySet()).as(path).contains(to.substring(8));
              }
            }
          }
        });
  }

  @Test
  void a_feed_has_the_league_of_every_level() throws SQLException {
    Feed.to("duckdb:" + folder.resolve("fed.duckdb"), release, 1);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      execute(
          connection, "attach '%s' as held (read_only)".formatted(folder.resolve("fed.duckdb")));
      execute(connection, "use held");
      assertThat(
              rows(
                  connection,
                  "select level_id, comparator_id, group_name, parent_group_key, trusts_assessed,"
                      + " score_percent from schools.group_league where measure_id = 'overall' and"
                      + " comparator_id = 'all' order by 1, 3"))
          .containsExactly(
              "county|all|Cambs|null|5|70.3448",
              "county|all|Kent|null|1|85.0",
              "town|all|Dover|county:Kent|1|85.0",
              "town|all|Ely|county:Cambs|3|60.0",
              "town|all|March|county:Cambs|2|90.0");
    }
  }
}
