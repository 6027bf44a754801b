package org.trustbench.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.TinyFramework;

/** Made-up inspections judged by inspectors of a programme, some cases twice. */
class SyntheticInspectorsTest {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");

  @TempDir Path folder;

  private static List<SyntheticInspection> made(int inspectors) {
    SyntheticParameters parameters =
        SyntheticParameters.read(FRAMEWORK, null).only(List.of("NSP", "KNT", "LDN"));
    return SyntheticProgramme.generate(
            FRAMEWORK, inspectors == 0 ? parameters : parameters.judgedBy(inspectors), 5)
        .inspections()
        .toList();
  }

  private static Set<String> firstReaders(SyntheticInspection inspection) {
    return IntStream.range(0, inspection.rows())
        .mapToObj(row -> SyntheticReading.FIRST.inspector(inspection, row))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void each_inspection_has_some_of_the_programmes_inspectors_and_teams_overlap() {
    List<Set<String>> teams = made(10).stream().map(SyntheticInspectorsTest::firstReaders).toList();

    assertThat(teams).allMatch(team -> team.size() == 6).doesNotHaveDuplicates();
    Set<String> all = teams.stream().flatMap(Set::stream).collect(Collectors.toSet());
    assertThat(all).hasSizeBetween(7, 10);
    assertThat(made(0)).allMatch(one -> firstReaders(one).toString().contains("insp-1, insp-2"));
  }

  @Test
  void an_inspector_is_as_severe_in_every_inspection() {
    List<SyntheticTeam.Member> members =
        made(10).stream().flatMap(one -> one.team().members().stream()).distinct().toList();
    List<String> ids = members.stream().map(SyntheticTeam.Member::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(members).anyMatch(one -> one.effect() > .1).anyMatch(one -> one.effect() < -.1);
  }

  @Test
  void about_a_tenth_of_the_cases_is_read_twice_by_another_who_mostly_says_the_same() {
    int rows = 0;
    int twice = 0;
    int judgements = 0;
    int alike = 0;
    for (SyntheticInspection one : made(10)) {
      rows += one.rows();
      for (int row : SyntheticReading.SECOND.rows(one)) {
        twice++;
        assertThat(SyntheticReading.SECOND.inspector(one, row))
            .isNotEqualTo(SyntheticReading.FIRST.inspector(one, row));
        for (int q = 0; q < FRAMEWORK.questions().size(); q++) {
          byte first = one.answer(row, q);
          byte second = SyntheticReading.SECOND.answer(one, row, q);
          judgements += first >= 0 ? 1 : 0;
          alike += first >= 0 && first == second ? 1 : 0;
          assertThat(second == SyntheticInspection.NOT_ASKED)
              .isEqualTo(first == SyntheticInspection.NOT_ASKED);
        }
      }
    }
    assertThat((double) twice / rows).isBetween(.05, .16);
    assertThat((double) alike / judgements).isBetween(.8, .97);
  }

  @Test
  void a_team_of_two_reads_one_anothers_cases_and_one_alone_reads_nothing_twice() {
    RandomStreams random = new RandomStreams(1);
    SyntheticTeam two = SyntheticTeam.of(2, 6, "a", random);
    for (int row = 0; row < 9; row++) {
      assertThat(two.second(row)).isNotEqualTo(two.first(row));
    }
    assertThat(SyntheticTeam.of(9, 1, "a", random).secondReadings()).isZero();
  }

  /** In every shape the inspectors of both readings are sent, and the program takes them in. */
  @ParameterizedTest
  @CsvSource({"long", "wide", "jsonl"})
  void every_shape_names_the_inspectors_of_both_readings(String shape) throws IOException {
    MainRun made =
        MainRun.of(
            "synthesise",
            "--scale",
            "0.1",
            "--inspectors",
            "12",
            "--format",
            shape,
            "--to",
            folder.resolve("sent").toString());
    assertThat(made.exitCode()).as("%s", made.err()).isZero();
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("sent/NSP-2014-03"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    assertThat(texts.toString())
        .contains("insp-0", shape.equals("jsonl") ? "\"second_inspector_id\"" : "inspector_id");
    assertThat(Files.exists(folder.resolve("sent/NSP-2014-03/second-readings.csv")))
        .isEqualTo(!shape.equals("jsonl"));
    MainRun checked =
        MainRun.of(
            "check-submission",
            folder.resolve("sent/NSP-2014-03").toString(),
            "--to",
            folder.resolve("problems").toString());
    assertThat(checked.exitCode()).as("%s %s", checked.out(), checked.err()).isZero();
  }

  @Test
  void one_inspector_for_a_programme_or_an_extract_of_them_is_refused() {
    assertThat(MainRun.of("synthesise", "--inspectors", "1", "--to", folder.toString()).err())
        .anyMatch(line -> line.contains("--inspectors 1 is not from 2 to 10000"));
    assertThat(
            MainRun.of(
                    "synthesise",
                    "--inspectors",
                    "9",
                    "--layout",
                    "national-wide",
                    "--to",
                    folder.resolve("x.csv").toString())
                .err())
        .anyMatch(line -> line.contains("national-wide, which has no column for them"));
  }

  /** An extract whose layout has columns for it names who judged; a run reads both readings. */
  @ParameterizedTest
  @CsvSource({"wide", "long"})
  void an_extract_has_the_inspectors_of_both_readings(String layout) throws IOException {
    Path framework =
        TinyFramework.write(
            folder.resolve("framework"),
            json -> json.replace("\"case_key\"", JUDGES + "\"case_key\""));
    Path extract = folder.resolve("extract.csv");
    MainRun made =
        MainRun.of(
            "synthesise",
            "--framework",
            framework.toString(),
            "--layout",
            layout,
            "--inspectors",
            "12",
            "--to",
            extract.toString());
    assertThat(made.exitCode()).as("%s", made.err()).isZero();
    MainRun run =
        MainRun.in(
            folder.resolve("workspace"),
            "run",
            "--framework",
            framework.toString(),
            "--extract",
            extract.toString(),
            "--layout",
            layout);
    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    assertThat(PlainCsv.rows(run.release().resolve("tables/agreement.csv")))
        .anySatisfy(
            row -> {
              assertThat(row.get("measure_id")).isEqualTo("question-plan");
              assertThat(Integer.parseInt(row.get("cases"))).isGreaterThan(10);
              assertThat(Integer.parseInt(row.get("inspectors"))).isBetween(9, 12);
            });
  }

  private static final String JUDGES =
      "\"inspector\": \"By\", \"reading\": { \"column\": \"Read\", \"second\": [\"2\"] }, ";
}
