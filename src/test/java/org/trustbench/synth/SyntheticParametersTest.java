package org.trustbench.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;

class SyntheticParametersTest {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");

  @TempDir private Path folder;

  @Test
  void the_built_in_parameters_mention_nothing_that_their_framework_lacks() {
    assertThat(ParameterChecks.mistakes(FRAMEWORK, SyntheticParameters.read(FRAMEWORK, null)))
        .isEmpty();
  }

  @Test
  void known_tranches_hold_six_trusts_each() {
    List<SyntheticTrust> trusts = SyntheticParameters.read(FRAMEWORK, null).trusts();
    for (String tranche : List.of("1", "2", "3", "4", "5")) {
      assertThat(trusts)
          .filteredOn(trust -> tranche.equals(tranche(trust)))
          .as("tranche " + tranche)
          .hasSize(6);
    }
    assertThat(trusts).filteredOn(trust -> "6".equals(tranche(trust))).hasSize(5);
  }

  @Test
  void norfolk_and_suffolk_is_published_on_4_march_2014() {
    assertThat(SyntheticParameters.read(FRAMEWORK, null).trusts())
        .filteredOn(trust -> trust.code().equals("NSP"))
        .extracting(trust -> trust.published().toString(), SyntheticTrust::inspectionId)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("2014-03-04", "NSP-2014-03"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"profiles":{"p":{"questions":{"nothing":{"effect":1}}}},"trusts":{}} | profile p: question: there is no nothing
          {"profiles":{"p":{"sections":{"9.9":1}}},"trusts":{}}                 | profile p: section: there is no 9.9
          {"profiles":{"p":{"attributes":{"gender":{"shares":{"x":1}}}}},"trusts":{}} | attribute gender has no value x
          {"profiles":{"p":{"questions":{"plan_timely":{"event":"e"}}}},"trusts":{}}  | event: there is no e
          {"profiles":{"p":{"questions":{"plan_timely":{"sufficient":74}}}},"trusts":{}} | sufficient is 74.0, not between 0 and 1
          {"profiles":{"p":{"based_on":"q"}},"trusts":{}}                       | profile q is based_on but missing
          {"profiles":{"p":{"based_on":"p"}},"trusts":{}}                       | profile p is based on itself
          {"profiles":{"p":{"casez":1}},"trusts":{}}                            | casez
          {"profilez":{}}                                                       | there is no parameter profilez
          {"trusts":{"NSP":{"profile":"absent"}}}                               | trust NSP: profile: there is no absent
          {"trusts":{"NSP":{"profile":"default"},"KNT":{"profile":"default"}}}  | is also that of
          {"trusts":{"NSP":{"spelling":"Nowhere"}}}                             | spelling "Nowhere" is not known
          {"trusts":{"NSP":{"start":"4 March"}}}                                | "4 March" is not a date like 2014-03-04
          {"trusts":{"NSP":{"format":"long wide"}}}                             | Format "long wide" is not
          {                                                                     | is not JSON at line
          """)
  void a_mistake_is_named_with_its_place(String json, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("parameters.json"), json);
    assertThatThrownBy(() -> SyntheticParameters.read(FRAMEWORK, file))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_framework_without_parameters_has_sensible_ones() throws IOException {
    Framework schools = schools();
    List<SyntheticInspection> inspections =
        SyntheticProgramme.generate(schools, SyntheticParameters.read(schools, null), 5)
            .inspections()
            .toList();
    assertThat(inspections).extracting(one -> one.trust().code()).containsExactly("A1", "B2");
    assertThat(inspections.get(0).answers()).isNotEqualTo(inspections.get(1).answers());
    for (SyntheticInspection inspection : inspections) {
      assertThat(inspection.casesSampled()).isBetween(80, 120);
      assertThat(inspection.rows()).isEqualTo(inspection.casesSampled());
      assertThat(Pooled.of(inspection, List.of("teaching", "safe")).rate()).isBetween(0.4, 0.95);
      assertThat(
              IntStream.range(0, inspection.rows())
                  .mapToObj(row -> (int) inspection.answer(row, 0))
                  .distinct())
          .as("all four grades occur")
          .contains(0, 1, 2, 3);
    }
  }

  @Test
  void a_changed_copy_of_a_built_in_framework_keeps_the_parameters_that_still_fit()
      throws IOException {
    Framework.SourceFile questions = FRAMEWORK.files().get(1);
    for (Framework.SourceFile file : FRAMEWORK.files()) {
      Files.writeString(folder.resolve(file.name()), file.text());
    }
    Files.writeString(
        folder.resolve("questions.csv"),
        questions.text() + "work_liked,Work liked,Was the work liked?,2.1,yes|no,yes,case,\n");
    Framework changed = FrameworkReader.read(folder.toString());
    assertThat(
            SyntheticProgramme.generate(changed, SyntheticParameters.read(changed, null), 1)
                .inspections()
                .mapToLong(one -> Pooled.of(one, List.of("work_liked")).assessed())
                .min()
                .orElseThrow())
        .isGreaterThan(50);
  }

  private static String tranche(SyntheticTrust trust) {
    return FRAMEWORK.trust(trust.code()).dimensions().getOrDefault("tranche", trust.tranche());
  }

  private Framework schools() throws IOException {
    Files.writeString(
        folder.resolve("framework.json"),
        """
        {"id": "schools", "version": "1", "title": "Schools", "description": "Graded lessons",
         "programme": "All schools", "evidence": ["lesson"],
         "answers": [{"code": "1"}, {"code": "2"}, {"code": "3"}, {"code": "4"},
                     {"code": "-", "means": "not_recorded"}],
         "themes": [{"id": "1", "title": "Teaching",
                     "sections": [{"id": "1.1", "title": "Teaching"}]}],
         "attributes": [{"id": "phase", "label": "Phase", "values": [
                          {"code": "primary", "label": "Primary"},
                          {"code": "secondary", "label": "Secondary"}]},
                        {"id": "building", "label": "Building"}],
         "case_mix": ["phase"],
         "comparators": [{"id": "all", "label": "All schools"}],
         "vocabulary": [{"word": "some", "at_least": 0}]}
        """);
    Files.writeString(
        folder.resolve("questions.csv"),
        """
        id,text,label,sections,answers,sufficient,evidence,applies_when
        teaching,Is teaching good?,Teaching,1.1,1|2|3|4,1|2,lesson,
        safe,Are pupils safe?,Safe,1.1,1|2|3|4,1|2,lesson,phase=primary
        """);
    Files.writeString(folder.resolve("trusts.csv"), "code,name,aliases\nA1,Alpha,\nB2,Beta,\n");
    return FrameworkReader.read(folder.toString());
  }
}
