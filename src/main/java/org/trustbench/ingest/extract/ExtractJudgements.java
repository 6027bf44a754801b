package org.trustbench.ingest.extract;

import org.trustbench.framework.Layout;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.extract.PackedRows.Unpacker;
import org.trustbench.ingest.fill.ReadingBuilder;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.matrix.Reading;

/** Gives the judgements of packed rows to the inspections that they belong to. */
final class ExtractJudgements {
  private final ParsedRows parsed;
  private final RowForm form;
  private final Layout layout;
  private final ParsedTexts texts;
  private final int[] questions;
  private final int file;
  private final Unpacker numbers;

  /** The text that names who judged the row; {@link PackedRows#NONE} where none does. */
  private int inspector = PackedRows.NONE;

  /** Reads judgements where the numbers of a row have been read up to them. */
  ExtractJudgements(ParsedRows parsed, Unpacker numbers) {
    this.parsed = parsed;
    this.form = parsed.form();
    this.layout = form.layout();
    this.texts = parsed.texts();
    this.questions = form.questions();
    this.file = parsed.file();
    this.numbers = numbers;
  }

  void judgedBy(int inspector) {
    this.inspector = inspector;
  }

  /** Takes in the row's judgements; passes over them where there is no case for them. */
  void first(RoutedInspection route, int caseNumber, int line) {
    if (parsed.rows().isOfVisits()) {
      for (int question : questions) {
        judged(route, caseNumber, question, numbers.text(), line);
      }
      return;
    }
    if (!form.isLong()) {
      for (int question : questions) {
        judgement(route, caseNumber, question, numbers.text(), line);
      }
      return;
    }
    int asked = numbers.text();
    int answer = numbers.text();
    int question = texts.question(asked);
    if (question >= 0) {
      judgement(route, caseNumber, question, answer, line);
    } else if (caseNumber >= 0) {
      unknownQuestion(route, asked, line);
      if (route.unlisted() != null) {
        route.unlisted().unclear(caseNumber);
      }
    }
  }

  private void unknownQuestion(RoutedInspection route, int asked, int line) {
    String reason = route.builder().reasons().unknownQuestion(texts.sent(asked));
    route
        .builder()
        .reject(
            file,
            line,
            RejectRule.UNKNOWN_QUESTION,
            parsed.told(parsed.rows().places().question(), line, reason),
            1);
  }

  /** Takes note whether a question was judged on a visit. */
  private void judged(RoutedInspection route, int caseNumber, int question, int text, int line) {
    if (caseNumber < 0 || route.isRefused()) {
      return;
    }
    switch (Spelling.folded(texts.sent(text))) {
      case "yes" -> route.unlisted().judged(caseNumber, question);
      case "", "no" -> {
        // It was not judged, and nothing follows.
      }
      default -> {
        route.builder().read(file, 1);
        String id = parsed.codebook().framework().questions().get(question).id();
        route
            .builder()
            .reject(
                file,
                line,
                RejectRule.UNKNOWN_ANSWER,
                "column \"%s\" says neither yes nor no of whether %s was judged: say which"
                    .formatted(layout.questions().get(id), id),
                1);
      }
    }
  }

  private void judgement(RoutedInspection route, int caseNumber, int question, int text, int line) {
    if (caseNumber < 0 || route.isRefused()) {
      return;
    }
    try {
      if (route.unlisted() != null) {
        listed(route, caseNumber, question, text, line);
        return;
      }
      ReadingBuilder reading = route.builder().of(Reading.FIRST);
      if (!reading.judgement(caseNumber, question, texts.answer(text), file, line)) {
        reading.unknownAnswer(question, texts.answerText(text), file, line);
      } else if (inspector != PackedRows.NONE) {
        reading.judgedBy(
            caseNumber, question, reading.inspector(texts.plain(inspector), file), file);
      }
    } catch (Refusal e) {
      route.refuse(e);
    }
  }

  private void listed(RoutedInspection route, int caseNumber, int question, int text, int line)
      throws Refusal {
    int answer = text == PackedRows.NONE ? -1 : texts.answer(text);
    if (text != PackedRows.NONE && answer < 0) {
      route.builder().of(Reading.FIRST).unknownAnswer(question, texts.answerText(text), file, line);
      route.unlisted().unclear(caseNumber);
      return;
    }
    route.unlisted().listed(caseNumber, question, answer, file, line);
  }

  /** Keeps the judgements of a row of a second reading, which says nothing else of its case. */
  void second(RoutedInspection route, String caseId, Reading reading, int line) {
    boolean isTaken = caseId != null && reading == Reading.SECOND;
    if (caseId != null && reading == null) {
      parsed.reject(
          route.builder(),
          line,
          RejectRule.UNKNOWN_READING,
          "column \"%s\" says neither a first nor a second reading: correct it, or add what it says to \"reading\" of layout %s"
              .formatted(layout.judges().reading(), layout.id()));
    }
    boolean isLong = form.isLong();
    for (int i = 0; i < (isLong ? 1 : questions.length); i++) {
      int asked = isLong ? numbers.text() : questions[i];
      int text = numbers.text();
      if (isTaken) {
        secondReading(route, caseId, isLong ? texts.question(asked) : asked, asked, text, line);
      }
    }
  }

  private void secondReading(
      RoutedInspection route, String caseId, int question, int asked, int text, int line) {
    if (question < 0) {
      unknownQuestion(route, asked, line);
      return;
    }
    try {
      route
          .second()
          .add(
              new ExtractSecondReadings.Waiting(
                  caseId,
                  question,
                  texts.answer(text),
                  texts.answerText(text),
                  texts.plain(inspector),
                  file,
                  line,
                  parsed.rows().places().caseId()));
    } catch (Refusal e) {
      route.refuse(e);
    }
  }
}
