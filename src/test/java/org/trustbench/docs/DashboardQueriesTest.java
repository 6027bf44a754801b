package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.PostgresServer.execute;
import static org.trustbench.support.PostgresServer.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.feed.Feed;
import org.trustbench.publish.AudienceFolder;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.support.Launched;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.PostgresServer;
import org.trustbench.support.SampleRuns;

/** Every query and command that jobs/README.md gives for dashboards is run on the samples. */
class DashboardQueriesTest {
  @TempDir static Path folder;

  private static PostgresServer server;
  private static Path release;
  private static Connection postgres;
  private static Connection duckDb;

  @BeforeAll
  static void feed() throws Exception {
    server = PostgresServer.start();
    release = SampleRuns.national().release();
    ReleaseFolder published =
        ReleaseFolder.open(AudienceFolder.internal(folder), release.toString());
    server.createDatabase("programme");
    Feed.to(server.trusted("programme"), published, 1);
    Feed.to("duckdb:" + folder.resolve("programme.duckdb"), published, 1);
    postgres = server.connect("programme");
    duckDb =
        ((Driver) Class.forName("org.duckdb.DuckDBDriver").getDeclaredConstructor().newInstance())
            .connect("jdbc:duckdb:", new Properties());
    execute(duckDb, "attach '%s' as fed (read_only)".formatted(folder.resolve("programme.duckdb")));
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

  /** The blocks of one language in the section on dashboards. */
  private static List<String> blocks(String language) throws IOException {
    String readme = Files.readString(Launched.root().resolve("jobs/README.md"));
    int start = readme.indexOf("\n## Dashboards\n");
    String section = readme.substring(start, readme.indexOf("\n## ", start + 1));
    Matcher block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(section);
    List<String> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(block.group(1));
    }
    assertThat(blocks).isNotEmpty();
    return blocks;
  }

  /** The league of the samples as published, by rank: trusts and scores. */
  private static List<Map<String, String>> league() {
    Map<String, String> names =
        PlainCsv.rows(release.resolve("tables/trusts.csv")).stream()
            .collect(Collectors.toMap(row -> row.get("trust_id"), row -> row.get("trust_name")));
    List<Map<String, String>> league = new ArrayList<>();
    for (Map<String, String> row : SampleRuns.national().table("ranks")) {
      if (row.get("measure_id").equals("overall")
          && row.get("comparator_id").equals("tranche")
          && row.get("comparator_group").equals("2")) {
        Map<String, String> named = new LinkedHashMap<>(row);
        named.put("trust_name", names.get(row.get("trust_id")));
        league.add(named);
      }
    }
    league.sort(Comparator.comparing(row -> Integer.valueOf(row.get("rank"))));
    assertThat(league).hasSize(6);
    return league;
  }

  @TestFactory
  Stream<DynamicTest> the_query_finds_the_same_rows_in_both_databases() throws IOException {
    return blocks("sql").stream()
        .filter(query -> !query.contains(".parquet"))
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query
                        .lines()
                        .filter(line -> line.contains("iaow_2013."))
                        .findFirst()
                        .orElse(""),
                    () -> {
                      List<String> found = rows(postgres, query);
                      assertThat(found).isNotEmpty();
                      assertThat(rows(duckDb, query)).isEqualTo(found);
                    }));
  }

  @Test
  void the_league_that_is_asked_for_is_that_of_the_release() throws Exception {
    List<String> expected =
        league().stream()
            .map(
                row ->
                    String.join(
                        "|",
                        row.get("rank"),
                        row.get("rank_lower"),
                        row.get("rank_upper"),
                        row.get("tier"),
                        row.get("trust_name")))
            .toList();
    for (String query : blocks("sql")) {
      if (query.contains("select r.rank,")) {
        String placed = query.replace("'parquet/", "'" + release + "/parquet/");
        assertThat(rows(duckDb, placed).stream().map(row -> row.replaceFirst("(\\|[^|]*){3}$", "")))
            .containsExactlyElementsOf(expected);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> the_command_makes_the_league_table() throws IOException {
    return blocks("bash").stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.replaceFirst("(?s) .*", ""), () -> assertMakesLeague(command)));
  }

  private static void assertMakesLeague(String command) throws IOException {
    String program = command.replaceFirst("(?s) .*", "");
    boolean isThere = Launched.run("bash", "-c", "command -v " + program).exitCode() == 0;
    if (!isThere && Boolean.getBoolean("skip.nothing")) {
      throw new AssertionError(program + " is not installed: jobs/test --install");
    }
    Assumptions.assumeTrue(isThere, program + " is not installed");
    String script = command.replace("--outdir /tmp", "--outdir " + folder);
    Launched done =
        Launched.run(
            Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", String.valueOf(server.port()),
                "PGUSER", "postgres",
                "PGDATABASE", "programme",
                "HOME", folder.toString()),
            List.of("bash", "-c", "cd " + release + " && " + script));
    assertThat(done.exitCode()).as(done.printed()).isZero();
    if (program.equals("soffice")) {
      assertHoldsNumbers(folder.resolve("ranks.ods"));
      return;
    }
    List<String> lines = done.out().lines().filter(line -> line.contains("Probation")).toList();
    List<Map<String, String>> league = league();
    assertThat(lines).as(done.printed()).hasSameSizeAs(league);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i))
          .contains(league.get(i).get("trust_name"))
          .contains(league.get(i).get("rank"))
          .contains(league.get(i).get("rank_upper"))
          .contains(league.get(i).get("score_percent").replaceFirst("0+$", ""));
    }
  }

  /** The scores of the league are cells with those very numbers. */
  private static void assertHoldsNumbers(Path workbook) throws IOException {
    String cells;
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      byte[] content = zip.getInputStream(zip.getEntry("content.xml")).readAllBytes();
      cells = new String(content, StandardCharsets.UTF_8);
    }
    for (Map<String, String> row : league()) {
      assertThat(cells)
          .contains(row.get("inspection_id"))
          .contains(
              "office:value-type=\"float\" office:value=\"%s\""
                  .formatted(row.get("score_percent").replaceFirst("\\.?0+$", "")));
    }
  }
}
