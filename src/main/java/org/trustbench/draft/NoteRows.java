package org.trustbench.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustbench.framework.OpenDecisions;
import org.trustbench.framework.Spelling;
import org.trustbench.message.Counted;
import org.trustbench.message.PrintableText;

/** Rows of a table that hold one cell alone, as notes and sources below it do. */
final class NoteRows {
  private static final int FEWEST_COLUMNS = 3;
  private static final int LONGEST = 40;

  /** More that begin otherwise than this are no notes below a table. */
  private static final int MOST = 20;

  private final Set<String> beginnings = new LinkedHashSet<>();
  private int rows;

  /** Begins to count, when the table is read from its beginning. */
  void begin() {
    rows = 0;
  }

  /** Whether a row is one. */
  boolean isOne(List<String> cells) {
    if (cells.size() < FEWEST_COLUMNS) {
      return false;
    }
    List<String> filled =
        cells.stream().map(Spelling::plain).filter(cell -> !cell.isEmpty()).toList();
    if (filled.size() != 1) {
      return false;
    }
    String begin = beginning(filled.get(0));
    boolean isNote = beginnings.contains(begin) || beginnings.size() < MOST;
    if (isNote) {
      beginnings.add(begin);
      rows++;
    }
    return isNote;
  }

  /** As far as its colon; all of a text without one, but for what is long. */
  private static String beginning(String text) {
    int colon = text.indexOf(':');
    String begin = colon > 0 ? text.substring(0, colon + 1) : text;
    return begin.length() > LONGEST ? begin.substring(0, LONGEST).strip() : begin;
  }

  /** What is to be said of them; empty where there are none. */
  Optional<String> told() {
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            "%s one cell alone, and %s for %s: %s"
                .formatted(
                    Counted.of(rows, "row has", "rows have"),
                    Counted.word(rows, "is taken", "are taken"),
                    Counted.word(rows, "a note", "notes"),
                    PrintableText.words(String.join(", ", beginnings))));
  }

  /** Writes what they begin with, to be decided. */
  void describe(ObjectNode layout) {
    if (rows > 0) {
      ArrayNode begins = layout.putArray("footer_begins_with");
      beginnings.forEach(begin -> begins.add(OpenDecisions.guess(begin)));
    }
  }
}
