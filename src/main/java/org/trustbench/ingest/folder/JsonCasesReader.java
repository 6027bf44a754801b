package org.trustbench.ingest.folder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Question;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.GzipMembers;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.ReadingBuilder;
import org.trustbench.ingest.fill.RejectReasons;
import org.trustbench.ingest.json.DocumentLines;
import org.trustbench.ingest.json.JsonNumber;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.sent.SentNames;
import org.trustbench.matrix.Reading;

/**
 * Reads {@code cases.jsonl}: a document a line, {@code {"case_id", "evidence", "inspector_id",
 * "attributes": {…}, "judgements": {question: answer}}}, and of a case that was read twice {@code
 * "second_inspector_id"} and {@code "second_readings": {question: answer}}. A line that cannot be
 * read is rejected with as many judgements as questions may be asked of a case.
 */
public final class JsonCasesReader {
  private static final int LONGEST_LINE = 1 << 20;
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(8)
                  .maxStringLength(LONGEST_LINE)
                  .maxNameLength(10_000)
                  .build())
          .build();

  /** The fields that are read, and those of them that are single texts. */
  public static final List<String> KNOWN =
      List.of(
          "case_id",
          "evidence",
          "inspector_id",
          "attributes",
          "judgements",
          "second_inspector_id",
          "second_readings");

  private static final Set<String> NAMES =
      Set.of("case_id", "evidence", "inspector_id", "second_inspector_id");

  private final Codebook codebook;
  private final SentFile file;
  private final int number;
  private final InspectionBuilder builder;
  private final List<String> attributes;

  /** Judgements that a line counts for that cannot be read. */
  private final long questions;

  private final SentNames fields;
  private final SentNames attributeNames;

  /** Names met of fields that may be there, and of attributes. */
  private final Set<String> met = new HashSet<>();

  JsonCasesReader(Codebook codebook, SentFile file, int number, InspectionBuilder builder) {
    this.codebook = codebook;
    this.file = file;
    this.number = number;
    this.builder = builder;
    this.attributes = codebook.framework().attributes().stream().map(Attribute::id).toList();
    this.questions = questions(codebook);
    this.fields = new SentNames(file, RejectRule.UNREADABLE_FILE, new KnownNames(KNOWN), codebook);
    this.attributeNames =
        new SentNames(file, RejectRule.UNREADABLE_FILE, new KnownNames(attributes), codebook);
  }

  /** A document before anything of it is taken in, so that a broken line leaves nothing behind. */
  private static final class Document {
    String caseId = "";
    String evidence = "";
    final String[] attributes;
    final Judgements first = new Judgements();
    final Judgements second = new Judgements();

    Document(int attributes) {
      this.attributes = new String[attributes];
    }
  }

  /** What a document says of one reading of its case. */
  private static final class Judgements {
    String inspector = "";
    final List<String> questions = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
  }

  void read() throws IOException, Refusal {
    int line = 0;
    try (SourceText text = new SourceText(file)) {
      DocumentLines lines = new DocumentLines(text.readerWithNul(), LONGEST_LINE);
      while (lines.next()) {
        line++;
        if (lines.isCut() || !lines.isBlank()) {
          document(lines, line);
        }
      }
      checkNames();
      builder.digest(number, text.sha256Hex());
    } catch (CharacterCodingException | GzipMembers.Fault e) {
      throw SourceText.refusal(file, StandardCharsets.UTF_8, line, e);
    }
    if (line == 0) {
      throw new Refusal(
          RejectRule.UNREADABLE_FILE, file.name(), "it is empty: send it again with its rows");
    }
  }

  private void checkNames() throws Refusal {
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

  private void document(DocumentLines lines, int line) throws Refusal {
    if (lines.isCut()) {
      malformed(
          line,
          codebook
              .terms()
              .text(
                  "the line is longer than %d characters: write a document of one {case}",
                  LONGEST_LINE));
      return;
    }
    Document document = new Document(codebook.framework().attributes().size());
    try (JsonParser parser = lines.parser(JSON)) {
      String fault = parse(parser, document, line);
      if (fault != null) {
        malformed(line, fault);
        return;
      }
    } catch (IOException e) {
      malformed(line, "it is not one JSON document: mend the line");
      return;
    }
    takeIn(document, line);
  }

  private void malformed(int line, String fault) {
    builder.read(number, questions);
    builder.reject(number, line, RejectRule.MALFORMED_LINE, fault, questions);
  }

  /** The most questions that are asked of a case, of whatever evidence. */
  private static long questions(Codebook codebook) {
    return codebook.framework().questions().stream()
        .filter(question -> codebook.question(question.id()) >= 0)
        .collect(Collectors.groupingBy(Question::evidence, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(1);
  }

  private void takeIn(Document document, int line) throws Refusal {
    int cells = document.first.questions.size() + document.second.questions.size();
    builder.read(number, cells);
    if (document.caseId.isBlank()) {
      builder.reject(number, line, RejectRule.MISSING_KEY, "case_id is empty: fill it in", cells);
      return;
    }
    if (RejectReasons.caseIdFault(document.caseId) != null) {
      builder.reject(
          number,
          line,
          RejectRule.MALFORMED_LINE,
          RejectReasons.caseIdFault(document.caseId),
          cells);
      return;
    }
    int caseNumber =
        builder.caseRow(
            document.caseId,
            document.evidence,
            Arrays.asList(document.attributes),
            number,
            line,
            false);
    takeIn(document.first, Reading.FIRST, caseNumber, line);
    if (!document.second.questions.isEmpty()) {
      takeIn(document.second, Reading.SECOND, caseNumber, line);
    }
  }

  private void takeIn(Judgements judgements, Reading of, int caseNumber, int line) throws Refusal {
    ReadingBuilder reading = builder.of(of);
    int inspector = reading.inspector(judgements.inspector, number);
    for (int i = 0; i < judgements.questions.size(); i++) {
      int question = codebook.question(judgements.questions.get(i));
      if (question < 0) {
        builder.reject(
            number,
            line,
            RejectRule.UNKNOWN_QUESTION,
            builder.reasons().unknownQuestion(judgements.questions.get(i)),
            1);
        continue;
      }
      int answer = codebook.answer(judgements.answers.get(i));
      if (reading.judgement(caseNumber, question, answer, number, line)) {
        reading.judgedBy(caseNumber, question, inspector, number);
      } else {
        reading.unknownAnswer(question, judgements.answers.get(i), number, line);
      }
    }
  }

  /** Fills the document; gives what is wrong with it, or null. */
  private String parse(JsonParser parser, Document document, int line) throws IOException, Refusal {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return "it is not a JSON object: write { … }";
    }
    Set<String> before = new HashSet<>();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      boolean isObject = value == JsonToken.START_OBJECT;
      fields.field(field, line);
      if (KNOWN.contains(field) && !before.add(field)) {
        return "\"%s\" stands twice: keep one of them".formatted(field);
      }
      if (NAMES.contains(field) && value.isStructStart()) {
        return "\"%s\" is not a text: write \"value\"".formatted(field);
      }
      switch (field) {
        case "case_id" -> document.caseId = Spelling.plain(scalar(parser));
        case "evidence" -> {
          met.add(field);
          document.evidence = scalar(parser);
        }
        case "inspector_id" -> document.first.inspector = scalar(parser);
        case "second_inspector_id" -> document.second.inspector = scalar(parser);
        case "attributes", "judgements", "second_readings" -> {
          if (!isObject) {
            return "\"%s\" is not an object: write {\"name\": \"value\"}".formatted(field);
          }
          String fault =
              switch (field) {
                case "judgements" -> judgements(parser, document.first);
                case "second_readings" -> judgements(parser, document.second);
                default -> attributes(parser, document, line);
              };
          if (fault != null) {
            return fault;
          }
        }
        default -> parser.skipChildren();
      }
    }
    return parser.nextToken() == null ? null : "there is more than one document on the line";
  }

  /**
   * Takes in the judgements of a reading, whose questions are looked up later; nothing is wrong.
   */
  private static String judgements(JsonParser parser, Judgements judgements) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      judgements.questions.add(name);
      judgements.answers.add(scalar(parser));
    }
    return null;
  }

  /** Takes in the attributes of a case; gives what is wrong with them, or null. */
  private String attributes(JsonParser parser, Document document, int line)
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
}
