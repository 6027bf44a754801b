package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.RestCatalogServer;
import org.trustbench.support.SchoolVisits;

/** A lake in a REST catalog. */
class RestCatalogTest {
  private static final String CATALOG = "spark.sql.catalog.lake.";

  @TempDir Path folder;
  private RestCatalogServer server;
  private SchoolVisits schools;
  private Path token;

  @BeforeEach
  void start() throws IOException {
    server = RestCatalogServer.start(folder);
    token = Files.writeString(folder.resolve("token"), RestCatalogServer.TOKEN + "\n");
    Map.of("type", "rest", "uri", server.uri(), "token.file", token.toString())
        .forEach((name, value) -> System.setProperty(CATALOG + name, value));
    schools = new SchoolVisits(folder).always("--judgement-change", "1");
    schools.send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
  }

  @AfterEach
  void stop() {
    no_catalog();
    server.close();
  }

  private static void no_catalog() {
    System.getProperties().keySet().removeIf(name -> name.toString().startsWith(CATALOG));
  }

  private void assertRefused(String why) {
    for (String job : List.of("ingest", "sql", "check")) {
      MainRun run = schools.job(job);
      assertThat(run.exitCode()).as(job).isEqualTo(1);
      assertThat(run.err().get(run.err().size() - 1))
          .startsWith("trustbench: the lake's catalog rest " + server.uri() + " cannot be opened: ")
          .contains(why)
          .doesNotContain(RestCatalogServer.TOKEN);
    }
  }

  @Test
  void jobs_on_it_make_the_release_of_an_embedded_lake_byte_by_byte() throws IOException {
    Path release = schools.done("run").release();
    MainRun check = schools.done("check");
    MainRun asked =
        schools.done("sql", "--format", "csv", "select count(*) from current_judgements");
    no_catalog();
    Path embedded = schools.doneIn(folder.resolve("embedded"), "run").release();

    assertThat(check.out().get(0)).contains(", catalog rest " + server.uri() + ",");
    assertThat(check.out()).anyMatch(line -> line.startsWith("no fault found: "));
    assertThat(asked.out()).containsExactly("count(1)", "12");
    assertThat(release.getFileName()).isEqualTo(embedded.getFileName());
    Map<String, Integer> bytes = SchoolVisits.bytes(release);
    Map<String, Integer> ofEmbedded = SchoolVisits.bytes(embedded);
    bytes.remove("run.json");
    ofEmbedded.remove("run.json");
    assertThat(bytes).isNotEmpty().isEqualTo(ofEmbedded);
  }

  @Test
  @Tag("packaged")
  void a_new_key_changes_pseudonyms_of_one_framework_after_another_and_no_figure()
      throws IOException {
    NewKey.changesPseudonymsAlone(folder);
  }

  @Test
  void maintenance_removes_what_nothing_leads_to_and_nothing_else() throws IOException {
    schools.done("run");
    schools.send("H", "H-1", "HILL", MENDED);
    schools.done("run");
    Path data = folder.resolve("warehouse/schools/judgements/data");
    Path orphan = Files.writeString(data.resolve("lost.parquet"), "of a run that broke off");

    MainRun cleared = schools.done("maintain", "--keep-days", "0");

    assertThat(cleared.out()).anyMatch(line -> line.contains("1 orphan file,"));
    assertThat(orphan).doesNotExist();
    assertThat(schools.done("check").out())
        .anyMatch(line -> line.startsWith("no fault found: ") && line.contains(" 2 releases "));
  }

  /** The guide's commands, on the settings that it gives, in this process. */
  @Test
  void the_guide_is_right_line_by_line() throws IOException {
    no_catalog();
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.copy(token, etc.resolve("token"));
    Files.writeString(etc.resolve("key"), "a key of the test, long enough for one\n");
    Recipe recipe =
        Recipe.of(
            "CATALOGS.md",
            "REST",
            Map.of(
                "https://catalog.example.org",
                server.uri(),
                "/etc/trustbench",
                etc.toString(),
                "/srv/trustbench",
                folder.resolve("srv").toString()));
    recipe.writeSettings();
    Files.readAllLines(etc.resolve("rest.conf"))
        .forEach(line -> System.setProperty(line.split("\\s+", 2)[0], line.split("\\s+", 2)[1]));
    List<String> commands = recipe.blocks("sh").get(0).lines().toList();
    assertThat(commands).hasSize(2);
    for (String command : commands) {
      List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
      assertThat(words.remove(0)).isEqualTo("./jobs/submit");
      int settings = words.indexOf("--properties-file");
      words.remove(settings);
      assertThat(words.remove(settings)).isEqualTo(etc.resolve("rest.conf").toString());
      words.addAll(
          List.of(
              "--framework",
              schools.framework().toString(),
              "--submissions",
              schools.inbox().path().toString()));
      MainRun run = MainRun.of(words.toArray(String[]::new));
      assertThat(run.exitCode()).as("%s %s", command, run.err()).isZero();
    }
    assertThat(folder.resolve("srv/releases/internal/latest.json")).exists();
  }

  @Test
  void a_wrong_token_is_one_line_with_the_address() throws IOException {
    Files.writeString(token, "let me in\n");
    assertRefused("it lets nobody in with this token or credential");
  }

  @Test
  void so_is_a_server_that_is_not_there() {
    server.close();
    assertRefused("no connection: ");
  }

  @Test
  void so_is_one_that_goes_while_a_job_is_at_it() {
    server.leaveAtFirstChange();

    MainRun run = schools.job("ingest");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith("trustbench: the lake's catalog rest " + server.uri())
        .contains("could not be changed; run it again");
  }
}
