package org.trustbench.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** Ids that are paths lead nowhere: neither out of the lake nor out of the output folder. */
class PathsInIdsTest {
  private static final List<String> REFUSED =
      List.of(
          "../../escaped",
          "/escaped",
          "C:\\\\escaped",
          "..",
          "escaped/x",
          "escaped\\u0000x",
          "escaped".repeat(100));
  private static final List<String> LAWFUL = List.of("CON", "escaped..x", "NUL.txt");

  @TempDir Path folder;

  @Test
  void a_run_on_ids_that_are_paths_writes_nothing_but_its_lake_its_key_and_its_output()
      throws IOException {
    LandingFolder inbox = new LandingFolder(folder.resolve("inbox"));
    String cases = "case_id,stage\n../../escaped,late\n/escaped,early\nescaped\u0007,late\n";
    String judgements =
        "case_id,plan\n../../escaped,yes\n/escaped,no\nescaped\u0007,../../escaped\n";
    for (int i = 0; i < REFUSED.size(); i++) {
      inbox.send("R" + i, REFUSED.get(i), "HILL", cases, judgements);
    }
    for (int i = 0; i < LAWFUL.size(); i++) {
      String trust = "../escaped".repeat(i / 2) + "HILL";
      inbox
          .send("L" + i, LAWFUL.get(i), trust, cases, judgements)
          .file(
              "L" + i + "/inspection.json",
              LandingFolder.manifest(LAWFUL.get(i), trust)
                  .replace("2014-03-04", "2014-03-0" + (4 + i)));
    }

    MainRun run =
        MainRun.in(
            folder.resolve("workspace"),
            "run",
            "--framework",
            TinyFramework.write(folder.resolve("framework"), json -> json).toString(),
            "--submissions",
            inbox.path().toString(),
            "--reject-tolerance",
            "1");

    assertThat(run.exitCode()).as(run.err().toString()).isEqualTo(3);
    assertThat(run.err().stream().filter(line -> line.contains("must be letters, digits")))
        .hasSize(REFUSED.size());
    assertThat(run.out()).anyMatch(line -> line.startsWith("inspections: 2 new"));
    assertThat(names(folder)).containsExactly("framework", "inbox", "workspace");
    assertThat(names(folder.resolve("workspace")))
        .containsExactly("lake", "lake.key", "output", "settings.json");
    try (Stream<Path> written = Files.walk(folder.resolve("workspace"))) {
      assertThat(written).noneMatch(path -> path.toString().contains("escaped"));
    }
  }

  @Test
  void a_layout_whose_inspections_are_paths_is_wrong() throws IOException {
    Path framework =
        TinyFramework.write(
            folder.resolve("framework"), json -> json.replace("{trust}-2015", "../{trust}"));

    MainRun run =
        MainRun.in(folder, "score", "--framework", framework.toString(), "--submissions", ".");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("layout long: inspection_id is not made of letters, digits");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }
}
