package org.trustbench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;

/** Two rounds of inspections, from what is sent to the release. */
class HistoryTest {
  @TempDir Path folder;

  private void synthesise(String... further) {
    assertThat(
            MainRun.of(
                    Stream.concat(
                            Stream.of(
                                "synthesise",
                                "--to",
                                folder.resolve("in").toString(),
                                "--seed",
                                "7",
                                "--scale",
                                ".3"),
                            Stream.of(further))
                        .toArray(String[]::new))
                .exitCode())
        .isZero();
  }

  @Test
  void who_was_inspected_twice_is_set_beside_what_it_was() throws Exception {
    synthesise();
    synthesise("--round", "2");
    MainRun run =
        MainRun.in(
            folder,
            "run",
            "--framework",
            "iaow-2013",
            "--submissions",
            folder.resolve("in").toString(),
            "--focus",
            "NSP");
    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    Path release = release();

    List<Map<String, String>> overall =
        PlainCsv.rows(release.resolve("tables/change.csv")).stream()
            .filter(row -> row.get("measure_id").equals("overall"))
            .toList();
    Map<String, String> scores =
        PlainCsv.rows(release.resolve("tables/scores.csv")).stream()
            .filter(row -> row.get("measure_id").equals("overall"))
            .collect(
                Collectors.toMap(row -> row.get("inspection_id"), row -> row.get("score_percent")));
    assertThat(overall).hasSize(35);
    assertThat(overall)
        .allMatch(row -> row.get("score_percent").equals(scores.get(row.get("inspection_id"))))
        .allMatch(
            row ->
                row.get("earlier_score_percent")
                    .equals(scores.get(row.get("earlier_inspection_id"))))
        .extracting(row -> row.get("shrinkage"))
        .containsOnly("bivariate moments");
    assertThat(overall)
        .extracting(row -> row.get("change_verdict95"))
        .contains("improved", "declined", "no clear change");
    assertThat(release.resolve("parquet/fact_change/fact_change.parquet")).exists();
    assertThat(Files.readString(release.resolve("findings.md")))
        .contains("Since the inspection before (NSP-2014-03)");
    assertThat(Files.readString(release.resolve("index.html")))
        .contains("Before: NSP-2014-03; latest: NSP-2016-03.");
  }

  private Path release() throws Exception {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(path -> path.getFileName().toString().equals("manifest.json"))
          .findFirst()
          .orElseThrow()
          .getParent();
    }
  }
}
