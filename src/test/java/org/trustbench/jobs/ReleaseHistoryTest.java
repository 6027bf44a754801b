package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.SoftwareVersion;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.lake.Lake;
import org.trustbench.lake.PublishedRelease;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** Releases of a lake that goes on changing. */
class ReleaseHistoryTest {
  private static final String CASES = "case_id,stage,risk,town\nC1,late,low,Ely\nC2,early,high,\n";
  private static final String YES = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,3\n";
  private static final String MENDED = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,1\n";
  private static final String DIRTY = YES + "C2,yes,perhaps,3\n";

  @TempDir Path workspace;
  private LandingFolder inbox;

  @BeforeEach
  void three_schools() throws IOException {
    TinyFramework.write(workspace.resolve("framework"), json -> json);
    inbox =
        new LandingFolder(workspace.resolve("inbox"))
            .send("H", "H-1", "HILL", CASES, YES)
            .send("D", "D-1", "DALE", CASES, DIRTY)
            .send("F", "F-1", "FORD", CASES, YES);
  }

  private MainRun job(String job, String... args) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--framework", workspace.resolve("framework").toString()));
    all.addAll(List.of("--submissions", inbox.path().toString()));
    all.addAll(List.of("--draws", "100", "--reject-tolerance", "0.5"));
    all.addAll(List.of(args));
    System.setProperty("spark.master", "local[2]");
    try {
      MainRun run = MainRun.in(workspace, job, all.toArray(String[]::new));
      assertThat(run.exitCode()).as("%s %s", run.err(), run.out()).isZero();
      return run;
    } finally {
      System.clearProperty("spark.master");
    }
  }

  private static String id(MainRun run) {
    return run.release().getFileName().toString();
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

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void a_release_is_made_again_byte_for_byte_whatever_has_happened_to_the_lake_since()
      throws IOException {
    MainRun first = job("run", "--seed", "7");
    Map<String, String> before = files(first.release());
    inbox.send("H", "H-1", "HILL", CASES, MENDED);
    MainRun second = job("run", "--seed", "8");
    assertThat(id(second)).isNotEqualTo(id(first));
    job("ingest", "--withdraw", "D-1", "--why", "sampled twice");
    inbox.send("F", "F-1", "FORD", CASES, MENDED);
    MainRun third = job("run");
    inbox.send("F", "F-1", "FORD", CASES, YES + "C1,yes,yes,1\n");
    job("ingest");
    job("maintain", "--keep-days", "0");
    TinyFramework.write(
        workspace.resolve("framework"),
        json -> json.replace("\"A1\", \"title\": \"Plans\"", "\"A1\", \"title\": \"Planning\""));
    String latest = Files.readString(workspace.resolve("output/latest.json"));
    delete(first.release());

    MainRun again = job("publish", "--as-of", id(first));

    assertThat(again.release()).isEqualTo(first.release());
    assertThat(files(again.release())).isEqualTo(before);
    assertThat(before.keySet()).contains("manifest.json", "index.html", "tables/rejects.csv");
    assertThat(Files.readString(workspace.resolve("output/latest.json"))).isEqualTo(latest);
    delete(third.release());
    assertThat(id(job("publish", "--as-of", id(third)))).isEqualTo(id(third));
  }

  @Test
  void a_release_of_another_version_of_the_program_is_published_as_another_and_says_so() {
    String made = id(job("run"));
    String other = "0123456789abcdef";
    try (Lake lake =
        LakeFolder.open(
            FrameworkReader.read(workspace.resolve("framework").toString()),
            workspace.resolve("lake"))) {
      PublishedRelease release = lake.release(made);
      lake.remember(
          new PublishedRelease(
              other,
              "0.0.1+aaaaaaaaaaaa",
              release.frameworkHash(),
              release.settings(),
              release.submissionsSnapshot()));
    }

    MainRun again = job("publish", "--as-of", other);

    assertThat(id(again)).isEqualTo(made);
    assertThat(again.err())
        .containsExactly(
            "trustbench: release %s was made by version 0.0.1+aaaaaaaaaaaa and this is %s: it is published again as %s; what differs is shown by: diff %s %s"
                .formatted(other, SoftwareVersion.current(), made, other, made));
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
            inbox.path().toString(),
            "--as-of",
            "feedfeedfeedfeed");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "trustbench: release \"feedfeedfeedfeed\" is none that this lake remembers: it remembers [%s]"
                .formatted(made));
  }
}
