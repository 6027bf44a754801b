package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.PostgresServer.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.benchmark.PeerSchools;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.feed.Feed;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.support.OdsDocument;

/** A release of schools with peers of their own: tables, workbook, page, findings and feed. */
class PeersInReleaseTest {
  private static final String SCHOOLS =
      """
      A 100 town    B+C+D+X 58/60
      B 110 town    A+C     30/60
      C 120 country -       30/60
      D 200 town    A+B+C+E 18/60
      E 400 country A+B+C+D 27/60
      X 100 town    -
      """;

  @TempDir static Path folder;

  private static ReleaseContent content;
  private static ReleaseFolder release;

  @BeforeAll
  static void publish() {
    content =
        ReleaseContent.internal(
            true, PeerSchools.results(SCHOOLS), List.of(), List.of(), List.of());
    release =
        SmallReleases.publish(
            folder.resolve("internal"), content, Map.of("A-2014", "%064x".formatted(1)));
  }

  @Test
  void the_bridge_says_who_is_whose_peer_and_how_far() throws IOException {
    assertThat(Files.readString(release.verified("tables/peers.csv")).lines())
        .startsWith(
            "peers_id,peers_label,trust_id,peer_trust_id,peer_trust_name,peer_number,distance,is_compared",
            "near,Three nearest,A,B,School B,1,0.0847072,true")
        .contains("friends,Friends,A,X,School X,4,,false");
  }

  @Test
  void comparisons_are_in_csv_parquet_and_workbook() throws IOException {
    assertThat(Files.readString(release.verified("tables/peer_comparisons.csv")).lines())
        .anyMatch(line -> line.startsWith("near,Three nearest,A-2014,A,question-plan,96.6667,"));
    assertThat(release.verified("parquet/fact_peer_comparison/fact_peer_comparison.parquet"))
        .exists();
    assertThat(release.verified("parquet/dim_peer/dim_peer.parquet")).exists();
    assertThat(sheets(release)).contains("Peers");
  }

  @Test
  void the_report_shows_them_and_findings_have_a_sentence() throws IOException {
    assertThat(ReportPage.of(content, "A", "programme"))
        .contains("Beside its own peers")
        .contains("Three nearest: the 3 of those compared that are nearest by Pupils, Setting")
        .contains("Friends: those that the register names in “Friends”.")
        .contains("Beside its own peers (Three nearest): higher in “Overall” (97 %, peers 43 %), ");
  }

  @Test
  void a_feed_has_a_view_of_them() throws SQLException {
    Feed.to("duckdb:" + folder.resolve("fed.duckdb"), release, 1);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      execute(
          connection, "attach '%s' as held (read_only)".formatted(folder.resolve("fed.duckdb")));
      execute(connection, "use held");
      assertThat(
              rows(
                  connection,
                  "select trust_id, peer_names, score_percent, benchmark_percent, verdict95 from"
                      + " schools.peers where measure_id = 'question-plan' and peers_id = 'near'"
                      + " and trust_id < 'C' order by 1"))
          .containsExactly(
              "A|School B; School D; School C|96.6667|43.3333|higher",
              "B|School A; School D; School C|50.0|58.8889|similar");
    }
  }

  @Test
  void the_public_is_told_that_they_are_withheld_and_gets_none() throws IOException {
    ReleaseContent shown = Disclosure.forPublic(content, new DisclosureRules(10, 5));
    ReleaseFolder forPublic =
        SmallReleases.publish(
            folder.resolve("public"), shown, Map.of("A-2014", "%064x".formatted(1)));

    assertThat(ReportPage.of(shown, "A", "programme"))
        .contains("Comparisons of trusts with peers of their own are withheld")
        .doesNotContain("Beside its own peers");
    try (var files = Files.walk(forPublic.verified("index.html").getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("peer"));
    }
    assertThat(sheets(forPublic)).doesNotContain("Peers");
  }

  private static List<String> sheets(ReleaseFolder of) throws IOException {
    return OdsDocument.of(Files.readAllBytes(of.verified("league-tables.ods"))).sheets().stream()
        .map(OdsDocument.Sheet::name)
        .toList();
  }
}
