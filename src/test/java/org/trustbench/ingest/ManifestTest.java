package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.matrix.InspectionDetails;
import org.trustbench.support.LandingFolder;

class ManifestTest {
  private static final String SOUND = LandingFolder.manifest("HILL-1", "Hill School");

  @TempDir Path landing;

  private ReadOutcome read(String manifest) {
    return Sent.sound(landing).file("inspection.json", manifest).read().reading();
  }

  @Test
  void a_sound_manifest_says_what_it_says() {
    InspectionDetails manifest = read("\uFEFF" + SOUND).manifest();

    assertThat(manifest)
        .isEqualTo(
            new InspectionDetails(
                "HILL-1",
                "HILL",
                "1",
                LocalDate.of(2014, 2, 3),
                LocalDate.of(2014, 2, 7),
                LocalDate.of(2014, 3, 4),
                50L,
                5L,
                "",
                true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hill", "HILL", " Hill  School ", "HILL SCHOOL"})
  void a_trust_is_found_by_code_name_or_alias_in_any_spelling(String name) {
    assertThat(read(LandingFolder.manifest("HILL-1", name)).manifest().trustId()).isEqualTo("HILL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"HILL-1\"       | \"../../etc\"    | unreadable-manifest | inspection_id \"../../etc\""
            + " must be letters",
        "\"HILL-1\"       | \"a/b\"          | unreadable-manifest | inspection_id \"a/b\" must be"
            + " letters",
        "\"HILL-1\"       | \"a\\\\b\"       | unreadable-manifest | must be letters",
        "\"HILL-1\"       | \"..\"           | unreadable-manifest | must be letters",
        "\"HILL-1\"       | \"\"             | unreadable-manifest | field \"inspection_id\" is"
            + " missing",
        "\"HILL-1\"       | null             | unreadable-manifest | field \"inspection_id\" is"
            + " missing",
        "\"Hill School\"  | \"Hil School\"   | unknown-trust       | trust \"Hil School\" is not in"
            + " the register of schools",
        "\"schools\"      | \"hospitals\"    | wrong-framework     | made for framework hospitals"
            + " version 1",
        "\"1\"            | \"2\"            | wrong-framework     | made for framework schools"
            + " version 2",
        "\"2014-02-03\"   | \"2014-02-30\"   | unreadable-manifest | field \"start_date\" is"
            + " \"2014-02-30\"",
        "\"2014-03-04\"   | \"04/03/2014\"   | unreadable-manifest | field \"published_date\" is"
            + " \"04/03/2014\"",
        "50               | \"fifty\"        | unreadable-manifest | field \"caseload\" is"
            + " \"fifty\"",
        "50               | 5.5              | unreadable-manifest | field \"caseload\" is \"5.5\"",
        "50               | -1               | unreadable-manifest | field \"caseload\" is \"-1\"",
        "50               | 50,              | unreadable-manifest | it is not JSON at line 3",
        "50               | 50, \"trust\": 1 | unreadable-manifest | it is not JSON at line 3",
        "true}            | true} {}         | unreadable-manifest | it is not JSON at line 3",
        "true}            | true, \"tranche\": \"2\"} | unreadable-manifest | tranche \"2\""
            + " contradicts the register, which has 1 for HILL"
      })
  void a_mistake_refuses_the_submission_and_is_named(
      String from, String to, String rule, String words) {
    assertThat(SOUND).contains(from);

    ReadOutcome reading = read(SOUND.replace(from, to));

    assertThat(reading.rule()).isEqualTo(rule);
    assertThat(reading.reason()).startsWith("X/inspection.json: ").contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"x\"", "nonsense", "{", "null"})
  void what_is_no_json_object_is_refused(String text) {
    assertThat(read(text).rule()).isEqualTo("unreadable-manifest");
  }

  @Test
  void dates_and_counts_may_be_missing_and_a_manifest_may_add_a_tranche() {
    InspectionDetails manifest =
        read("""
        {"inspection_id": "D.1", "trust": "DALE", "framework": "schools", "tranche": "7", "start_date": null, "caseload": null}
        """)
            .manifest();

    assertThat(manifest)
        .isEqualTo(
            new InspectionDetails("D.1", "DALE", "7", null, null, null, null, null, "", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"50.0", "5e1", "500.0e-1", "50.00"})
  void a_count_is_the_whole_number_that_it_comes_to(String written) {
    ReadOutcome reading = read(SOUND.replace("50", written));

    assertThat(reading.manifest().caseload()).isEqualTo(50);
  }

  @Test
  void a_name_beyond_all_measure_is_no_json() {
    Sent sent = Sent.sound(landing).file("inspection.json", "{\"" + "x".repeat(60_000) + "\":1}");

    assertThat(sent.read().reading().reason())
        .isEqualTo(
            "X/inspection.json: it is not JSON at a name, number or depth beyond all measure: mend"
                + " it there");
  }
}
