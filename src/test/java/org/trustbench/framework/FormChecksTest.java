package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.TinyForms;

/** Each test breaks one thing in the versions of a form. */
class FormChecksTest {
  @TempDir Path folder;

  private String mistakes(String from, String to) {
    TinyForms.write(
        folder, json -> json.replace(from, to), questions -> questions.replace(from, to));
    StringBuilder all = new StringBuilder();
    FrameworkReader.check(folder.toString())
        .mistakes()
        .forEach(
            one ->
                all.append(one.where().replace(folder + "/", ""))
                    .append(": ")
                    .append(one.wrong())
                    .append('\n')
                    .append(one.fix().isEmpty() ? "NO FIX" : ""));
    return all.toString();
  }

  @Test
  void versions_without_mistakes_are_read() {
    Framework framework = TinyForms.read(folder);

    assertThat(framework.forms()).extracting(Form::version).containsExactly("0", "1");
    assertThat(framework.questions().get(2).sameAs()).isEqualTo("pace");
    assertThat(framework.formVersion()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "lesson,1,pace   | lesson,1,paces  | questions.csv line 4, question tempo: same_as: there"
            + " is no paces",
        "lesson,1,pace   | lesson,1,plan   | questions.csv line 4, question tempo: same_as: plan is"
            + " asked by no earlier versions alone",
        "lesson,1,pace   | lesson,,pace    | questions.csv line 4, question tempo: same_as: pace is"
            + " asked by no earlier versions alone",
        "lesson,1,pace   | lesson,1,tempo  | questions.csv line 4, question tempo: same_as: tempo"
            + " is asked by no earlier versions alone",
      })
  void a_mistake_is_named_with_its_line(String from, String to, String said) {
    assertThat(mistakes(from, to)).startsWith(said);
  }

  @Test
  void two_questions_of_a_version_are_not_the_same() {
    assertThat(mistakes("lesson,1,\n", "lesson,1,pace\n"))
        .startsWith(
            "questions.csv line 6, question fed_back: same_as: version 1 asks tempo too, which is"
                + " the same");
  }

  @Test
  void questions_of_two_kinds_of_case_are_not_the_same() {
    assertThat(mistakes("interview,,", "interview,1,pace"))
        .contains("question talk: same_as: pace is answered on lesson, the question on interview");
  }

  @Test
  void the_earliest_stands_first_and_the_present_one_last() {
    assertThat(mistakes("2010-01-01", "2015-01-01"))
        .isEqualTo("framework.json line 7, forms: 1 is not from a later day than 0\n");
    assertThat(mistakes("{ \"version\": \"1\", \"from\"", "{ \"version\": \"2\", \"from\""))
        .contains("forms: the last is 2, and version is 1");
  }

  @Test
  void a_version_that_is_not_listed_is_named() {
    assertThat(mistakes("lesson,0,\ntempo", "lesson,2,\ntempo"))
        .contains("questions.csv line 3, question pace: versions: there is no 2\n");
  }

  @Test
  void a_layout_says_of_which_version_its_file_is() {
    assertThat(mistakes("\"id\": \"wide\", \"version\": \"0\",", "\"id\": \"wide\","))
        .contains("layout wide: it does not say which version of the form its file is of");
    assertThat(
            mistakes(
                "\"id\": \"wide\", \"version\": \"0\",", "\"id\": \"wide\", \"version\": \"1\","))
        .contains("layout wide: questions: version 1 does not ask pace");
    assertThat(mistakes(TinyForms.FORMS + ",", ""))
        .contains("layout wide: version: the framework has no forms to choose from");
  }
}
