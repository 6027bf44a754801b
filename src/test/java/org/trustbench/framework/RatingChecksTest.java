package org.trustbench.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.TinyFramework;

class RatingChecksTest {
  private static final String RATINGS =
      """
      "ratings": { "whose": "Invented.",
        "scale": [{ "id": "good", "label": "Good" }, { "id": "poor", "label": "Poor" }],
        "rules": [
          { "id": "a", "label": "A", "score_of": "theme-A", "bands": [
            { "rating": "good", "at_least": 50 }, { "rating": "poor", "at_least": 0 }] },
          { "id": "b", "label": "B", "points_of": ["a"], "bands": [
            { "rating": "good", "at_least": 1 }, { "rating": "poor", "at_least": 0 }] },
          { "id": "c", "label": "C", "lowest_of": ["a", "b"],
            "limits": [{ "when": "a", "is": "poor", "at_most": "poor" }] }] },
      """;

  @TempDir Path folder;

  private FrameworkReader.Checked checked(String from, String to) throws IOException {
    assertThat(RATINGS).contains(from);
    TinyFramework.write(
        folder, json -> json.replace("\"layouts\":", RATINGS.replace(from, to) + "\"layouts\":"));
    return FrameworkReader.check(folder.toString());
  }

  @Test
  void rules_without_mistakes_are_read() throws IOException {
    RatingRules rules = checked("Invented", "Invented").framework().ratingRules();

    assertThat(rules.scale()).extracting(RatingRules.Grade::points).containsExactly(1, 0);
    assertThat(rules.rules().get(2).restsOn()).containsExactly("a", "b", "a");
    assertThat(TinyFramework.read().ratingRules().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"score_of\": \"theme-A\" | \"score_of\": \"theme-Z\" | rating a | there is no theme-Z",
        "\"score_of\": \"theme-A\" | \"score_of\": \"pathway-way-1\" | rating a | there is no"
            + " pathway-way-1",
        "\"at_least\": 50 | \"at_least\": -5 | rating a | poor from 0 comes after good from -5",
        "\"good\", \"at_least\": 50 | \"fine\", \"at_least\": 50 | rating a | there is no fine",
        "50 }, { \"rating\": \"poor\", \"at_least\": 0 | 50 }, { \"rating\": \"poor\","
            + " \"at_least\": 20 | rating a | what is less than the last band has no rating",
        "\"points_of\": [\"a\"] | \"points_of\": [\"c\"] | rating b | there is no c",
        "\"lowest_of\": [\"a\", \"b\"] | \"lowest_of\": [\"a\"], \"score_of\": \"theme-A\" | rating"
            + " c | it is derived from score_of and lowest_of at once",
        "\"lowest_of\": [\"a\", \"b\"], | `` | rating c | it is derived from nothing",
        "\"is\": \"poor\" | \"is\": \"bad\" | rating c | there is no bad",
        "\"id\": \"b\", | \"id\": \"a\", | ratings | a stands twice",
      })
  void a_mistake_is_named(String from, String to, String place, String wrong) throws IOException {
    assertThat(checked(from, to).mistakes())
        .anySatisfy(
            mistake -> {
              assertThat(mistake.place()).isEqualTo(place);
              assertThat(mistake.wrong()).isEqualTo(wrong);
              assertThat(mistake.fix()).isNotBlank();
            });
  }
}
