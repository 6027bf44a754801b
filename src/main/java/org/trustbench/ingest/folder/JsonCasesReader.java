package org.trustbench.ingest.folder;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Question;
import org.trustbench.ingest.file.GzipMembers;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.ReadingBuilder;
import org.trustbench.ingest.fill.RejectReasons;
import org.trustbench.ingest.json.DocumentLines;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.matrix.Reading;

/**
 * Reads {@code cases.jsonl}: a document a line, {@code {"case_id", "evidence", "inspector_id",
 * "attributes": {…}, "judgements": {question: answer}}}, and of a case that was read twice {@code
 * "second_inspector_id"} and {@code "second_readings": {question: answer}}. A line that cannot be
 * read is rejected with as many judgements as questions may be asked of a case.
 */
public final class JsonCasesReader {
  /** The fields that are read. */
  public static final List<String> KNOWN = CaseDocumentParser.FIELDS;

  private final Codebook codebook;
  private final CaseDocumentParser parser;
  private final SentFile file;
  private final int number;
  private final InspectionBuilder builder;

  /** Judgements that a line counts for that cannot be read. */
  private final long questions;

  JsonCasesReader(Codebook codebook, SentFile file, int number, InspectionBuilder builder) {
    this.codebook = codebook;
    this.file = file;
    this.number = number;
    this.builder = builder;
    this.parser = new CaseDocumentParser(codebook, file);
    this.questions = questions(codebook);
  }

  void read() throws IOException, Refusal {
    int line = 0;
    try (SourceText text = new SourceText(file)) {
      DocumentLines lines =
          new DocumentLines(text.readerWithNul(), CaseDocumentParser.LONGEST_LINE);
      while (lines.next()) {
        line++;
        if (lines.isCut() || !lines.isBlank()) {
          document(lines, line);
        }
      }
      parser.note(builder, number);
      builder.digest(number, text.sha256Hex());
    } catch (CharacterCodingException | GzipMembers.Fault e) {
      throw SourceText.refusal(file, StandardCharsets.UTF_8, line, e);
    }
    if (line == 0) {
      throw new Refusal(
          RejectRule.UNREADABLE_FILE, file.name(), "it is empty: send it again with its rows");
    }
  }

  private void document(DocumentLines lines, int line) throws Refusal {
    if (lines.isCut()) {
      malformed(
          line,
          codebook
              .terms()
              .text(
                  "the line is longer than %d characters: write a document of one {case}",
                  CaseDocumentParser.LONGEST_LINE));
      return;
    }
    CaseDocument document = new CaseDocument(codebook.framework().attributes().size());
    String fault = parser.parse(lines, document, line);
    if (fault != null) {
      malformed(line, fault);
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

  private void takeIn(CaseDocument document, int line) throws Refusal {
    int cells = document.cells();
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

  private void takeIn(CaseDocument.Judgements judgements, Reading of, int caseNumber, int line)
      throws Refusal {
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
}
