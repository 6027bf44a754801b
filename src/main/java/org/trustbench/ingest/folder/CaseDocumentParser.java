package org.trustbench.ingest.folder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.json.DocumentLines;
import org.trustbench.ingest.json.JsonNumber;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.sent.SentNames;

/**
 * Parses the lines of {@code cases.jsonl}, and keeps account of the names of their fields and
 * attributes: those passed over, and those that no line has.
 */
final class CaseDocumentParser {
  /** The longest line that is parsed, in characters. */
  static final int LONGEST_LINE = 1 << 20;

  /** The fields that are read. */
  static final List<String> FIELDS =
      List.of(
          "case_id",
          "evidence",
          "inspector_id",
          "attributes",
          "judgements",
          "second_inspector_id",
          "second_readings");

  private static final Set<String> OBJECTS = Set.of("attributes", "judgements", "second_readings");

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(8)
                  .maxStringLength(LONGEST_LINE)
                  .maxNameLength(10_000)
                  .build())
          .build();

  private final Codebook codebook;
  private final List<String> attributes;
  private final SentNames fields;
  private final SentNames attributeNames;

  /** Names met of fields that may be there, and of attributes. */
  private final Set<String> met = new HashSet<>();

  CaseDocumentParser(Codebook codebook, SentFile file) {
    this.codebook = codebook;
    this.attributes = codebook.framework().attributes().stream().map(Attribute::id).toList();
    this.fields = new SentNames(file, RejectRule.UNREADABLE_FILE, new KnownNames(FIELDS), codebook);
    this.attributeNames =
        new SentNames(file, RejectRule.UNREADABLE_FILE, new KnownNames(attributes), codebook);
  }

  /**
   * Fills a document from the line that a reader stands at.
   *
   * @param line its number, counted from 1
   * @return what is wrong with it; null where nothing is
   * @throws Refusal if a name shows that the file is not what it should be
   */
  String parse(DocumentLines lines, CaseDocument document, int line) throws Refusal {
    try (JsonParser parser = lines.parser(JSON)) {
      return parse(parser, document, line);
    } catch (IOException e) {
      return "it is not one JSON document: mend the line";
    }
  }

  private String parse(JsonParser parser, CaseDocument document, int line)
      throws IOException, Refusal {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return "it is not a JSON object: write { … }";
    }
    Set<String> before = new HashSet<>();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      fields.field(field, line);
      if (FIELDS.contains(field) && !before.add(field)) {
        return "\"%s\" stands twice: keep one of them".formatted(field);
      }
      String fault = field(field, parser, document, line);
      if (fault != null) {
        return fault;
      }
    }
    return parser.nextToken() == null ? null : "there is more than one document on the line";
  }

  /** Takes in the value of a field; gives what is wrong with it, or null. */
  private String field(String field, JsonParser parser, CaseDocument document, int line)
      throws IOException, Refusal {
    JsonToken value = parser.currentToken();
    boolean isKnown = FIELDS.contains(field);
    if (isKnown && !OBJECTS.contains(field) && value.isStructStart()) {
      return "\"%s\" is not a text: write \"value\"".formatted(field);
    }
    if (OBJECTS.contains(field) && value != JsonToken.START_OBJECT) {
      return "\"%s\" is not an object: write {\"name\": \"value\"}".formatted(field);
    }
    switch (field) {
      case "case_id" -> document.caseId = Spelling.plain(scalar(parser));
      case "evidence" -> {
        met.add(field);
        document.evidence = scalar(parser);
      }
      case "inspector_id" -> document.first.inspector = scalar(parser);
      case "second_inspector_id" -> document.second.inspector = scalar(parser);
      case "judgements" -> judgements(parser, document.first);
      case "second_readings" -> judgements(parser, document.second);
      case "attributes" -> {
        return attributes(parser, document, line);
      }
      default -> parser.skipChildren();
    }
    return null;
  }

  /** Takes in the judgements of a reading, whose questions are looked up later. */
  private static void judgements(JsonParser parser, CaseDocument.Judgements judgements)
      throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      judgements.questions.add(name);
      judgements.answers.add(scalar(parser));
    }
  }

  /** Takes in the attributes of a case; gives what is wrong with them, or null. */
  private String attributes(JsonParser parser, CaseDocument document, int line)
      throws IOException, Refusal {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      boolean isText = !parser.nextToken().isStructStart();
      String value = scalar(parser);
      attributeNames.field(name, line);
      int attribute = codebook.attribute(name);
      if (attribute >= 0) {
        met.add(name);
      }
      if (attribute >= 0 && (!isText || document.attributes[attribute] != null)) {
        return isText
            ? "attribute \"%s\" stands twice: keep one of them".formatted(name)
            : "attribute \"%s\" is not a text: write \"value\"".formatted(name);
      }
      if (attribute >= 0) {
        document.attributes[attribute] = value;
      }
    }
    return null;
  }

  /** A value as text; null is blank, and an object or list is its opening bracket. */
  private static String scalar(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return "";
    }
    String text = token.isNumeric() ? JsonNumber.text(parser.getText()) : parser.getText();
    if (token.isStructStart()) {
      parser.skipChildren();
    }
    return text;
  }

  /**
   * Notes which names no line has, and which were passed over.
   *
   * @param number the file's number in the inspection
   */
  void note(InspectionBuilder builder, int number) throws Refusal {
    List<String> lacking = new ArrayList<>(attributes);
    lacking.removeAll(met);
    attributeNames.checkInsteadOf(lacking);
    if (codebook.framework().evidence().size() > 1 && !met.contains("evidence")) {
      fields.checkInsteadOf(List.of("evidence"));
      builder.note(
          number, 1, RejectRule.NAME_LACKING, SentNames.lacking("field", List.of("evidence")));
    }
    builder.note(number, 1, RejectRule.NAME_LACKING, SentNames.lacking("attribute", lacking));
    builder.note(number, 1, RejectRule.NAME_PASSED_OVER, fields.passedOver());
    builder.note(number, 1, RejectRule.NAME_PASSED_OVER, attributeNames.passedOver());
  }
}
