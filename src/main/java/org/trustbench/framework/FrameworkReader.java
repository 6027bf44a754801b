package org.trustbench.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.trustbench.JsonPlace;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework.Named;
import org.trustbench.framework.Framework.SourceFile;

/**
 * Reads a framework's three files into a {@link Framework}: checks {@code framework.json} against
 * its JSON Schema, then every reference between the files. All mistakes found are reported at once,
 * each naming file and path.
 */
public final class FrameworkReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private FrameworkReader() {}

  /**
   * Reads a framework.
   *
   * @param idOrFolder id of a built-in framework, or a folder
   * @throws PipelineException naming every mistake
   */
  public static Framework read(String idOrFolder) {
    return read(FrameworkFiles.of(idOrFolder));
  }

  /**
   * Reads a framework from files that were kept.
   *
   * @param place what messages call the place they were kept in
   */
  public static Framework read(String place, List<SourceFile> kept) {
    return read(new FrameworkFiles.Kept(place, kept));
  }

  private static Framework read(FrameworkFiles files) {
    String json = files.text("framework.json");
    JsonNode root = parse(files, json);
    if (files instanceof FrameworkFiles.Folder) {
      checkSchema(files, root);
    }
    List<SourceFile> sources =
        List.of(
            new SourceFile("framework.json", json),
            new SourceFile("questions.csv", files.text("questions.csv")),
            new SourceFile("trusts.csv", files.text("trusts.csv")));
    Framework framework = assemble(files, root, sources);
    List<String> mistakes = FrameworkChecks.mistakes(framework);
    if (!mistakes.isEmpty()) {
      throw PipelineException.usage(
          mistakes.stream()
              .map(mistake -> files.name() + "/" + mistake)
              .collect(Collectors.joining("; ")));
    }
    return framework;
  }

  /** What the JSON Schema says against a framework.json; empty if nothing. */
  public static List<String> schemaMistakes(String json) {
    try {
      return schemaMistakes(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      return List.of(e.getOriginalMessage());
    }
  }

  private static JsonNode parse(FrameworkFiles files, String json) {
    if (json.isBlank()) {
      throw PipelineException.usage("%s/framework.json is empty".formatted(files.name()));
    }
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw PipelineException.usage(
          "%s/framework.json is not JSON at %s: %s"
              .formatted(files.name(), JsonPlace.of(e), firstLine(e.getOriginalMessage())),
          e);
    }
  }

  private static void checkSchema(FrameworkFiles files, JsonNode root) {
    List<String> mistakes = schemaMistakes(root);
    if (!mistakes.isEmpty()) {
      throw PipelineException.usage(
          mistakes.stream()
              .map(mistake -> files.name() + "/framework.json " + mistake)
              .collect(Collectors.joining("; ")));
    }
  }

  private static List<String> schemaMistakes(JsonNode root) {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                FrameworkReader.class.getResourceAsStream("/frameworks/framework.schema.json"));
    return schema.validate(root).stream().map(ValidationMessage::getMessage).sorted().toList();
  }

  private static Framework assemble(FrameworkFiles files, JsonNode root, List<SourceFile> sources) {
    List<String> evidence = strings(root.get("evidence"));
    List<Theme> themes = list(root.get("themes"), theme -> theme(theme, evidence.get(0)));
    List<Attribute> attributes = list(root.get("attributes"), FrameworkReader::attribute);
    List<Named> dimensions = named(root.get("dimensions"));
    List<Question> questions =
        QuestionsCsv.read(files.name() + "/questions.csv", sources.get(1).text(), evidence.get(0));
    List<Trust> trusts =
        TrustsCsv.read(files.name() + "/trusts.csv", sources.get(2).text(), dimensions);
    List<Pathway> pathways = list(root.get("pathways"), FrameworkReader::pathway);
    List<Answer> answers = list(root.get("answers"), FrameworkReader::answer);
    List<Layout> layouts = list(root.get("layouts"), LayoutJson::layout);
    List<Measure> declared =
        list(root.get("measures"), measure -> measure(measure, evidence.get(0)));
    return new Framework(
        text(root, "id"),
        text(root, "version"),
        text(root, "title"),
        text(root, "description"),
        text(root, "programme"),
        evidence,
        answers,
        themes,
        questions,
        attributes,
        strings(root.get("case_mix")),
        named(root.get("measure_kinds")),
        Measures.all(
            text(root, "overall_label"), evidence.get(0), themes, questions, declared, pathways),
        pathways,
        dimensions,
        list(
            root.get("comparators"),
            c -> new Comparator(text(c, "id"), text(c, "label"), text(c, "by"))),
        new Vocabulary(list(root.get("vocabulary"), FrameworkReader::band)),
        trusts,
        layouts,
        sources,
        sha256(sources.stream().map(SourceFile::text).toList()),
        sha256(
            List.of(
                text(root, "id"),
                evidence.toString(),
                answers.toString(),
                attributes.toString(),
                layouts.toString(),
                trusts.toString(),
                questions.stream()
                    .map(q -> List.of(q.id(), q.answers(), q.sufficient(), q.evidence()).toString())
                    .toList()
                    .toString())));
  }

  private static Theme theme(JsonNode node, String defaultEvidence) {
    return new Theme(
        text(node, "id"),
        text(node, "title"),
        list(
            node.get("sections"),
            section ->
                new Theme.Section(
                    text(section, "id"),
                    text(section, "title"),
                    section.path("evidence").asText(defaultEvidence))));
  }

  private static Answer answer(JsonNode node) {
    return new Answer(
        text(node, "code"),
        strings(node.get("aliases")),
        switch (node.path("means").asText("")) {
          case "not_applicable" -> Outcome.NOT_APPLICABLE;
          case "not_recorded" -> Outcome.NOT_RECORDED;
          default -> null;
        });
  }

  private static Attribute attribute(JsonNode node) {
    return new Attribute(
        text(node, "id"),
        text(node, "label"),
        list(
            node.get("values"),
            value ->
                new Attribute.Value(
                    text(value, "code"), text(value, "label"), strings(value.get("aliases")))));
  }

  private static Measure measure(JsonNode node, String defaultEvidence) {
    return new Measure(
        text(node, "id"),
        text(node, "kind"),
        text(node, "label"),
        node.path("evidence").asText(defaultEvidence),
        strings(node.get("questions")),
        condition(node.get("when")),
        true,
        null);
  }

  private static Pathway pathway(JsonNode node) {
    return new Pathway(
        text(node, "id"),
        text(node, "label"),
        condition(node.get("when")),
        list(
            node.get("steps"),
            step -> new Pathway.Step(text(step, "label"), strings(step.get("questions")))));
  }

  private static Vocabulary.Band band(JsonNode node) {
    boolean isInclusive = node.has("at_least");
    return new Vocabulary.Band(
        text(node, "word"), node.get(isInclusive ? "at_least" : "above").asDouble(), isInclusive);
  }

  static Condition condition(JsonNode node) {
    if (node == null) {
      return new Condition.Always();
    }
    if (node.has("all")) {
      return new Condition.All(list(node.get("all"), FrameworkReader::condition));
    }
    if (node.has("any")) {
      return new Condition.Any(list(node.get("any"), FrameworkReader::condition));
    }
    return new Condition.AttributeIn(text(node, "attribute"), strings(node.get("in")));
  }

  private static List<Named> named(JsonNode nodes) {
    return list(nodes, node -> new Named(text(node, "id"), text(node, "label")));
  }

  static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  static List<String> strings(JsonNode nodes) {
    return list(nodes, JsonNode::asText);
  }

  static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new LinkedHashMap<>();
    if (node != null) {
      node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    }
    return map;
  }

  private static <T> List<T> list(
      JsonNode nodes, java.util.function.Function<JsonNode, T> element) {
    return nodes == null
        ? List.of()
        : new ArrayList<>(StreamSupport.stream(nodes.spliterator(), false).map(element).toList());
  }

  private static String sha256(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** What the parser says, without its own remarks on where it read from. */
  private static String firstLine(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst(" \\((for|start marker) .*\\[Source.*", "");
  }
}
