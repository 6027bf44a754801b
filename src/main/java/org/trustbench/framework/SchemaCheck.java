package org.trustbench.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.message.Counted;

/**
 * Validates framework.json against its JSON Schema and puts what is wrong into words of the file
 * itself.
 */
final class SchemaCheck {
  private static final String SCHEMA = "/frameworks/framework.schema.json";
  private static final String CHOICE = "/oneOf/";
  private static final Pattern RULE = Pattern.compile("(/measures/\\d+/.*?rule)\\b.*");
  private static final Map<String, String> KINDS =
      Map.of(
          "array", "a list [ … ]",
          "object", "a group { … }",
          "string", "a text \"…\"",
          "number", "a number",
          "integer", "a whole number",
          "boolean", "true or false",
          "null", "null");

  private final JsonNode root;
  private final JsonLines lines;

  private SchemaCheck(String json, JsonNode root) {
    this.root = root;
    this.lines = JsonLines.of(json);
  }

  /**
   * Adds the mistakes that the schema finds.
   *
   * @param root the text as read
   */
  static void check(String json, JsonNode root, Mistakes mistakes) {
    List<ValidationMessage> messages = new ArrayList<>(Compiled.VALIDATOR.validate(root));
    if (messages.isEmpty()) {
      return;
    }
    SchemaCheck check = new SchemaCheck(json, root);
    TreeSet<Breach> breaches =
        new TreeSet<>(
            Comparator.comparingLong(Breach::line)
                .thenComparing(Breach::pointer)
                .thenComparing(Breach::wrong));
    messages.forEach(message -> breaches.add(check.breach(message)));
    breaches.forEach(
        breach ->
            mistakes.addAt(
                FrameworkReader.JSON_FILE,
                breach.line(),
                JsonLines.words(check.root, breach.pointer()),
                breach.wrong(),
                breach.fix()));
  }

  /** The schema, made ready the first time that a framework of a user's is read. */
  private static final class Compiled {
    static final JsonNode SCHEMA = schema();
    static final JsonSchema VALIDATOR =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                SCHEMA, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
  }

  private record Breach(long line, String pointer, String wrong, String fix) {}

  private Breach breach(ValidationMessage message) {
    String pointer = message.getInstanceLocation().toString();
    return message.getEvaluationPath().toString().contains(CHOICE)
            || message.getType().equals("oneOf")
        ? choice(pointer)
        : plain(message, pointer);
  }

  /** One of several forms is meant, and this is none of them. */
  private Breach choice(String pointer) {
    int when = pointer.indexOf("/when");
    if (when >= 0) {
      String condition = pointer.substring(0, when + "/when".length());
      return at(
          condition,
          "is no condition",
          "a condition is { \"attribute\": ID, \"in\": [CODES] }, or { \"all\": [CONDITIONS] }, or"
              + " { \"any\": [CONDITIONS] }");
    }
    Matcher rule = RULE.matcher(pointer);
    if (rule.matches()) {
      return at(
          rule.group(1),
          "is no rule",
          "a rule is the id of a question, or { \"question\": ID, \"answers\": [CODES] }, or {"
              + " \"all\": [RULES] }, { \"any\": [RULES] }, { \"at_least\": NUMBER, \"of\": [RULES]"
              + " }, { \"at_least_percent\": PERCENT, \"of\": [RULES] }");
    }
    return pointer.startsWith("/layouts/")
        ? at(
            pointer,
            "says neither or both of how questions are named",
            "either \"questions\" (a column for each question), or \"question\" and \"answer\" (a"
                + " row for each judgement), or \"question\" and \"lists\" (a row for what was"
                + " insufficient)")
        : at(
            pointer,
            "says neither or both of \"at_least\" and \"above\"",
            "give one of them, in percent");
  }

  private Breach plain(ValidationMessage message, String pointer) {
    JsonNode value = message.getInstanceNode();
    JsonNode asked = message.getSchemaNode();
    return switch (message.getType()) {
      case "required" ->
          at(
              pointer,
              "\"%s\" is missing".formatted(message.getProperty()),
              add(message.getProperty(), properties(message).path(message.getProperty())));
      case "additionalProperties" -> unknown(message, pointer);
      case "type" ->
          at(
              pointer,
              "is %s".formatted(value.isNull() ? "null" : shown(value)),
              "it is to be %s".formatted(KINDS.getOrDefault(asked.asText(), asked.asText())));
      case "pattern" ->
          at(
              pointer,
              "%s is no id".formatted(shown(value)),
              "an id is letters, digits, . _ and -, and begins with a letter or digit");
      case "minLength", "minItems" ->
          at(
              pointer,
              "is empty or too short",
              "minLength".equals(message.getType())
                  ? "write something"
                  : "write at least " + asked.asText());
      case "enum" ->
          at(
              pointer,
              "%s is not a choice".formatted(shown(value)),
              "write one of " + choices(asked));
      case "contains", "minContains", "contains.min" ->
          at(
              pointer,
              "no answer means not_recorded",
              "add { \"code\": \"nr\", \"label\": \"Not recorded\", \"means\": \"not_recorded\" }");
      case "maxItems", "maxLength" ->
          at(
              pointer,
              "is too long",
              "it holds at most "
                  + (message.getType().equals("maxItems")
                      ? asked.asText()
                      : Counted.of(asked.asInt(), "character")));
      case "minimum" ->
          at(
              pointer,
              "is %s".formatted(shown(value)),
              "it is to be at least %s".formatted(asked.asText()));
      case "maximum" ->
          at(
              pointer,
              "is %s".formatted(shown(value)),
              "it is to be at most %s".formatted(asked.asText()));
      case "uniqueItems" ->
          at(pointer, "has one thing twice: %s".formatted(shown(value)), "take one of them out");
      default ->
          at(
              pointer,
              "%s cannot be read".formatted(shown(value)),
              "write %s".formatted(described(pointer)));
    };
  }

  private Breach unknown(ValidationMessage message, String pointer) {
    List<String> known = new ArrayList<>();
    properties(message).fieldNames().forEachRemaining(known::add);
    String word = message.getProperty();
    return at(
        lines.at(pointer + "/" + word),
        pointer,
        "\"%s\" means nothing here".formatted(word),
        NearestWord.to(word, known)
            .map("did you mean \"%s\"?"::formatted)
            .orElse("what is read here is " + String.join(", ", known)));
  }

  /** The schema's properties of the object that a message is about. */
  private JsonNode properties(ValidationMessage message) {
    String fragment = message.getSchemaLocation().getFragment().toString();
    String parent = fragment.substring(0, fragment.lastIndexOf('/'));
    return Compiled.SCHEMA.at(parent).path("properties");
  }

  private static String choices(JsonNode asked) {
    List<String> choices = new ArrayList<>();
    asked.forEach(choice -> choices.add(choice.asText()));
    return String.join(", ", choices);
  }

  private static String add(String property, JsonNode described) {
    String says = described.path("description").asText();
    return "add \"%s\"%s".formatted(property, says.isEmpty() ? "" : ": " + says);
  }

  private static String described(String pointer) {
    String described = description(pointer);
    return described.isEmpty() ? "it as the guide has it" : described;
  }

  /** The schema's description of an entry; empty where it has none. */
  static String description(String pointer) {
    JsonNode schema = Compiled.SCHEMA;
    for (String step : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
      JsonNode reference = schema.path("$ref");
      JsonNode at =
          reference.isMissingNode() ? schema : Compiled.SCHEMA.at(reference.asText().substring(1));
      schema = step.matches("[0-9]+") ? at.path("items") : at.path("properties").path(step);
    }
    return schema.path("description").asText();
  }

  private Breach at(String pointer, String wrong, String fix) {
    return at(lines.at(pointer), pointer, wrong, fix);
  }

  private static Breach at(long line, String pointer, String wrong, String fix) {
    return new Breach(line, pointer, wrong, fix);
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static JsonNode schema() {
    try (InputStream in = SchemaCheck.class.getResourceAsStream(SCHEMA)) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
