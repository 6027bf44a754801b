package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** One lake by the several names that a path has, and after its backup is put back. */
class LakeByAnyPathTest {
  private static final String CASES = "case_id,stage,risk,town\nC1,late,low,Ely\nC2,early,high,\n";
  private static final String YES = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,3\n";
  private static final String MENDED = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,1\n";

  @TempDir Path folder;
  private Path lake;
  private LandingFolder inbox;

  @BeforeEach
  void two_schools() throws IOException {
    TinyFramework.write(folder.resolve("framework"), json -> json);
    Files.writeString(folder.resolve("settings.json"), "{}");
    lake = folder.resolve("lake");
    inbox =
        new LandingFolder(folder.resolve("inbox"))
            .send("H", "H-1", "HILL", CASES, YES)
            .send("D", "D-1", "DALE", CASES, YES);
  }

  private MainRun job(String by, String job, String... further) {
    List<String> args =
        new ArrayList<>(
            List.of(
                job,
                "--settings",
                folder.resolve("settings.json").toString(),
                "--framework",
                folder.resolve("framework").toString(),
                "--submissions",
                inbox.path().toString(),
                "--output",
                folder.resolve("output").toString(),
                "--lake",
                by));
    args.addAll(List.of(further));
    return MainRun.of(args.toArray(String[]::new));
  }

  private MainRun done(String by, String job, String... further) {
    MainRun run = job(by, job, further);
    assertThat(run.exitCode()).as("%s --lake %s: %s", job, by, run.err()).isZero();
    return run;
  }

  private String id(String by, String job, String... further) {
    return done(by, job, further).release().getFileName().toString();
  }

  @Test
  void relative_slashed_roundabout_and_linked_paths_are_one_lake() throws IOException {
    String relative = Path.of("").toAbsolutePath().relativize(lake).toString();
    String linked = Files.createSymbolicLink(folder.resolve("link"), lake).toString();
    String roundabout = folder.resolve("inbox").resolve("..").resolve("lake").toString();
    String first = id(relative, "run");
    inbox.send("H", "H-1", "HILL", CASES, MENDED);
    String second = id(lake + "/", "run");
    assertThat(second).isNotEqualTo(first);
    for (String by : List.of(relative, lake + "/", roundabout, linked, lake.toString())) {
      assertThat(id(by, "run")).isEqualTo(second);
      assertThat(id(by, "publish", "--as-of", first)).isEqualTo(first);
      done(by, "maintain", "--keep-days", "0");
      assertThat(id(by, "publish")).isEqualTo(second);
    }
  }

  @Test
  void a_backup_put_back_goes_on_and_laid_over_newer_files_is_refused() throws IOException {
    String first = id(lake.toString(), "run");
    Path backup = folder.resolve("backup");
    copy(lake, backup, false);
    inbox.send("H", "H-1", "HILL", CASES, MENDED);
    String second = id(lake.toString(), "run");

    copy(backup, lake, false);
    MainRun mixed = job(lake.toString(), "publish");
    assertThat(mixed.exitCode()).isEqualTo(1);
    assertThat(mixed.err()).singleElement().asString().contains("older than the tables beside it");

    delete(lake);
    copy(backup, lake, false);
    assertThat(id(lake.toString(), "publish")).isEqualTo(first);
    assertThat(id(lake.toString(), "run")).isEqualTo(second);
    done(lake.toString(), "maintain", "--keep-days", "0");
    assertThat(id(lake.toString(), "publish", "--as-of", first)).isEqualTo(first);
  }

  @Test
  void a_copy_of_hard_links_is_refused_and_the_original_goes_on() throws IOException {
    String first = id(lake.toString(), "run");
    Path links = folder.resolve("links");
    copy(lake, links, true);
    MainRun run = job(links.toString(), "run");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("hard links");
    delete(links);
    assertThat(id(lake.toString(), "run")).isEqualTo(first);
  }

  private static void copy(Path from, Path to, boolean isLinked) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(copy);
        } else if (isLinked) {
          Files.createLink(copy, path);
        } else {
          Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
