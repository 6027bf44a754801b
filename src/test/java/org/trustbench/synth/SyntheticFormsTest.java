package org.trustbench.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Question;
import org.trustbench.support.TinyForms;

/** Inspections made up of {@link TinyForms}, whose second version is of 2015. */
class SyntheticFormsTest {
  @TempDir Path folder;
  private Framework framework;
  private SyntheticParameters parameters;

  @BeforeEach
  void a_form_of_two_versions() {
    framework = TinyForms.read(folder);
    parameters = SyntheticParameters.read(framework, null);
  }

  private SyntheticInspection inRound(int round) {
    return SyntheticProgramme.generate(framework, parameters.inRound(round), 1)
        .inspections()
        .findFirst()
        .orElseThrow();
  }

  private static List<String> asked(SyntheticInspection inspection) {
    return inspection.framework().questions().stream().map(Question::id).toList();
  }

  @Test
  void the_first_round_begins_with_the_first_version() {
    assertThat(inRound(1).trust().start()).isEqualTo(LocalDate.of(2010, 1, 4));
    assertThat(asked(inRound(1))).containsExactly("plan", "pace", "marked", "safe", "talk");
    assertThat(SyntheticManifest.json(inRound(1))).contains("\"framework_version\" : \"0\"");
  }

  @Test
  void a_later_round_is_made_by_the_version_in_force_then() {
    assertThat(inRound(4).trust().start()).isEqualTo(LocalDate.of(2016, 1, 4));
    assertThat(asked(inRound(4))).containsExactly("plan", "tempo", "fed_back", "safe", "talk");
    assertThat(SyntheticManifest.json(inRound(4))).contains("\"framework_version\" : \"1\"");
  }

  @Test
  void a_file_holds_those_who_are_inspected_by_the_version_of_its_layout() {
    assertThat(parameters.inRound(1).madeBy(framework, "0").trusts())
        .isEqualTo(parameters.inRound(1).trusts());
    assertThatThrownBy(() -> parameters.inRound(4).madeBy(framework, "0"))
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "nobody is inspected by version 0 of the form in this round: give --round N, each is"
                + " two years after the one before");
  }

  @Test
  void nobody_is_inspected_before_the_first_version() {
    assertThatThrownBy(() -> inRound(0))
        .isInstanceOf(PipelineException.class)
        .hasMessageEndingWith(
            " is to be inspected from 2008-01-04, and the first version of the form is of"
                + " 2010-01-01: give it a later start in the parameters");
  }
}
