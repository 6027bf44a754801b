package org.trustbench.ingest.extract;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trustbench.framework.AcceptedSpellings;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Spelling;
import org.trustbench.matrix.Reading;

/**
 * What the values of an extract mean by its layout; whatever the layout does not name is itself.
 */
final class LayoutValues {
  private final Codebook codebook;
  private final DateTimeFormatter dateFormat;
  private final AcceptedSpellings<String> questions;
  private final AcceptedSpellings<String> answers;
  private final List<AcceptedSpellings<String>> attributes;
  private final Map<String, Reading> readings = new HashMap<>();

  LayoutValues(Codebook codebook, Layout layout) {
    this.codebook = codebook;
    this.dateFormat =
        layout.dateFormat() == null
            ? null
            : DateTimeFormatter.ofPattern(layout.dateFormat().replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    this.questions = spellings(layout.questionValues());
    this.answers = spellings(layout.answerValues());
    this.attributes =
        codebook.framework().attributes().stream()
            .map(one -> spellings(layout.attributeValues().getOrDefault(one.id(), Map.of())))
            .toList();
    readings.put("", Reading.FIRST);
    layout.judges().first().forEach(one -> readings.put(Spelling.folded(one), Reading.FIRST));
    layout.judges().second().forEach(one -> readings.put(Spelling.folded(one), Reading.SECOND));
  }

  private static AcceptedSpellings<String> spellings(Map<String, String> values) {
    AcceptedSpellings<String> spellings = new AcceptedSpellings<>();
    values.forEach(spellings::put);
    return spellings;
  }

  private static String meant(AcceptedSpellings<String> values, String given) {
    String meant = values.find(given);
    return meant == null ? given : meant;
  }

  String question(String given) {
    return meant(questions, given);
  }

  /** A doubtful word is the answer that it would be where that says that nothing is recorded. */
  String answer(String given) {
    String doubtful = answers.doubtful(given);
    return doubtful != null && codebook.isNotRecorded(doubtful) ? doubtful : meant(answers, given);
  }

  /**
   * The value of an attribute.
   *
   * @param attribute its number in the framework, from 0
   */
  String attribute(int attribute, String given) {
    return meant(attributes.get(attribute), given);
  }

  /** The reading that a text says; null where it says none. */
  Reading reading(String given) {
    return readings.get(Spelling.folded(given));
  }

  /** The day that a text says; null if it is not a date of the layout's format. */
  LocalDate date(String text) {
    try {
      return LocalDate.parse(text, dateFormat);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
