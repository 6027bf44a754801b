package org.trustbench.ingest.sent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.rows.CellName;

/**
 * A line or row of a file, as people point at it: {@code NSP/judgements.csv:17}, or a cell, {@code
 * NSP.xlsx:judgements!C17}.
 *
 * @param file the file's name, as tables quote it
 * @param line counted from 1
 */
public record SentPlace(String file, int line) {
  private static final Pattern LINE = Pattern.compile("(.+):([1-9][0-9]{0,8})");
  private static final Pattern CELL =
      Pattern.compile("(.+?):(?:([^:!]+)!)?([A-Za-z]{1,3}[1-9][0-9]{0,6})");

  /** What a text points at; empty where it has neither form. */
  public static Optional<SentPlace> of(String text, List<Submission> submissions) {
    Matcher line = LINE.matcher(text);
    if (line.matches()) {
      return Optional.of(new SentPlace(line.group(1), Integer.parseInt(line.group(2))));
    }
    Matcher cell = CELL.matcher(text);
    if (!cell.matches() || CellName.row(cell.group(3)) < 0) {
      return Optional.empty();
    }
    String sheet = cell.group(2) == null ? "" : Spelling.folded(cell.group(2));
    String ofSheet = cell.group(1) + "/" + sheet;
    boolean isSheet =
        submissions.stream()
            .flatMap(submission -> submission.files().stream())
            .anyMatch(file -> file.name().equals(ofSheet));
    return Optional.of(
        new SentPlace(isSheet ? ofSheet : cell.group(1), CellName.row(cell.group(3))));
  }
}
