package org.trustbench.framework;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Describes the columns of a national extract, one file for all institutions.
 *
 * @param version of the form that the file was made by; {@link Form#ONLY} where there is one alone
 * @param encoding the name of the character set
 * @param delimiter between cells; null where the header says it
 * @param skipLines lines before the header; of a workbook, rows
 * @param sheet of a workbook, the sheet with the table; null to see which it is
 * @param shape one row a case ({@code WIDE}) or one row a judgement ({@code LONG})
 * @param trust the column that names the institution
 * @param caseKey the columns that together identify a case within an institution; one at least must
 *     be filled
 * @param evidence the column that says what kind of case it is; null when all are of the default
 *     kind
 * @param attributes attribute id to column
 * @param attributeValues attribute id to what the extract writes to the framework's code
 * @param questions WIDE: question id to column
 * @param question LONG: the column that names the question
 * @param questionValues LONG: what the extract writes to question id
 * @param answer LONG: the column that holds the answer
 * @param answerValues what the extract writes to answer code
 * @param include the rows in scope; null for all of them
 * @param inspectionId how inspections are named; <code>{trust}</code> stands for the trust's code
 * @param date the column with a date of each case, from which an inspection's first and last day
 *     are taken; null if there is none
 * @param dateFormat its pattern, as in {@link java.time.format.DateTimeFormatter}
 * @param published the date of publication, ISO 8601; null when not known
 * @param synthetic the column, where a file has it, that says {@code yes} of invented rows; null if
 *     there is none
 * @param rowKey what the rows of a table are numbered by, which has no lines; null where it does
 *     not say
 * @param timeZone whose days are meant where a table has moments as dates; null where it does not
 *     say
 * @param frame what stands above and below the rows
 * @param missing what the extract writes where a value is missing, besides what the framework says
 * @param listing what follows where rows list only what was insufficient; null where they state
 *     every judgement
 * @param judges who judged, and in which reading of a case
 */
public record Layout(
    String id,
    String version,
    String title,
    String encoding,
    Character delimiter,
    int skipLines,
    String sheet,
    Shape shape,
    String trust,
    List<String> caseKey,
    String evidence,
    Map<String, String> attributes,
    Map<String, Map<String, String>> attributeValues,
    Map<String, String> questions,
    String question,
    Map<String, String> questionValues,
    String answer,
    Map<String, String> answerValues,
    Include include,
    String inspectionId,
    String date,
    String dateFormat,
    String published,
    String synthetic,
    RowKey rowKey,
    String timeZone,
    Frame frame,
    List<String> missing,
    Listing listing,
    Judges judges)
    implements Serializable {

  /**
   * Who judged, and in which reading of a case.
   *
   * @param inspector the column with the inspector's id; null where there is none
   * @param reading the column that tells first and second readings apart; null where all are first
   * @param first what it says of first readings, as does a blank
   * @param second what it says of second readings
   */
  public record Judges(String inspector, String reading, List<String> first, List<String> second)
      implements Serializable {
    public static final Judges NONE = new Judges(null, null, List.of(), List.of());
  }

  /**
   * What stands above and below the rows of a table.
   *
   * @param headerBeginsWith the first cell of the header that holds anything; null where the header
   *     is the first row that does
   * @param headerRows rows that the header has
   * @param footers with what rows begin that are not of the table
   */
  public record Frame(String headerBeginsWith, int headerRows, List<String> footers)
      implements Serializable {
    public static final Frame NONE = new Frame(null, 1, List.of());
  }

  /** What it says, to be hashed: what it leaves out is not said, also in later versions. */
  String said() {
    return toString()
        .replace("delimiter=null", "delimiter=,")
        .replace(", version=,", ",")
        .replace(", sheet=null", "")
        .replace(", rowKey=null, timeZone=null", "")
        .replace(", frame=" + Frame.NONE, "")
        .replace(", missing=[]", "")
        .replace(", listing=null", "")
        .replace(", judges=" + Judges.NONE, "");
  }

  /** What a file of this layout is written with between cells. */
  public char writtenDelimiter() {
    return delimiter == null ? ',' : delimiter;
  }

  /** Every column that it names. */
  public List<String> columns() {
    return Stream.of(
            Stream.of(trust, evidence, question, answer, date, synthetic),
            Stream.of(judges.inspector(), judges.reading()),
            Stream.of(include == null ? null : include.column()),
            caseKey.stream(),
            attributes.values().stream(),
            questions.values().stream())
        .flatMap(some -> some)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** The two shapes of a file of judgements. */
  public enum Shape {
    LONG,
    WIDE,
    /** One row a visit, which tells what was judged and no outcome. */
    VISITS
  }

  /**
   * Rows that list only what was insufficient: of the visits that another file names, what was
   * judged and is not listed was sufficient.
   *
   * @param visits the layout of that file, null where it is not described, which is a mistake; its
   *     {@code questions} are columns that say whether a question was judged on a visit
   * @param questions what was judged on every visit; empty for all that is asked of its kind of
   *     case
   * @param listed question id to the answer that being listed means, where its other answers leave
   *     a choice
   * @param notListed question id to the answer that not being listed means, likewise
   */
  public record Listing(
      Layout visits,
      List<String> questions,
      Map<String, String> listed,
      Map<String, String> notListed)
      implements Serializable {}

  /**
   * The layout of one file of an extract.
   *
   * @param header the names of its columns: a file without questions is one of visits
   */
  public Layout of(Collection<String> header) {
    return listing == null || header.contains(question) ? this : listing.visits();
  }

  /**
   * The columns that together tell the rows of a table apart.
   *
   * @param isOrder whether rows are numbered in the order of their keys; otherwise the key is the
   *     number
   */
  public record RowKey(List<String> columns, boolean isOrder) implements Serializable {}

  /** Rows whose column holds one of the values are in scope; the others are counted. */
  public record Include(String column, List<String> values) implements Serializable {}
}
