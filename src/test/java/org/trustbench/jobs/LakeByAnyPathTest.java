package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;
import static org.trustbench.support.SchoolVisits.copy;
import static org.trustbench.support.SchoolVisits.delete;
import static org.trustbench.support.SchoolVisits.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;

/** One lake by the several names that a path has, and after its backup is put back. */
class LakeByAnyPathTest {
  @TempDir Path folder;
  private Path lake;
  private SchoolVisits schools;

  @BeforeEach
  void two_schools() throws IOException {
    lake = folder.resolve("lake");
    schools = new SchoolVisits(folder).send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
  }

  private MainRun job(String by, String job, String... further) {
    return schools.job(job, concat(further, "--lake", by));
  }

  private String run(String by, String job, String... further) {
    return id(schools.done(job, concat(further, "--lake", by)));
  }

  private static String[] concat(String[] some, String... others) {
    return Stream.concat(Stream.of(some), Stream.of(others)).toArray(String[]::new);
  }

  @Test
  void relative_slashed_roundabout_and_linked_paths_are_one_lake() throws IOException {
    String relative = Path.of("").toAbsolutePath().relativize(lake).toString();
    String linked = Files.createSymbolicLink(folder.resolve("link"), lake).toString();
    String roundabout = folder.resolve("inbox").resolve("..").resolve("lake").toString();
    String first = run(relative, "run");
    schools.send("H", "H-1", "HILL", MENDED);
    String second = run(lake + "/", "run");
    assertThat(second).isNotEqualTo(first);
    for (String by : List.of(relative, lake + "/", roundabout, linked, lake.toString())) {
      assertThat(run(by, "run")).isEqualTo(second);
      assertThat(run(by, "publish", "--as-of", first)).isEqualTo(first);
      schools.done("maintain", "--lake", by, "--keep-days", "0");
      assertThat(run(by, "publish")).isEqualTo(second);
    }
  }

  @Test
  void a_backup_put_back_goes_on_and_laid_over_newer_files_is_refused() throws IOException {
    String first = run(lake.toString(), "run");
    Path backup = folder.resolve("backup");
    copy(lake, backup);
    schools.send("H", "H-1", "HILL", MENDED);
    String second = run(lake.toString(), "run");

    copy(backup, lake);
    MainRun mixed = job(lake.toString(), "publish");
    assertThat(mixed.exitCode()).isEqualTo(1);
    assertThat(mixed.err()).singleElement().asString().contains("older than the tables beside it");

    delete(lake);
    copy(backup, lake);
    assertThat(run(lake.toString(), "publish")).isEqualTo(first);
    assertThat(run(lake.toString(), "run")).isEqualTo(second);
    schools.done("maintain", "--keep-days", "0");
    assertThat(run(lake.toString(), "publish", "--as-of", first)).isEqualTo(first);
  }

  @Test
  void a_copy_of_hard_links_is_refused_and_the_original_goes_on() throws IOException {
    String first = run(lake.toString(), "run");
    Path links = folder.resolve("links");
    link(lake, links);
    MainRun run = job(links.toString(), "run");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("hard links");
    delete(links);
    assertThat(run(lake.toString(), "run")).isEqualTo(first);
  }

  private static void link(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path link = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(link);
        } else {
          Files.createLink(link, path);
        }
      }
    }
  }
}
