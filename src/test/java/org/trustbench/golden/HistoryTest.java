package org.trustbench.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

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

/** Three rounds of inspections, from what is sent to the release. */
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
  void who_was_inspected_again_is_set_beside_what_it_was() throws Exception {
    synthesise();
    synthesise("--round", "2");
    synthesise("--round", "3");
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
    assertThat(overall).hasSize(105);
    assertThat(overall)
        .filteredOn(row -> row.get("trust_id").equals("NSP"))
        .extracting(
            row -> row.get("earlier_inspection_id"),
            row -> row.get("inspection_id"),
            row -> row.get("compared_with"),
            row -> row.get("is_latest"))
        .containsExactlyInAnyOrder(
            tuple("NSP-2016-03", "NSP-2018-03", "previous", "true"),
            tuple("NSP-2014-03", "NSP-2016-03", "previous", "false"),
            tuple("NSP-2014-03", "NSP-2018-03", "first", "true"));
    assertThat(overall)
        .allMatch(row -> row.get("score_percent").equals(scores.get(row.get("inspection_id"))))
        .allMatch(
            row ->
                row.get("earlier_score_percent")
                    .equals(scores.get(row.get("earlier_inspection_id"))))
        .filteredOn(row -> row.get("is_latest").equals("true"))
        .extracting(row -> row.get("shrinkage"))
        .containsOnly("bivariate moments");
    assertThat(overall)
        .extracting(row -> row.get("change_verdict95"))
        .contains("improved", "declined", "no clear change");
    assertThat(release.resolve("parquet/fact_change/fact_change.parquet")).exists();
    assertThat(Files.readString(release.resolve("findings.md")))
        .contains("Since the inspection before (NSP-2016-03)")
        .contains("Since the first inspection (NSP-2014-03)");
    assertThat(Files.readString(release.resolve("index.html")))
        .contains("Before: NSP-2016-03; the first inspection: NSP-2014-03; latest: NSP-2018-03.")
        .contains("<th scope=\"rowgroup\" rowspan=\"21\" class=\"tier\">the first inspection</th>");
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
