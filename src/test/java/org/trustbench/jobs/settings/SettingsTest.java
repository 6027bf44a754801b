package org.trustbench.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declared settings, from flags and a file to values. */
class SettingsTest {
  @TempDir Path folder;

  private Settings read(String json, Map<Setting<?>, Object> flags) {
    try {
      Path file = folder.resolve("settings.json");
      Files.writeString(file, json);
      return SettingsReader.read(flags, file, List.of());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_flag_comes_before_the_file_and_the_file_before_the_standard() {
    Settings settings =
        read(
            "{\"reliable_from\": 7, \"reject_tolerance\": 0.5}",
            Map.of(RuleSettings.RELIABLE_FROM, 3));

    assertThat(settings.get(RuleSettings.RELIABLE_FROM)).isEqualTo(3);
    assertThat(settings.get(AdmissionSettings.REJECT_TOLERANCE)).isEqualTo(0.5);
    assertThat(settings.get(AdmissionSettings.CASE_CHANGE)).isEqualTo(0.25);
  }

  @Test
  void a_setting_that_is_not_declared_cannot_be_asked_for() {
    Settings settings = read("{}", Map.of()).only(List.of(PlaceSettings.LAKE));

    assertThat(settings.get(PlaceSettings.LAKE)).isNull();
    assertThatThrownBy(() -> settings.get(PlaceSettings.OUTPUT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("--output");
  }

  @Test
  void what_decides_figures_is_recorded_in_the_order_of_its_declaration() {
    String standard = read("{}", Map.of()).recordedJson();

    assertThat(standard)
        .isEqualTo(
            "{\"reject_tolerance\":0.05,\"score_rule\":\"pooled\","
                + "\"benchmark_rule\":\"pooled-others\",\"verdict_rule\":\"difference\","
                + "\"reliable_from\":10,\"audience\":\"internal\"}");
  }

  @Test
  void a_record_is_read_back_as_it_was() {
    String json =
        """
        {"comparators": [{"id": "eastern", "trusts": ["A", "B"]}, {"id": "target", "fixed_percent": 80}],
         "finite_population": true, "as_at": "2014-03-04", "audience": "public", "suppress_below": 12}
        """;
    Settings settings = read(json, Map.of());

    Settings again = SettingsReader.recorded("schools", settings.recordedJson(), settings);

    assertThat(again.recordedJson())
        .isEqualTo(settings.recordedJson())
        .contains("\"finite_population\":true", "\"as_at\":\"2014-03-04\"", "\"suppress_below\":12")
        .contains("{\"id\":\"target\",\"label\":\"target\",\"fixed_percent\":");
  }

  @Test
  void no_name_is_declared_twice_and_everything_is_said_of_each() {
    List<String> names =
        ProgrammeSettings.ALL.stream().map(Setting::name).collect(Collectors.toList());

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z_]+"));
    assertThat(ProgrammeSettings.ALL)
        .allMatch(setting -> setting.isFlag() || setting.isInFile())
        .allMatch(setting -> !setting.meaning().isBlank() && !setting.meaning().endsWith("."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = (char) 1,
      value = {
        "{`n`  `reject_tolerence`: 1}           | line 2: there is no setting `reject_tolerence`;"
            + " did you mean reject_tolerance?",
        "{`extract`: `x.csv`}                   | there is no setting `extract` in a file: give the"
            + " flag --extract",
        "{`reliable_from`: 99999999999}         | line 1: reliable_from 99999999999 is not a number"
            + " without a fraction",
        "{`reliable_from`: 1.5}                 | reliable_from 1.5 is not a number",
        "{`reliable_from`: true}                | reliable_from true is not a number",
        "{`reliable_from`: -1}                  | reliable-from -1 is below 0 (reliable_from in",
        "{`finite_population`: 1}               | finite_population 1 is neither true nor false",
        "{`focus`: [1]}                         | focus [1] is not a text",
        "{`case_change`: -0.1}                  | case change -0.1 is not 0 or more (case_change"
            + " in",
        "{`lake`: `s3://b/x`}                   | lake s3://b/x is no folder of this machine",
        "{`lake`: `abfss://b@c/x`}              | lake: `abfss://b@c/x`: abfss: is not served",
        "{`audience`: `all`}                    | audience `all` is not one of internal, public"
            + " (audience in",
        "{`comparators`: {}}                    | comparators is not a list",
        "{`focus`: `a`, `focus`: `b`}           | is not JSON at line 1",
        "{} {}                                  | is not JSON at line 1"
      })
  void a_fault_of_the_file_is_named_with_its_place(String json, String words) {
    assertThatThrownBy(() -> read(json.replace('`', '"').replace("\"n\"", "\n"), Map.of()))
        .hasMessageContaining(words.replace('`', '"'))
        .hasMessageContaining("settings.json");
  }

  @Test
  void a_fault_of_a_flag_names_the_flag() {
    assertThatThrownBy(() -> read("{}", Map.of(RuleSettings.SCORE_RULE, "best")))
        .hasMessage("score rule \"best\" is not one of pooled, mean-of-questions (--score-rule)");
  }

  @Test
  void under_another_framework_trusts_and_comparators_of_the_file_are_not_read() {
    String json = "{\"framework\": \"iaow-2013\", \"focus\": \"NSP\", \"reliable_from\": 7}";

    Settings other = read(json, Map.of(PlaceSettings.FRAMEWORK, "schools"));

    assertThat(other.get(FocusSettings.FOCUS)).isNull();
    assertThat(other.get(RuleSettings.RELIABLE_FROM)).isEqualTo(7);
  }
}
