package org.trustbench.ingest.rows;

import java.io.Serializable;
import org.trustbench.ingest.rows.Header.CellNames;

/**
 * Where the cells of a table stand that reasons are about. Columns are counted from 0; -1 is none.
 *
 * @param cells how cells are named; null where they have no names, as in CSV
 * @param caseId the column that names the case
 * @param attributes columns by the attribute's number
 * @param answers of a wide table, columns by the question's number; empty otherwise
 * @param answer of a long table, the column of its answers
 */
public record CellPlaces(
    CellNames cells,
    int caseId,
    int date,
    int evidence,
    int[] attributes,
    int[] answers,
    int question,
    int answer)
    implements Serializable {
  /** Of a table whose cells have no names. */
  public static final CellPlaces NONE =
      new CellPlaces(null, -1, -1, -1, new int[0], new int[0], -1, -1);

  public int attribute(int number) {
    return number < attributes.length ? attributes[number] : -1;
  }

  /** The column of a question's answers. */
  public int answerTo(int question) {
    return question < answers.length ? answers[question] : answer;
  }

  /** The name of a cell; null where it has none. */
  public String of(int column, int row) {
    return cells == null || column < 0 ? null : cells.of(column, row);
  }

  /** A reason with the name of the cell in front, where it has one. */
  public String told(int column, int row, String reason) {
    String place = of(column, row);
    return place == null ? reason : place + ": " + reason;
  }
}
