package org.trustbench.ingest.extract;

import java.time.LocalDate;
import java.util.Arrays;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Spelling;

/**
 * The texts of packed rows, each parsed once however many cells hold it. A text is named by its
 * place in {@link PackedRows#texts()}.
 */
final class ParsedTexts {
  private static final int NOT_PARSED = Integer.MIN_VALUE;

  private final String[] texts;
  private final Codebook codebook;
  private final LayoutValues values;
  private final String[] plain;
  private final LocalDate[] dates;
  private final boolean[] isDateRead;
  private final String[][] attributes;
  private final int[] questions;
  private final String[] answerTexts;
  private final int[] answers;

  ParsedTexts(String[] texts, Codebook codebook, LayoutValues values) {
    this.texts = texts;
    this.codebook = codebook;
    this.values = values;
    plain = new String[texts.length];
    dates = new LocalDate[texts.length];
    isDateRead = new boolean[texts.length];
    attributes = new String[codebook.framework().attributes().size()][];
    questions = new int[texts.length];
    answerTexts = new String[texts.length];
    answers = new int[texts.length];
    Arrays.fill(questions, NOT_PARSED);
  }

  /** A text as it was sent. */
  String sent(int text) {
    return texts[text];
  }

  /** A text without what spelling adds to it; empty where there is none. */
  String plain(int text) {
    if (text == PackedRows.NONE) {
      return "";
    }
    if (plain[text] == null) {
      plain[text] = Spelling.plain(texts[text]);
    }
    return plain[text];
  }

  /** The day that a text says; null if it is not a date of the layout. */
  LocalDate date(int text) {
    if (!isDateRead[text]) {
      dates[text] = values.date(plain(text));
      isDateRead[text] = true;
    }
    return dates[text];
  }

  /** The value of an attribute that a text says; null where there is no text. */
  String attribute(int attribute, int text) {
    if (text == PackedRows.NONE) {
      return null;
    }
    if (attributes[attribute] == null) {
      attributes[attribute] = new String[texts.length];
    }
    if (attributes[attribute][text] == null) {
      attributes[attribute][text] = values.attribute(attribute, texts[text]);
    }
    return attributes[attribute][text];
  }

  /** The number of the question that a text names; negative if it names none. */
  int question(int text) {
    if (questions[text] == NOT_PARSED) {
      questions[text] = codebook.question(values.question(texts[text]));
    }
    return questions[text];
  }

  /** An answer as the framework writes it, or as it was sent where the layout has no other word. */
  String answerText(int text) {
    if (answerTexts[text] == null) {
      answerTexts[text] = values.answer(texts[text]);
      answers[text] = codebook.answer(answerTexts[text]);
    }
    return answerTexts[text];
  }

  /** The number of the answer that a text says; negative if it says none. */
  int answer(int text) {
    answerText(text);
    return answers[text];
  }
}
