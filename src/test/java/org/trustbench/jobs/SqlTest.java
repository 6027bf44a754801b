package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.Launched;
import org.trustbench.support.MainRun;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.Samples;

/** The lake, asked in Spark SQL. */
class SqlTest {
  private static final String BY_TRUST =
      "select trust_id, count(*) n from current_judgements group by trust_id order by trust_id";

  @TempDir Path folder;

  @Test
  void current_judgements_are_those_that_the_release_accounts_for() {
    MainRun asked = ask(SampleRuns.national().workspace(), "--format", "csv", BY_TRUST);

    assertThat(asked.exitCode()).as(asked.err().toString()).isZero();
    assertThat(asked.out()).containsExactlyElementsOf(accepted());
  }

  @Test
  void the_first_example_of_the_guide_gives_the_counts_of_the_release() throws IOException {
    String guide = Files.readString(Launched.root().resolve("jobs/README.md"));
    Matcher example = Pattern.compile("submit sql \"(select[^\"]+)\"").matcher(guide);
    assertThat(example.find()).isTrue();
    MainRun asked = ask(SampleRuns.national().workspace(), "--format", "csv", example.group(1));
    List<String> released =
        SampleRuns.national().table("scores").stream()
            .filter(row -> row.get("measure_id").equals("overall"))
            .map(
                row ->
                    String.join(
                        ",",
                        row.get("trust_id"),
                        row.get("sufficient"),
                        row.get("assessed"),
                        row.get("not_applicable"),
                        row.get("not_recorded")))
            .sorted()
            .toList();

    assertThat(asked.exitCode()).as(asked.err().toString()).isZero();
    assertThat(asked.out().get(0))
        .isEqualTo("trust_id,sufficient,assessed,not_applicable,not_recorded");
    assertThat(asked.out().subList(1, asked.out().size())).containsExactlyElementsOf(released);
  }

  @Test
  void the_settings_and_the_view_in_the_readme_do_in_a_plain_session() throws IOException {
    String lake = SampleRuns.national().lake().toString();
    String readme = Files.readString(Launched.root().resolve("jobs/README.md"));
    String plain =
        readme
            .substring(readme.indexOf("<!-- plain -->"), readme.indexOf("<!-- /plain -->"))
            .replace("/PATH/TO/lake", lake);
    SparkSession.Builder builder =
        SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false");
    Matcher setting = Pattern.compile("(?m)^(spark\\S+) +(\\S+)$").matcher(plain);
    while (setting.find()) {
      builder.config(setting.group(1), setting.group(2));
    }
    try (SparkSession spark = builder.getOrCreate()) {
      spark.sql(plain.substring(plain.indexOf("create temporary"), plain.lastIndexOf("```")));
      List<String> counts = new ArrayList<>(List.of("trust_id,n"));
      spark
          .sql(BY_TRUST)
          .collectAsList()
          .forEach(row -> counts.add(row.getString(0) + "," + row.getLong(1)));
      assertThat(counts).containsExactlyElementsOf(accepted());
    }
  }

  @Test
  void what_was_replaced_is_in_the_table_and_not_in_the_view() throws IOException {
    Path sent = folder.resolve("sent");
    Path inspection = copied("NSP-2014-03", sent);
    assertThat(MainRun.in(folder, "ingest", of(sent)).exitCode()).isZero();
    Path judgements = inspection.resolve("judgements.csv");
    List<String> lines = Files.readAllLines(judgements);
    Files.write(judgements, lines.subList(0, lines.size() - 1));
    assertThat(MainRun.in(folder, "ingest", of(sent)).exitCode()).isZero();

    int first = lines.size() - 1;
    MainRun asked =
        askInput(
            "select count(*) from judgements;\n"
                + "-- what counts; now\n"
                + "select count(*), sum(1) n\nfrom current_judgements;\n"
                + "select count(*) from current_submissions where trust_id = ';' or true");
    assertThat(asked.out())
        .containsExactly(
            "count(1)",
            "" + (2 * first - 1),
            "count(1),n",
            (first - 1) + "," + (first - 1),
            "count(1)",
            "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from judgements",
        "with a as (select 1) insert into judgements select * from judgements",
        "drop table judgements",
        "create table t as select 1",
        "create view v as select 1",
        "alter table judgements add column c int",
        "call lake.system.rollback_to_snapshot('iaow_2013.judgements', 1)"
      })
  void what_would_change_the_lake_is_refused(String statement) {
    MainRun asked = ask(SampleRuns.national().workspace(), statement);

    assertThat(asked.exitCode()).as(asked.out().toString()).isEqualTo(2);
    assertThat(String.join("\n", asked.err())).contains("the lake is changed by the jobs alone");
  }

  @Test
  void a_view_for_the_time_of_the_session_is_no_change_and_a_sum_that_cannot_be_is_told() {
    MainRun asked =
        ask(
            SampleRuns.national().workspace(),
            "create temporary view two as select 1 a, 'x' b union all select null, 'y';"
                + " select * from two order by b; select 1/0");

    assertThat(asked.out()).containsExactly("2 rows", "a  b", "─  ─", "1  x", "   y");
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(String.join("\n", asked.err())).contains("trustbench: sql: [DIVIDE_BY_ZERO]");
  }

  @Test
  void what_is_no_sql_is_told_with_its_place_and_an_empty_folder_is_no_lake() {
    MainRun asked = ask(SampleRuns.national().workspace(), "selekt 1");
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(String.join("\n", asked.err())).contains("trustbench: sql:", "selekt");

    MainRun nowhere = ask(folder, "select 1");
    assertThat(nowhere.exitCode()).isEqualTo(1);
    assertThat(String.join("\n", nowhere.err())).contains("there is no lake in " + folder);
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  /**
   * Cells accepted by trust, as the release's coverage has them, under the header of a question.
   */
  private static List<String> accepted() {
    Map<String, Long> cells = new TreeMap<>();
    for (Map<String, String> file : SampleRuns.national().table("coverage")) {
      cells.merge(file.get("trust_id"), Long.parseLong(file.get("accepted")), Long::sum);
    }
    assertThat(cells).hasSize(35);
    List<String> lines = new ArrayList<>(List.of("trust_id,n"));
    cells.forEach((trust, count) -> lines.add(trust + "," + count));
    return lines;
  }

  private MainRun askInput(String statements) {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(statements.getBytes(StandardCharsets.UTF_8)));
      return ask(folder, "--format", "csv");
    } finally {
      System.setIn(before);
    }
  }

  private static MainRun ask(Path workspace, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--framework", "iaow-2013", "--submissions", "."));
    all.addAll(List.of(arguments));
    return MainRun.in(workspace, "sql", all.toArray(String[]::new));
  }

  private static String[] of(Path sent) {
    return new String[] {"--framework", "iaow-2013", "--submissions", sent.toString()};
  }

  private static Path copied(String inspection, Path to) throws IOException {
    Path from = Samples.folder().resolve("iaow-2013").resolve(inspection);
    Path copy = Files.createDirectories(to.resolve(inspection));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }
}
