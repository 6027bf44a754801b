package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trustbench.message.Counted;

/** Finds what is dangling or unreadable in the layouts of national extracts. */
final class LayoutChecks {
  /** Day, month, year and hour differ from one another, so that no pattern mistakes one for one. */
  private static final LocalDateTime PROBE = LocalDateTime.of(2013, 12, 31, 10, 45, 59);

  private static final int MOST_HEADER_ROWS = 5;

  private final Framework framework;
  private final QuestionsCsv.Read read;
  private final Mistakes mistakes;
  private String place;

  LayoutChecks(Framework framework, QuestionsCsv.Read read, Mistakes mistakes) {
    this.framework = framework;
    this.read = read;
    this.mistakes = mistakes;
  }

  void check() {
    for (Layout layout : framework.layouts()) {
      place = "layout " + layout.id();
      references(layout);
      attributeValues(layout);
      inspectionId(layout);
      dates(layout);
      rowKey(layout);
      new ListingChecks(framework, read, mistakes).check(layout);
      if (!isKnown(layout.encoding())) {
        wrong(
            "encoding %s is not known".formatted(layout.encoding()),
            "common ones are UTF-8, windows-1252 and ISO-8859-1");
      }
      frame(layout.frame());
      judges(layout);
      if (layout.shape() == Layout.Shape.WIDE && layout.questions().isEmpty()) {
        wrong("it names no questions", "\"questions\": { \"question id\": \"column\" }");
      }
    }
  }

  private void judges(Layout layout) {
    Layout.Judges judges = layout.judges();
    if (layout.listing() != null && !judges.equals(Layout.Judges.NONE)) {
      wrong(
          "inspector and reading stand in a layout that lists",
          "leave them out: who judged what is not listed is not known");
    }
    List<String> both =
        judges.first().stream()
            .filter(
                first ->
                    judges.second().stream()
                        .anyMatch(
                            second ->
                                Codebook.normalised(first).equals(Codebook.normalised(second))))
            .toList();
    if (!both.isEmpty()) {
      wrong(
          "reading says %s of first and of second readings".formatted(both),
          "give what the column holds for the one and for the other");
    }
    if (Stream.of(judges.first(), judges.second())
        .flatMap(List::stream)
        .anyMatch(one -> Codebook.normalised(one).isEmpty())) {
      wrong("reading has a blank text", "leave it out: a blank cell is of a first reading");
    }
  }

  private void frame(Layout.Frame frame) {
    if (frame.headerRows() > MOST_HEADER_ROWS) {
      wrong(
          "header_rows is more than %d".formatted(MOST_HEADER_ROWS),
          "rows of titles above the header are passed over by header_begins_with or skip_lines");
    }
    if (frame.footers().stream().anyMatch(one -> Codebook.normalised(one).isEmpty())) {
      wrong("footer_begins_with has a blank text", "write with what a note or a total begins");
    }
    if (frame.headerBeginsWith() != null
        && Codebook.normalised(frame.headerBeginsWith()).isEmpty()) {
      wrong("header_begins_with is blank", "write the first cell of the header");
    }
  }

  private void references(Layout layout) {
    if (read.isReadable()) {
      Set<String> questions = new HashSet<>(read.unread());
      framework.questions().forEach(question -> questions.add(question.id()));
      layout.questions().keySet().stream()
          .filter(id -> !questions.contains(id))
          .forEach(
              id ->
                  mistakes.add(
                      JSON_FILE,
                      place + ": questions",
                      "there is no " + id,
                      Mistakes.oneOf(id, questions, QuestionsCsv.FILE)
                          + "; or take it out here, if it is no question"));
      dangling("question_values", layout.questionValues().values(), questions, QuestionsCsv.FILE);
    }
    List<String> attributes = framework.attributes().stream().map(Attribute::id).toList();
    List<String> answers = framework.answers().stream().map(Answer::code).toList();
    dangling("attributes", layout.attributes().keySet(), attributes, "attributes");
    dangling("attribute_values", layout.attributeValues().keySet(), attributes, "attributes");
    dangling("answer_values", layout.answerValues().values(), answers, "answers");
  }

  private void attributeValues(Layout layout) {
    for (Attribute attribute : framework.attributes()) {
      if (!attribute.isOpen() && layout.attributeValues().containsKey(attribute.id())) {
        dangling(
            "attribute_values " + attribute.id(),
            layout.attributeValues().get(attribute.id()).values(),
            attribute.values().stream().map(Attribute.Value::code).toList(),
            "its list of values");
      }
    }
  }

  private void inspectionId(Layout layout) {
    if (layout.inspectionId() == null) {
      return;
    }
    if (!layout.inspectionId().contains("{trust}")) {
      wrong(
          "inspection_id does not contain {trust}",
          mistakes.terms().text("{trust} stands for the {institution's} code: \"{trust}-2014\""));
    } else if (!layout.inspectionId().replace("{trust}", "X").matches(Mistakes.ID)) {
      wrong(
          "inspection_id is not made of letters, digits, . _ and - besides {trust}",
          "for example \"{trust}-2014\"");
    }
  }

  private void dates(Layout layout) {
    if ((layout.date() == null) != (layout.dateFormat() == null)) {
      wrong("date and date_format go together", "give both, or neither");
    }
    if (layout.dateFormat() != null && !readsDates(layout.dateFormat())) {
      wrong(
          "date_format %s reads no date".formatted(layout.dateFormat()),
          "day, month, year is dd/MM/yyyy");
    }
    if (layout.published() != null && !isDate(layout.published())) {
      wrong(
          "published %s is not a date yyyy-MM-dd".formatted(layout.published()),
          "4 March 2014 is 2014-03-04");
    }
  }

  private void rowKey(Layout layout) {
    Layout.RowKey key = layout.rowKey();
    if (key != null && key.columns().size() > 1 && !key.isOrder()) {
      wrong(
          "row_key of %s is no number".formatted(Counted.of(key.columns().size(), "column")),
          "\"row_numbers\": \"order\" numbers rows in the order of their keys");
    }
    if (layout.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(layout.timeZone())) {
      wrong(
          "time_zone %s is not known".formatted(layout.timeZone()),
          "name a place, as Europe/London, or UTC");
    }
  }

  private void wrong(String what, String fix) {
    mistakes.add(JSON_FILE, place, what, fix);
  }

  private void dangling(
      String entry, Collection<String> used, Collection<String> known, String source) {
    mistakes.dangling(JSON_FILE, place + ": " + entry, used, known, source);
  }

  private static boolean isKnown(String encoding) {
    try {
      return Charset.isSupported(encoding);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  /** Whether a date written by the pattern reads back as itself: {@code dd/mm/yyyy} does not. */
  private static boolean readsDates(String pattern) {
    try {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern);
      return LocalDate.parse(format.format(PROBE), format).equals(PROBE.toLocalDate());
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
