package org.trustbench.ingest.extract;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Spelling;
import org.trustbench.framework.Trust;
import org.trustbench.ingest.extract.PackedRows.Unpacker;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.ReadingBuilder;
import org.trustbench.ingest.fill.RejectReasons;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.matrix.Reading;

/** Puts the inspections of an extract together from the packed rows of its institutions. */
final class ExtractInspections {
  private final ExtractSource source;
  private final Codebook codebook;
  private final RowForm stated;

  /** How a file of visits is read; null where there is none. */
  private final RowForm ofVisits;

  private final Map<String, RoutedInspection> routed = new TreeMap<>();

  /** How rows of a file are read. */
  private record RowForm(Layout layout, LayoutValues values, int[] questions, int cells) {
    static RowForm of(Codebook codebook, Layout layout) {
      return new RowForm(
          layout,
          new LayoutValues(codebook, layout),
          ExtractColumns.questions(codebook, layout),
          ExtractColumns.cells(codebook, layout));
    }
  }

  ExtractInspections(ExtractSource source) {
    this.source = source;
    this.codebook = source.codebook();
    Layout layout = source.layout();
    this.stated = RowForm.of(codebook, layout);
    this.ofVisits =
        layout.listing() == null ? null : RowForm.of(codebook, layout.listing().visits());
  }

  /** The inspection of every institution met, in the order of their codes. */
  Collection<RoutedInspection> all() {
    return routed.values();
  }

  /** Takes in packed rows; those of a file in the order of its lines. */
  void take(PackedRows rows) {
    new Unpacking(rows).take();
  }

  /** Takes in packed rows one by one. */
  private final class Unpacking {
    private final PackedRows rows;
    private final Layout layout;
    private final LayoutValues values;
    private final int[] questions;
    private final int cells;
    private final Unpacker numbers;
    private final int file;
    private final ParsedTexts texts;
    private final RoutedInspection[] routedBy;

    /** The row being read: what describes its case, and what did that of the row before. */
    private int[] description;

    private int inspector;
    private int[] before = {};
    private RoutedInspection routedBefore;
    private int caseBefore;

    Unpacking(PackedRows rows) {
      this.rows = rows;
      RowForm form = rows.isOfVisits() ? ofVisits : stated;
      this.layout = form.layout();
      this.values = form.values();
      this.questions = form.questions();
      this.cells = form.cells();
      this.numbers = rows.new Unpacker();
      this.file = rows.file();
      this.texts = new ParsedTexts(rows.texts(), codebook, values);
      routedBy = new RoutedInspection[rows.texts().length];
      description = new int[2 + codebook.framework().attributes().size()];
    }

    void take() {
      int line = 0;
      while (numbers.isMore()) {
        line += numbers.number();
        boolean isSynthetic = numbers.number() == 1;
        RoutedInspection route = routed(numbers.text());
        route.builder().places(file, rows.places());
        route.addSynthetic(isSynthetic);
        route.builder().read(file, rows.isOfVisits() ? 0 : cells);
        description[0] = numbers.text();
        inspector = layout.judges().inspector() == null ? PackedRows.NONE : numbers.text();
        Reading reading = layout.judges().reading() == null ? Reading.FIRST : reading();
        int date = numbers.text();
        for (int i = 1; i < description.length; i++) {
          description[i] = numbers.text();
        }
        if (reading == Reading.FIRST) {
          judgements(route, caseNumber(route, date, line), line);
        } else {
          secondReading(route, reading, line);
        }
      }
    }

    /** The reading that the row says; null where it says none. */
    private Reading reading() {
      int text = numbers.text();
      return values.reading(text == PackedRows.NONE ? "" : texts.sent(text));
    }

    /** Keeps the judgements of a row of a second reading, which says nothing else of its case. */
    private void secondReading(RoutedInspection route, Reading reading, int line) {
      String caseId = route.isRefused() ? null : checkedCaseId(route.builder(), line);
      boolean isTaken = caseId != null && reading == Reading.SECOND;
      if (caseId != null && reading == null) {
        reject(
            route.builder(),
            line,
            RejectRule.UNKNOWN_READING,
            "column \"%s\" says neither a first nor a second reading: correct it, or add what it says to \"reading\" of layout %s"
                .formatted(layout.judges().reading(), layout.id()));
      }
      boolean isLong = layout.shape() == Layout.Shape.LONG;
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
                new SecondReadings.Waiting(
                    caseId,
                    question,
                    texts.answer(text),
                    texts.answerText(text),
                    texts.plain(inspector),
                    file,
                    line,
                    rows.places().caseId()));
      } catch (Refusal e) {
        route.refuse(e);
      }
    }

    private RoutedInspection routed(int name) {
      if (routedBy[name] == null) {
        Trust trust = codebook.register().find(Spelling.plain(texts.sent(name))).orElseThrow();
        routedBy[name] =
            routed.computeIfAbsent(trust.code(), code -> new RoutedInspection(trust, source));
      }
      return routedBy[name];
    }

    private String caseId() {
      boolean isOnePart = layout.caseKey().size() == 1;
      return isOnePart || description[0] == PackedRows.NONE
          ? texts.plain(description[0])
          : texts.sent(description[0]);
    }

    /** The row's case; -1 where the row is rejected, or no more is taken in. */
    private int caseNumber(RoutedInspection route, int date, int line) {
      if (route.isRefused()) {
        return -1;
      }
      InspectionBuilder builder = route.builder();
      String caseId = checkedCaseId(builder, line);
      if (caseId == null) {
        return -1;
      }
      if (!isDated(date, route)) {
        reject(
            builder,
            line,
            RejectRule.UNREADABLE_DATE,
            told(
                rows.places().date(),
                line,
                "%s is not a date like %s: correct it%s"
                    .formatted(
                        layout.date(),
                        layout.dateFormat(),
                        DayHints.of(texts.plain(date), layout.dateFormat()))));
        return -1;
      }
      if (layout.listing() != null) {
        return visit(builder, caseId, line);
      }
      try {
        return caseRow(route, caseId, line);
      } catch (Refusal e) {
        route.refuse(e);
        return -1;
      }
    }

    /** The id of the row's case; null where the row is rejected for it. */
    private String checkedCaseId(InspectionBuilder builder, int line) {
      String caseId = caseId();
      if (caseId.isEmpty()) {
        reject(
            builder,
            line,
            RejectRule.MISSING_KEY,
            told(
                rows.places().caseId(),
                line,
                "%s empty: fill in one of them at least".formatted(layout.caseKey())));
        return null;
      }
      if (RejectReasons.caseIdFault(caseId) != null) {
        reject(
            builder,
            line,
            RejectRule.MALFORMED_LINE,
            told(rows.places().caseId(), line, RejectReasons.caseIdFault(caseId)));
        return null;
      }
      return caseId;
    }

    /** A row of visits states no judgement, and is lost with all that would follow from it. */
    private void reject(InspectionBuilder builder, int line, RejectRule rule, String reason) {
      if (rows.isOfVisits()) {
        builder.read(file, cells);
      }
      builder.reject(file, line, rule, reason, cells);
    }

    /** The visit that something is listed of. */
    private int visit(InspectionBuilder builder, String caseId, int line) {
      int visit = builder.matrix().caseNumber(caseId);
      if (visit < 0) {
        reject(
            builder,
            line,
            RejectRule.UNKNOWN_CASE,
            "the visit is not in the file of visits: add it there, or correct %s"
                .formatted(layout.caseKey()));
      }
      return visit;
    }

    /** In the long shape the rows of a case mostly follow each other, and describe it alike. */
    private int caseRow(RoutedInspection route, String caseId, int line) throws Refusal {
      boolean isLong = layout.shape() == Layout.Shape.LONG;
      if (!isLong || routedBefore != route || !Arrays.equals(before, description)) {
        String[] given = new String[description.length - 2];
        for (int i = 0; i < given.length; i++) {
          given[i] = texts.attribute(i, description[2 + i]);
        }
        routedBefore = null;
        caseBefore =
            route
                .builder()
                .caseRow(
                    caseId, texts.plain(description[1]), Arrays.asList(given), file, line, isLong);
        routedBefore = route;
        before = description.clone();
      }
      return caseBefore;
    }

    /** Widens the route's days by a date; false if it is not one. A blank date says nothing. */
    private boolean isDated(int text, RoutedInspection route) {
      if (texts.plain(text).isEmpty()) {
        return true;
      }
      LocalDate day = texts.date(text);
      if (day == null) {
        return false;
      }
      route.addDay(day);
      return true;
    }

    /** Takes in the row's judgements; passes over them where there is no case for them. */
    private void judgements(RoutedInspection route, int caseNumber, int line) {
      if (rows.isOfVisits()) {
        for (int question : questions) {
          judged(route, caseNumber, question, numbers.text(), line);
        }
        return;
      }
      if (layout.shape() != Layout.Shape.LONG) {
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
              told(rows.places().question(), line, reason),
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
          String id = codebook.framework().questions().get(question).id();
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

    private String told(int column, int line, String reason) {
      return rows.places().told(column, line, reason);
    }

    private void judgement(
        RoutedInspection route, int caseNumber, int question, int text, int line) {
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
        route
            .builder()
            .of(Reading.FIRST)
            .unknownAnswer(question, texts.answerText(text), file, line);
        route.unlisted().unclear(caseNumber);
        return;
      }
      route.unlisted().listed(caseNumber, question, answer, file, line);
    }
  }
}
