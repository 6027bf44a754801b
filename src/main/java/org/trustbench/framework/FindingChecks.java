package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is wrong with the way a framework chooses and words its findings. */
final class FindingChecks {
  private final Framework framework;
  private final Mistakes mistakes;

  FindingChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
  }

  void check() {
    FindingPatterns patterns = framework.findingPatterns();
    mistakes.unique(JSON_FILE, "topics", patterns.topics(), Topic::id);
    rules(patterns.rules());
    patterns.wordings().forEach(this::wording);
    measures(patterns.topics());
  }

  /** Names of phrases that there are none of, which the schema does not know either. */
  static void names(JsonNode findings, Mistakes mistakes) {
    List<String> known = Arrays.stream(Phrase.values()).map(Phrase::id).toList();
    mistakes.dangling(
        JSON_FILE,
        "findings, sentences",
        JsonFields.map(findings.get("sentences")).keySet(),
        known,
        "the list of sentences");
  }

  private void rules(FindingRules rules) {
    if (rules.highestLimit() > 100) {
      mistakes.add(
          JSON_FILE, "findings, rules", "a limit is above 100", "limits are scores in percent");
    }
    if (rules.concernBelow() > rules.strengthFrom()) {
      mistakes.add(
          JSON_FILE,
          "findings, rules",
          "a score could be a strength and a concern",
          "let \"concern_below\" be at most \"strength_from\"");
    }
    if (rules.aloneConcernTo() >= rules.aloneStrengthFrom()) {
      mistakes.add(
          JSON_FILE,
          "findings, rules",
          "a score by itself could be a strength and a concern",
          "let \"alone_concern_to\" be less than \"alone_strength_from\"");
    }
  }

  private void wording(Phrase phrase, String wording) {
    String place = "findings, sentences, " + phrase.id();
    for (String unknown : phrase.unknownPlaces(wording)) {
      mistakes.add(
          JSON_FILE,
          place,
          "there is nothing to put in {%s}".formatted(unknown),
          phrase.places().isEmpty()
              ? "take it out: this sentence has no places"
              : "its places are "
                  + phrase.places().stream()
                      .map("{%s}"::formatted)
                      .collect(Collectors.joining(", ")));
    }
    for (String left : phrase.placesLeftOut(wording)) {
      mistakes.add(
          JSON_FILE,
          place,
          "it leaves {%s} out".formatted(left),
          "put {%s} where it belongs: a sentence must not lose a figure".formatted(left));
    }
  }

  private static Stream<String> texts(Topic topic) {
    return Stream.concat(
        Stream.of(topic.name(), topic.well(), topic.attention()),
        topic.figures().stream().flatMap(figure -> Stream.of(figure.said(), figure.of())));
  }

  private void places(String place, String text) {
    for (String unknown : Phrase.unknownPlaces(text, List.of())) {
      mistakes.add(
          JSON_FILE,
          place,
          "there is nothing to put in {%s}".formatted(unknown),
          "only terms of the programme have places here, as the guide lists them");
    }
  }

  /** A measure stands in one topic only, or two sentences would say the same. */
  private void measures(List<Topic> topics) {
    Map<String, Measure> known =
        framework.measures().stream()
            .filter(measure -> measure.isScored() && !measure.isCut())
            .collect(Collectors.toMap(Measure::id, Function.identity(), (one, other) -> one));
    Map<String, String> topicOf = new HashMap<>();
    for (Topic topic : topics) {
      String place = "topic " + topic.id();
      texts(topic).forEach(text -> places(place, text));
      for (Topic.Figure figure : topic.figures()) {
        String id = figure.measureId();
        if (!known.containsKey(id)) {
          mistakes.add(
              JSON_FILE,
              place,
              "there is no measure " + id,
              Mistakes.oneOf(id, known.keySet(), "measures"));
        }
        String other = topicOf.putIfAbsent(id, topic.id());
        if (other != null) {
          mistakes.add(
              JSON_FILE,
              place,
              "%s stands in %s already".formatted(id, other),
              "leave it with one, so that nothing is said twice");
        }
      }
    }
  }
}
