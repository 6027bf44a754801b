package org.trustbench.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Question;

class SyntheticProgrammeTest {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");
  private static final SyntheticParameters PARAMETERS = SyntheticParameters.read(FRAMEWORK, null);

  @Test
  void the_same_seed_makes_the_same_programme() {
    assertThat(contents(PARAMETERS, 7)).isEqualTo(contents(PARAMETERS, 7));
  }

  @Test
  void another_seed_makes_another_programme() {
    assertThat(contents(PARAMETERS, 7)).isNotEqualTo(contents(PARAMETERS, 8));
  }

  @Test
  void trusts_that_swap_profiles_swap_results_exactly_and_leave_the_others_alone() {
    SyntheticParameters swapped = PARAMETERS.swapping("NSP", "KNT");
    assertThat(content(swapped, "KNT")).isEqualTo(content(PARAMETERS, "NSP"));
    assertThat(content(swapped, "NSP")).isEqualTo(content(PARAMETERS, "KNT"));
    assertThat(content(swapped, "NSP")).isNotEqualTo(content(PARAMETERS, "NSP"));
    assertThat(content(swapped, "LDN")).isEqualTo(content(PARAMETERS, "LDN"));
  }

  @Test
  void fewer_trusts_leave_the_remaining_ones_as_they_were() {
    assertThat(content(PARAMETERS.only(List.of("LDN")), "LDN"))
        .isEqualTo(content(PARAMETERS, "LDN"));
  }

  @Test
  void another_round_is_two_years_later_with_other_cases_and_the_first_stays_as_it_was() {
    SyntheticParameters second = PARAMETERS.inRound(2);

    assertThat(contents(PARAMETERS.inRound(1), 7)).isEqualTo(contents(PARAMETERS, 7));
    assertThat(content(second, "NSP")).isNotEqualTo(content(PARAMETERS, "NSP"));
    assertThat(inspection(PARAMETERS, "NSP").inspectionId()).isEqualTo("NSP-2014-03");
    assertThat(inspection(second, "NSP").inspectionId()).isEqualTo("NSP-2016-03");
  }

  @Test
  void samples_scale() {
    assertThat(inspection(PARAMETERS.scaledBy(3), "NSP").casesSampled())
        .isEqualTo(3 * inspection(PARAMETERS, "NSP").casesSampled());
  }

  @Test
  void every_trust_of_the_framework_is_inspected_once() {
    assertThat(SyntheticProgramme.generate(FRAMEWORK, PARAMETERS, 1).inspections())
        .extracting(inspection -> inspection.trust().code())
        .containsExactlyInAnyOrderElementsOf(
            FRAMEWORK.trusts().stream().map(trust -> trust.code()).toList());
  }

  @Test
  void judgements_of_one_case_are_alike() {
    SyntheticInspection inspection = inspection(PARAMETERS.scaledBy(10), "KNT");
    SoftAssertions soft = new SoftAssertions();
    FRAMEWORK.measures().stream()
        .filter(measure -> measure.kind().equals(Measure.THEME))
        .forEach(
            theme ->
                soft.assertThat(Pooled.of(inspection, theme.questions()).designEffect())
                    .as(theme.id())
                    .isGreaterThan(1.1));
    soft.assertAll();
  }

  @Test
  void a_question_whose_condition_fails_is_always_not_applicable() {
    SyntheticInspection inspection = inspection(PARAMETERS, "NSP");
    Codebook codebook = new Codebook(FRAMEWORK);
    int outside = 0;
    for (int row = 0; row < inspection.casesSampled(); row++) {
      for (int q = 0; q < FRAMEWORK.questions().size(); q++) {
        byte answer = inspection.answer(row, q);
        if (answer != SyntheticInspection.NOT_ASKED && !applies(inspection, row, q)) {
          outside++;
          assertThat(codebook.outcome(q, answer)).isEqualTo(Outcome.NOT_APPLICABLE);
        }
      }
    }
    assertThat(outside).isGreaterThan(500);
  }

  @Test
  void where_the_condition_holds_not_applicable_and_not_recorded_come_at_their_rates() {
    SyntheticInspection inspection = inspection(PARAMETERS.scaledBy(100), "NSP");
    Profile profile = PARAMETERS.profiles().get("norfolk-and-suffolk");
    Codebook codebook = new Codebook(FRAMEWORK);
    SoftAssertions soft = new SoftAssertions();
    for (int q = 0; q < FRAMEWORK.questions().size(); q++) {
      Question question = FRAMEWORK.questions().get(q);
      int asked = 0;
      int notApplicable = 0;
      int notRecorded = 0;
      for (int row = 0; row < inspection.rows(); row++) {
        byte answer = inspection.answer(row, q);
        if (answer != SyntheticInspection.NOT_ASKED && applies(inspection, row, q)) {
          Outcome outcome = answer < 0 ? Outcome.NOT_RECORDED : codebook.outcome(q, answer);
          asked++;
          notApplicable += outcome == Outcome.NOT_APPLICABLE ? 1 : 0;
          notRecorded += outcome == Outcome.NOT_RECORDED ? 1 : 0;
        }
      }
      String event = profile.question(question.id()).event();
      double called = event == null ? 1 : profile.events().get(event);
      soft.assertThat((double) notApplicable / asked)
          .as(question.id())
          .isCloseTo(1 - called * (1 - profile.notApplicable(question.id())), within(0.03));
      soft.assertThat((double) notRecorded / asked)
          .as(question.id())
          .isCloseTo(called * profile.notRecorded(question.id()), within(0.012));
    }
    soft.assertAll();
  }

  @Test
  void interviews_answer_interview_questions_only_and_have_no_attributes() {
    SyntheticInspection inspection = inspection(PARAMETERS, "NSP");
    for (int row = 0; row < inspection.rows(); row++) {
      for (int q = 0; q < FRAMEWORK.questions().size(); q++) {
        boolean isAsked = inspection.answer(row, q) != SyntheticInspection.NOT_ASKED;
        assertThat(isAsked)
            .isEqualTo(FRAMEWORK.questions().get(q).evidence().equals(inspection.evidence(row)));
      }
      if (inspection.evidence(row).equals("interview")) {
        for (int a = 0; a < FRAMEWORK.attributes().size(); a++) {
          assertThat(inspection.attribute(row, a)).isEqualTo(AttributeModel.BLANK);
        }
      }
    }
    assertThat(inspection.rows() - inspection.casesSampled()).isBetween(12, 18);
  }

  @Test
  void a_tranche_that_looks_at_children_has_more_child_protection_concerns() {
    assertThat(concerns("KNT")).isGreaterThan(concerns("HPS") + 0.05);
  }

  private static double concerns(String code) {
    SyntheticInspection inspection = inspection(PARAMETERS.scaledBy(20), code);
    int attribute =
        FRAMEWORK.attributes().stream()
            .map(one -> one.id())
            .toList()
            .indexOf("child_protection_concern");
    int yes = inspection.values(attribute).indexOf("yes");
    return IntStream.range(0, inspection.casesSampled())
        .map(row -> inspection.attribute(row, attribute) == yes ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static boolean applies(SyntheticInspection inspection, int row, int question) {
    Condition condition = FRAMEWORK.questions().get(question).appliesWhen();
    List<String> ids = FRAMEWORK.attributes().stream().map(attribute -> attribute.id()).toList();
    return condition.holds(
        id -> {
          int attribute = ids.indexOf(id);
          byte value = inspection.attribute(row, attribute);
          return value < 0 ? null : inspection.values(attribute).get(value);
        });
  }

  private static SyntheticInspection inspection(SyntheticParameters parameters, String code) {
    return SyntheticProgramme.generate(FRAMEWORK, parameters.only(List.of(code)), 20140304)
        .inspections()
        .findFirst()
        .orElseThrow();
  }

  /** Everything about an inspection but whose it is. */
  private static String content(SyntheticParameters parameters, String code) {
    return content(
        SyntheticProgramme.generate(FRAMEWORK, parameters, 20140304)
            .inspections()
            .filter(inspection -> inspection.trust().code().equals(code))
            .findFirst()
            .orElseThrow());
  }

  private static List<String> contents(SyntheticParameters parameters, long seed) {
    return SyntheticProgramme.generate(FRAMEWORK, parameters, seed)
        .inspections()
        .map(SyntheticProgrammeTest::content)
        .toList();
  }

  private static String content(SyntheticInspection inspection) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < inspection.rows(); row++) {
      text.append(inspection.caseId(row)).append(inspection.evidence(row));
      for (int a = 0; a < FRAMEWORK.attributes().size(); a++) {
        text.append(' ').append(inspection.attribute(row, a));
      }
      for (int q = 0; q < FRAMEWORK.questions().size(); q++) {
        text.append(' ').append(inspection.answer(row, q));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
