package org.trustbench.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {
  private static final Terms SCHOOLS =
      new Terms(Term.of("academy", "academies"), Term.of("pupil record", "pupil records"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{institution} {institutions}|academy academies",
        "{Institution} {Institutions}|Academy Academies",
        "{an institution}, {a case}|an academy, a pupil record",
        "{An institution}, {A case}|An academy, A pupil record",
        "{institution's} and {institutions'}|academy's and academies'",
        "{Institution’s} and {cases’}|Academy’s and pupil records’",
        "{case} {cases} {Case} {Cases}|pupil record pupil records Pupil record Pupil records",
      })
  void places_are_filled_with_the_terms(String pattern, String text) {
    assertThat(SCHOOLS.text(pattern)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{trust}-2014", "{}", "{ \"code\": 1 }", "100 %", "{casess}", "{inst"})
  void all_else_stays_as_it_is(String text) {
    assertThat(SCHOOLS.text(text)).isEqualTo(text);
  }

  @Test
  void values_are_put_in_after_the_terms_and_are_no_patterns() {
    assertThat(SCHOOLS.text("%s of {cases}: %d %%", "{institution}", 5))
        .isEqualTo("{institution} of pupil records: 5 %");
  }

  @Test
  void a_term_may_hold_what_means_something_in_a_pattern() {
    Terms odd = new Terms(Term.of("100 %s $1 \\ home", "{cases}"), Terms.STANDARD.ofCase());

    assertThat(odd.text("{an institution}, {institutions}: %d", 3))
        .isEqualTo("a 100 %s $1 \\ home, {cases}: 3");
    assertThat(odd.text("{institution}")).isEqualTo("100 %s $1 \\ home");
  }

  @ParameterizedTest
  @CsvSource({
    "trust, a trust",
    "academy, an academy",
    "école, an école",
    "Übungsschule, an Übungsschule",
    "university, a university",
    "unit, a unit",
    "European school, a European school",
    "uninhabited island, an uninhabited island",
    "one-form school, a one-form school",
    "hour, an hour",
    "hospital, a hospital",
    "מועצה, a מועצה",
    "3-form school, a 3-form school",
  })
  void the_article_follows_from_the_first_letters(String one, String text) {
    assertThat(new Terms(Term.of(one, one), Terms.STANDARD.ofCase()).text("{an institution}"))
        .isEqualTo(text);
  }

  @Test
  void the_framework_may_say_the_article() {
    Terms herbs = new Terms(new Term("herb garden", "herb gardens", "an"), Term.of("bed", "beds"));

    assertThat(herbs.text("{An institution}")).isEqualTo("An herb garden");
  }

  @ParameterizedTest
  @CsvSource({"police, police's", "children, children's", "schools, schools'"})
  void several_own_with_an_s_where_they_end_in_none(String many, String text) {
    assertThat(new Terms(Term.of("one", many), Terms.STANDARD.ofCase()).text("{institutions'}"))
        .isEqualTo(text);
  }

  @Test
  void a_capital_is_put_on_what_has_capitals() {
    Terms terms = new Terms(Term.of("‏בית ספר", "ﬁrms"), Term.of("ǆep", "ǆepovi"));

    assertThat(terms.text("{Case}")).isEqualTo("ǅep");
    assertThat(terms.text("{Institution}")).isEqualTo("‏בית ספר");
  }
}
