package org.trustbench.framework;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a JSON text each of its values begins. */
final class JsonLines {
  /** The name of an element of an array in the place of a mistake. */
  private static final Map<String, String> THINGS =
      Map.of(
          "attributes", "attribute",
          "comparators", "comparator",
          "layouts", "layout",
          "measures", "measure",
          "targets", "target");

  private final Map<String, Long> lines = new HashMap<>();

  private JsonLines() {}

  /**
   * Reads a text.
   *
   * @param json what is known to be JSON
   */
  static JsonLines of(String json) {
    JsonLines read = new JsonLines();
    try (JsonParser parser = new JsonMapper().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        read.lines.putIfAbsent(
            parser.getParsingContext().pathAsPointer().toString(),
            (long) parser.currentTokenLocation().getLineNr());
      }
    } catch (IOException e) {
      throw new IllegalStateException("The text has been read as JSON before", e);
    }
    return read;
  }

  /** The line of what a JSON pointer points at; 0 if there is nothing. */
  long at(String pointer) {
    return lines.getOrDefault(pointer, 0L);
  }

  /** A pointer in words: {@code /dimensions/0/id} is "dimensions 1 (county), id". */
  static String words(JsonNode root, String pointer) {
    StringBuilder words = new StringBuilder();
    StringBuilder walked = new StringBuilder();
    if (pointer.isEmpty()) {
      return "";
    }
    for (String step : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
      walked.append('/').append(step);
      if (step.matches("[0-9]+")) {
        words.append(' ').append(Integer.parseInt(step) + 1);
        JsonNode thing = root.at(walked.toString());
        String id = thing.path("id").asText(thing.path("code").asText(thing.path("word").asText()));
        words.append(id.isEmpty() ? "" : " (%s)".formatted(id));
      } else {
        words.append(words.length() == 0 ? "" : ", ").append(name(step));
      }
    }
    return words.toString();
  }

  /** A step of a pointer as the file has it. */
  private static String name(String step) {
    return step.isEmpty() ? "\"\"" : step.replace("~1", "/").replace("~0", "~");
  }

  /** Says where everything stands that mistakes found between the files may be about. */
  void tell(JsonNode root, Mistakes mistakes) {
    root.properties().forEach(entry -> stands(mistakes, entry.getKey(), "/" + entry.getKey()));
    THINGS.forEach(
        (array, thing) -> {
          for (int i = 0; i < root.path(array).size(); i++) {
            String id = root.path(array).path(i).path("id").asText();
            stands(mistakes, thing + " " + id, "/%s/%d".formatted(array, i));
          }
        });
    for (int i = 0; i < root.path("themes").size(); i++) {
      JsonNode sections = root.path("themes").path(i).path("sections");
      for (int j = 0; j < sections.size(); j++) {
        String pointer = "/themes/%d/sections/%d".formatted(i, j);
        stands(mistakes, "section " + sections.path(j).path("id").asText(), pointer);
      }
    }
    for (int i = 0; i < root.path("pathways").size(); i++) {
      JsonNode pathway = root.path("pathways").path(i);
      for (int step = 1; step <= pathway.path("steps").size(); step++) {
        stands(
            mistakes,
            "measure pathway-%s-%d".formatted(pathway.path("id").asText(), step),
            "/pathways/%d/steps/%d".formatted(i, step - 1));
      }
    }
  }

  private void stands(Mistakes mistakes, String place, String pointer) {
    mistakes.stands(FrameworkReader.JSON_FILE, place, at(pointer));
  }
}
