package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;
import static org.trustbench.support.SchoolVisits.delete;
import static org.trustbench.support.SchoolVisits.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.environment.SoftwareVersion;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.lake.Lake;
import org.trustbench.lake.release.PublishedRelease;
import org.trustbench.publish.FileWriters;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/** Releases of a lake that goes on changing. */
class ReleaseHistoryTest {
  private static final String DIRTY = YES + "C2,yes,perhaps,3\n";

  @TempDir Path workspace;
  private SchoolVisits schools;

  @BeforeEach
  void three_schools() throws IOException {
    schools =
        new SchoolVisits(workspace)
            .always("--reject-tolerance", "0.5")
            .send("H", "H-1", "HILL", YES)
            .send("D", "D-1", "DALE", DIRTY)
            .send("F", "F-1", "FORD", YES);
  }

  private MainRun job(String job, String... args) {
    System.setProperty("spark.master", "local[2]");
    try {
      return schools.done(job, args);
    } finally {
      System.clearProperty("spark.master");
    }
  }

  private static Map<String, String> files(Path release) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var paths = Files.walk(release)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        String name = release.relativize(file).toString();
        if (!name.equals("run.json")) {
          files.put(name, new String(Files.readAllBytes(file), "ISO-8859-1"));
        }
      }
    }
    return files;
  }

  @Test
  void a_release_is_made_again_byte_for_byte_whatever_has_happened_to_the_lake_since()
      throws IOException {
    MainRun first = job("run");
    Map<String, String> before = files(first.release());
    schools.send("H", "H-1", "HILL", MENDED);
    MainRun second = job("run");
    assertThat(id(second)).isNotEqualTo(id(first));
    job("ingest", "--withdraw", "D-1", "--why", "sampled twice");
    schools.send("F", "F-1", "FORD", MENDED);
    MainRun third = job("run");
    schools.send("F", "F-1", "FORD", YES + "C1,yes,yes,1\n");
    job("ingest");
    job("maintain", "--keep-days", "0");
    TinyFramework.write(
        workspace.resolve("framework"),
        json -> json.replace("\"A1\", \"title\": \"Plans\"", "\"A1\", \"title\": \"Planning\""));
    String latest = Files.readString(workspace.resolve("output/internal/latest.json"));
    delete(first.release());

    MainRun again = job("publish", "--as-of", id(first));

    assertThat(again.release()).isEqualTo(first.release());
    assertThat(files(again.release())).isEqualTo(before);
    assertThat(before.keySet()).contains("manifest.json", "index.html", "tables/rejects.csv");
    assertThat(Files.readString(workspace.resolve("output/internal/latest.json")))
        .isEqualTo(latest);
    delete(third.release());
    assertThat(id(job("publish", "--as-of", id(third)))).isEqualTo(id(third));
  }

  @Test
  void the_id_of_a_release_covers_what_wrote_its_files() throws IOException {
    Path release = job("run").release();

    assertThat(Files.readString(release.resolve("manifest.json")))
        .contains(
            "\"software\" : \"%s with %s\""
                .formatted(SoftwareVersion.current(), FileWriters.present()));
  }

  @Test
  void a_release_of_another_version_of_the_program_is_published_as_another_and_says_so() {
    String made = id(job("run"));
    String other = "0123456789abcdef";
    try (Lake lake =
        LakeFolder.open(
            FrameworkReader.read(workspace.resolve("framework").toString()),
            workspace.resolve("lake"))) {
      PublishedRelease release = lake.releases().get(made);
      lake.releases()
          .add(
              new PublishedRelease(
                  other,
                  "0.0.1+aaaaaaaaaaaa",
                  release.frameworkHash(),
                  release.settings(),
                  release.submissionsSnapshot()),
              lake.framework());
    }

    MainRun again = job("publish", "--as-of", other);

    assertThat(id(again)).isEqualTo(made);
    assertThat(again.err())
        .containsExactly(
            "trustbench: release %s was made by version 0.0.1+aaaaaaaaaaaa and this is %s: it is published again as %s; what differs is shown by: diff %s %s"
                .formatted(
                    other,
                    SoftwareVersion.current() + " with " + FileWriters.present(),
                    made,
                    other,
                    made));
  }

  @Test
  void the_difference_of_two_releases_names_figures_and_the_revisions_behind_them()
      throws IOException {
    String first = id(job("run"));
    schools.send("H", "H-1", "HILL", MENDED);
    job("ingest", "--withdraw", "D-1", "--why", "sampled twice");
    String second = id(job("run"));

    MainRun diff = job("diff", first, second);

    Path folder = workspace.resolve("output/internal/diff").resolve(first + "-" + second);
    assertThat(diff.out()).last().isEqualTo("differences: " + folder);
    assertThat(PlainCsv.rows(folder.resolve("revisions.csv")))
        .extracting(
            row -> row.get("inspection_id"),
            row -> row.get("revision"),
            row -> row.get("kind"),
            row -> row.get("judgements_differing"),
            row -> row.get("why"))
        .containsExactly(
            tuple("D-1", "1", "withdrawn", "", "sampled twice"),
            tuple("H-1", "2", "changed", "1", ""));
    List<Map<String, String>> changes = PlainCsv.rows(folder.resolve("changes.csv"));
    assertThat(changes)
        .filteredOn(
            row -> row.get("table").equals("scores") && row.get("figure").equals("score_percent"))
        .extracting(
            row -> row.get("inspection_id"),
            row -> row.get("measure_id"),
            row -> row.get("before"),
            row -> row.get("after"),
            row -> row.get("difference"),
            row -> row.get("caused_by"))
        .contains(
            tuple("H-1", "question-safe", "50.0000", "100.0000", "50.000000", "H-1 revision 2"))
        .noneMatch(change -> change.toList().contains("F-1"));
    assertThat(changes)
        .filteredOn(row -> row.get("figure").equals("(row)") && row.get("table").equals("scores"))
        .isNotEmpty()
        .allMatch(row -> row.get("caused_by").equals("D-1 revision 1 withdrawn"))
        .allMatch(row -> row.get("before").equals("published") && row.get("after").isEmpty());
    assertThat(changes)
        .filteredOn(
            row -> row.get("table").equals("comparisons") && row.get("inspection_id").equals("F-1"))
        .isNotEmpty()
        .allMatch(row -> row.get("caused_by").equals("D-1 revision 1 withdrawn; H-1 revision 2"));
    assertThat(String.join("\n", diff.out()))
        .contains("Revisions between the two", "sampled twice");
  }

  @Test
  void an_inspection_of_a_trust_that_has_left_the_register_is_named() throws IOException {
    job("ingest");
    Files.writeString(
        schools.framework().resolve("trusts.csv"),
        TinyFramework.TRUSTS.replace("FORD,Ford School,,2,\n", ""));
    MainRun run = schools.job("publish");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("inspection F-1 of FORD, which is not in trusts.csv");
  }

  @Test
  void a_release_that_the_lake_does_not_remember_is_a_mistake() {
    String made = id(job("run"));
    MainRun run =
        MainRun.in(
            workspace,
            "publish",
            "--framework",
            workspace.resolve("framework").toString(),
            "--submissions",
            schools.inbox().path().toString(),
            "--as-of",
            "feedfeedfeedfeed");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "trustbench: release \"feedfeedfeedfeed\" is none that this lake remembers: it remembers [%s]"
                .formatted(made));
  }
}
