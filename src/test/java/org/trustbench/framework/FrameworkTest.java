package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The frameworks inside the program. */
class FrameworkTest {
  private final Framework iaow = FrameworkReader.read("iaow-2013");

  @ParameterizedTest
  @FieldSource("org.trustbench.framework.FrameworkFiles#BUILT_IN")
  void a_built_in_framework_meets_its_schema_and_feeds_every_section(String id) {
    Framework framework = FrameworkReader.read(id);

    assertThat(framework.id()).isEqualTo(id);
    assertThat(FrameworkReader.check(id).mistakes()).isEmpty();
    assertThat(framework.measures()).allSatisfy(m -> assertThat(m.questions()).isNotEmpty());
    assertThat(framework.questions()).allSatisfy(q -> assertThat(q.label()).hasSizeLessThan(46));
  }

  @Test
  void offending_work_has_five_themes_nineteen_sections_and_35_trusts() {
    assertThat(iaow.themes()).hasSize(5);
    assertThat(iaow.themes().stream().flatMap(theme -> theme.sections().stream()))
        .extracting(Theme.Section::id)
        .containsExactly(
            "1.1", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2",
            "4.3", "4.4", "5.1", "5.2", "5.3", "5.4", "5.5");
    assertThat(iaow.trusts()).hasSize(35);
    assertThat(iaow.questions().stream().filter(q -> q.evidence().equals("case")).count())
        .isGreaterThanOrEqualTo(66);
  }

  @Test
  void leadership_sections_and_no_others_rest_on_interviews() {
    for (Theme theme : iaow.themes()) {
      for (Theme.Section section : theme.sections()) {
        String evidence = section.id().endsWith(".4") ? "interview" : "case";
        assertThat(section.evidence()).as(section.id()).isEqualTo(evidence);
        assertThat(iaow.measure("section-" + section.id()).evidence()).isEqualTo(evidence);
      }
    }
  }

  @Test
  void a_no_is_the_sufficient_answer_to_a_reversed_question() {
    assertThat(iaow.questions().stream().filter(q -> q.sufficient().equals(List.of("no"))))
        .extracting(Question::id)
        .containsExactlyInAnyOrder(
            "officer_changes_disrupted",
            "reoffending_copied_forward",
            "new_offence",
            "harm_plan_copied_forward");
    Codebook codebook = new Codebook(iaow);
    int copied = codebook.question("reoffending_copied_forward");
    assertThat(codebook.outcome(copied, codebook.answer("N"))).isEqualTo(Outcome.SUFFICIENT);
    assertThat(codebook.outcome(copied, codebook.answer(" Yes "))).isEqualTo(Outcome.INSUFFICIENT);
  }

  @Test
  void some_questions_feed_several_sections() {
    Set<List<String>> shared =
        iaow.questions().stream()
            .map(Question::sections)
            .filter(sections -> sections.size() > 1)
            .collect(Collectors.toSet());

    assertThat(shared).contains(List.of("1.1", "4.1"), List.of("4.1", "5.1"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "unknown",
      value = {
        "nsp,NSP",
        "Norfolk and Suffolk Probation Trust,NSP",
        "'  Norfolk & Suffolk ',NSP",
        "Norfolk&Suffolk,NSP",
        "NorfolkandSuffolk Probation Trust,NSP",
        "'Norfolk\u00a0and\u00a0Suffolk',NSP",
        "NFK,NSP",
        "SFK,NSP",
        "Durham & Tees Valley,DTV",
        "Durham and Tees Valley Probation Trust,DTV",
        "Durham Tees Valley,DTV",
        "DRH,DTV",
        "TES,DTV",
        "NHS,NHS",
        "Nottinghamshire,NHS",
        "NTS,NTS",
        "Northamptonshire Probation Trust,NTS",
        "Kent Probation,KNT",
        "Kent Probation Trust,KNT",
        "Thames Valley Probation Trust,TVP",
        "Essex,ESX",
        "Norfolk,unknown",
        "Northumberland,unknown",
        "N,unknown",
        "'',unknown"
      })
  void a_trust_is_found_by_its_known_spellings_and_never_guessed(String spelling, String code) {
    assertThat(new TrustRegister(iaow.trusts()).find(spelling).map(Trust::code).orElse(null))
        .isEqualTo(code);
  }

  @Test
  void only_the_tranches_that_are_known_are_given() {
    Map<String, String> tranches = new HashMap<>();
    for (Trust trust : iaow.trusts()) {
      if (trust.dimensions().containsKey("tranche")) {
        tranches.put(trust.code(), trust.dimensions().get("tranche"));
      }
    }

    assertThat(tranches)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "YSN", "2", "NSP", "2", "KNT", "2", "LDN", "2", "DTV", "2", "WPT", "2", "HPS", "1",
                "NBR", "1"));
  }

  @Test
  void an_initial_home_visit_is_called_for_by_high_risk_or_by_a_child_protection_concern() {
    assertThat(cases("cp-initial-home-visit-any"))
        .containsExactly("low,yes", "high,no", "high,yes", "very_high,");
    assertThat(cases("cp-initial-home-visit-high-risk"))
        .containsExactly("high,no", "high,yes", "very_high,");
    assertThat(cases("cp-initial-home-visit-child-protection"))
        .containsExactly("low,yes", "high,yes");
  }

  @Test
  void each_step_of_the_child_protection_pathway_counts_cases_that_passed_the_steps_before() {
    assertThat(iaow.measures().stream().filter(Measure::isPathwayStep)).hasSize(7);
    assertThat(iaow.measure("pathway-child-protection-1").earlier()).isEmpty();
    assertThat(iaow.measure("pathway-child-protection-3").earlier())
        .containsExactly("childrens_services_checks", "harm_children_analysed");
  }

  @ParameterizedTest
  @CsvSource({
    "100,all",
    "99.99,almost all",
    "90,almost all",
    "89.99,most",
    "75,most",
    "74.99,majority",
    "50.01,majority",
    "50,half",
    "49.99,minority",
    "15,minority",
    "14.99,few",
    "0.01,few",
    "0,none"
  })
  void findings_have_a_word_for_every_percentage(double percent, String word) {
    assertThat(iaow.vocabulary().word(percent)).isEqualTo(word);
  }

  @Test
  void both_national_layouts_carry_every_question_and_every_attribute() {
    String[] questions = iaow.questions().stream().map(Question::id).toArray(String[]::new);
    String[] attributes = iaow.attributes().stream().map(Attribute::id).toArray(String[]::new);
    Layout wide = layout("national-wide");
    Layout rows = layout("national-long");

    assertThat(wide.shape()).isEqualTo(Layout.Shape.WIDE);
    assertThat(wide.questions()).containsOnlyKeys(questions);
    assertThat(wide.questions().values()).doesNotHaveDuplicates();
    assertThat(wide.attributes()).containsOnlyKeys(attributes);
    assertThat(rows.shape()).isEqualTo(Layout.Shape.LONG);
    assertThat(rows.questionValues().values()).containsExactlyInAnyOrder(questions);
    assertThat(rows.attributes()).containsOnlyKeys(attributes);
    assertThat(rows.encoding()).isEqualTo("windows-1252");
    assertThat(rows.delimiter()).isEqualTo(';');
    assertThat(rows.skipLines()).isEqualTo(2);
  }

  @Test
  void childrens_social_care_counts_outstanding_and_good_as_sufficient() {
    Codebook codebook = new Codebook(FrameworkReader.read("ofsted-csc-2014"));
    int safety = codebook.question("safety_children");

    assertThat(
            IntStream.range(0, codebook.framework().questions().size())
                .mapToObj(q -> codebook.outcome(q, codebook.answer("Requires Improvement"))))
        .containsOnly(Outcome.INSUFFICIENT);
    assertThat(
            Arrays.stream(new String[] {"Outstanding", "Good", "Adequate", "Inadequate", ""})
                .map(answer -> codebook.outcome(safety, codebook.answer(answer)).id()))
        .containsExactly(
            "sufficient", "sufficient", "insufficient", "insufficient", "not_recorded");
    assertThat(codebook.answer("Sustained Effectiveness")).isEqualTo(Codebook.UNKNOWN);
  }

  @Test
  void childrens_social_care_knows_151_local_authorities_and_both_spellings_of_a_sector() {
    Framework framework = FrameworkReader.read("ofsted-csc-2014");
    Codebook codebook = new Codebook(framework);

    assertThat(framework.trusts()).hasSize(151);
    assertThat(framework.trust("norfolk").dimensions()).containsEntry("region", "East of England");
    assertThat(codebook.attributeCode(codebook.attribute("sector"), "Local Authority"))
        .isEqualTo(codebook.attributeCode(codebook.attribute("sector"), "Local authority"))
        .isEqualTo("local_authority");
    assertThat(framework.description()).contains("never to judge a council");
  }

  @Test
  void a_framework_is_identified_by_its_content() {
    assertThat(FrameworkReader.read("iaow-2013").hash()).isEqualTo(iaow.hash()).hasSize(64);
    assertThat(iaow.formHash()).isNotEqualTo(iaow.hash());
  }

  private Layout layout(String id) {
    return iaow.layouts().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
  }

  /** The cases, as risk of harm and child protection concern, in a measure's scope. */
  private List<String> cases(String measure) {
    Condition when = iaow.measure(measure).when();
    return List.of("low,no", "low,yes", "high,no", "high,yes", "very_high,", ",no").stream()
        .filter(
            text -> {
              String[] values = text.split(",", -1);
              Map<String, String> attributes = new HashMap<>();
              attributes.put("risk_of_harm", values[0].isEmpty() ? null : values[0]);
              attributes.put("child_protection_concern", values[1].isEmpty() ? null : values[1]);
              return when.holds(attributes::get);
            })
        .toList();
  }
}
