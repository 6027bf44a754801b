package org.trustbench.ingest.extract;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.framework.Form;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Spelling;
import org.trustbench.framework.Trust;
import org.trustbench.ingest.extract.PackedRows.Unpacker;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.MemoryBudget;
import org.trustbench.ingest.fill.RejectReasons;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.sent.Submission;

/** Puts the inspections of an extract together from the packed rows of its institutions. */
final class ExtractInspections {
  private final Form form;
  private final Layout layout;
  private final Submission extract;
  private final DateTimeFormatter dateFormat;
  private final Map<String, String> questionValues;
  private final Map<String, String> answerValues;
  private final List<Map<String, String>> attributeValues;
  private final int[] questions;
  private final int cells;
  private final Map<String, Routed> routed = new TreeMap<>();

  /** The intake of one institution, with the days of its cases. */
  static final class Routed {
    final Trust trust;
    final InspectionBuilder intake;
    LocalDate first;
    LocalDate last;
    boolean isSynthetic;

    /** Why no more of it is taken in; null if all is. */
    Refusal refusal;

    Routed(Trust trust, InspectionBuilder intake) {
      this.trust = trust;
      this.intake = intake;
    }
  }

  ExtractInspections(Form form, Layout layout, Submission extract) {
    this.form = form;
    this.layout = layout;
    this.extract = extract;
    this.dateFormat =
        layout.dateFormat() == null
            ? null
            : DateTimeFormatter.ofPattern(layout.dateFormat().replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    this.questionValues = folded(layout.questionValues());
    this.answerValues = folded(layout.answerValues());
    this.attributeValues =
        form.framework().attributes().stream()
            .map(one -> folded(layout.attributeValues().getOrDefault(one.id(), Map.of())))
            .toList();
    this.questions = ExtractColumns.questions(form, layout);
    this.cells = layout.shape() == Layout.Shape.LONG ? 1 : questions.length;
  }

  private static Map<String, String> folded(Map<String, String> values) {
    Map<String, String> folded = new HashMap<>();
    values.forEach((written, meant) -> folded.put(Spelling.folded(written), meant));
    return folded;
  }

  /** The intake of every institution met, by its code. */
  Map<String, Routed> routed() {
    return routed;
  }

  /** Takes in packed rows; those of a file in the order of its lines. */
  void take(PackedRows rows) {
    new Unpacking(rows).take();
  }

  /** Packed rows, and what their texts come to. */
  private final class Unpacking {
    private final PackedRows rows;
    private final Unpacker numbers;
    private final int file;
    private final Routed[] routedBy;
    private final String[] plain;
    private final Object[] dates;
    private final String[][] attributes;
    private final int[] questionBy;
    private final String[] answerText;
    private final int[] answerBy;

    /** The row being read: what describes its case, and what did that of the row before. */
    private int[] description;

    private int[] before = {};
    private Routed routedBefore;
    private int caseBefore;

    Unpacking(PackedRows rows) {
      this.rows = rows;
      this.numbers = rows.new Unpacker();
      this.file = rows.file();
      int texts = rows.texts().length;
      routedBy = new Routed[texts];
      plain = new String[texts];
      dates = new Object[texts];
      attributes = new String[attributeValues.size()][];
      questionBy = new int[texts];
      answerText = new String[texts];
      answerBy = new int[texts];
      Arrays.fill(questionBy, Integer.MIN_VALUE);
      description = new int[2 + attributes.length];
    }

    void take() {
      int line = 0;
      while (numbers.isMore()) {
        line += numbers.number();
        boolean isSynthetic = numbers.number() == 1;
        Routed route = routed(numbers.text());
        route.isSynthetic |= isSynthetic;
        route.intake.read(file, cells);
        description[0] = numbers.text();
        int date = numbers.text();
        for (int i = 1; i < description.length; i++) {
          description[i] = numbers.text();
        }
        judgements(route, caseNumber(route, date, line), line);
      }
    }

    private Routed routed(int name) {
      if (routedBy[name] == null) {
        Trust trust = form.register().find(Spelling.plain(rows.texts()[name])).orElseThrow();
        routedBy[name] =
            routed.computeIfAbsent(
                trust.code(),
                code ->
                    new Routed(
                        trust, new InspectionBuilder(form, extract.files(), new MemoryBudget())));
      }
      return routedBy[name];
    }

    private String plain(int text) {
      if (text == PackedRows.NONE) {
        return "";
      }
      if (plain[text] == null) {
        plain[text] = Spelling.plain(rows.texts()[text]);
      }
      return plain[text];
    }

    private String caseId() {
      boolean isOnePart = layout.caseKey().size() == 1;
      return isOnePart || description[0] == PackedRows.NONE
          ? plain(description[0])
          : rows.texts()[description[0]];
    }

    /** The row's case; -1 where the row is rejected, or no more is taken in. */
    private int caseNumber(Routed route, int date, int line) {
      if (route.refusal != null) {
        return -1;
      }
      InspectionBuilder intake = route.intake;
      String caseId = caseId();
      if (caseId.isEmpty()) {
        intake.reject(
            file,
            line,
            RejectRule.MISSING_KEY,
            "%s empty: fill in one of them at least".formatted(layout.caseKey()),
            cells);
        return -1;
      }
      if (RejectReasons.caseIdFault(caseId) != null) {
        intake.reject(
            file, line, RejectRule.MALFORMED_LINE, RejectReasons.caseIdFault(caseId), cells);
        return -1;
      }
      if (!isDated(date, route)) {
        intake.reject(
            file,
            line,
            RejectRule.UNREADABLE_DATE,
            "%s is not a date like %s: correct it".formatted(layout.date(), layout.dateFormat()),
            cells);
        return -1;
      }
      try {
        return caseRow(route, caseId, line);
      } catch (Refusal e) {
        route.refusal = e;
        return -1;
      }
    }

    /** In the long shape the rows of a case mostly follow each other, and describe it alike. */
    private int caseRow(Routed route, String caseId, int line) throws Refusal {
      boolean isLong = layout.shape() == Layout.Shape.LONG;
      if (!isLong || routedBefore != route || !Arrays.equals(before, description)) {
        String[] given = new String[attributes.length];
        for (int i = 0; i < given.length; i++) {
          given[i] = attribute(i, description[2 + i]);
        }
        routedBefore = null;
        caseBefore =
            route.intake.caseRow(
                caseId, plain(description[1]), Arrays.asList(given), file, line, isLong);
        routedBefore = route;
        before = description.clone();
      }
      return caseBefore;
    }

    private String attribute(int attribute, int text) {
      if (text == PackedRows.NONE) {
        return null;
      }
      if (attributes[attribute] == null) {
        attributes[attribute] = new String[rows.texts().length];
      }
      if (attributes[attribute][text] == null) {
        String given = rows.texts()[text];
        attributes[attribute][text] =
            attributeValues.get(attribute).getOrDefault(Spelling.folded(given), given);
      }
      return attributes[attribute][text];
    }

    /** Widens the route's days by a date; false if it is not one. A blank date says nothing. */
    private boolean isDated(int text, Routed route) {
      if (plain(text).isEmpty()) {
        return true;
      }
      if (dates[text] == null) {
        dates[text] = date(plain(text));
      }
      if (!(dates[text] instanceof LocalDate day)) {
        return false;
      }
      route.first = route.first == null || day.isBefore(route.first) ? day : route.first;
      route.last = route.last == null || day.isAfter(route.last) ? day : route.last;
      return true;
    }

    private Object date(String text) {
      try {
        return LocalDate.parse(text, dateFormat);
      } catch (DateTimeParseException e) {
        return "no date";
      }
    }

    /** Takes in the row's judgements; passes over them where there is no case for them. */
    private void judgements(Routed route, int caseNumber, int line) {
      if (layout.shape() != Layout.Shape.LONG) {
        for (int question : questions) {
          judgement(route, caseNumber, question, numbers.text(), line);
        }
        return;
      }
      int asked = numbers.text();
      int answer = numbers.text();
      int question = question(asked);
      if (question >= 0) {
        judgement(route, caseNumber, question, answer, line);
      } else if (caseNumber >= 0) {
        String reason = route.intake.reasons().unknownQuestion(rows.texts()[asked]);
        route.intake.reject(file, line, RejectRule.UNKNOWN_QUESTION, reason, 1);
      }
    }

    private int question(int text) {
      if (questionBy[text] == Integer.MIN_VALUE) {
        String given = rows.texts()[text];
        questionBy[text] =
            form.question(questionValues.getOrDefault(Spelling.folded(given), given));
      }
      return questionBy[text];
    }

    private void judgement(Routed route, int caseNumber, int question, int text, int line) {
      if (caseNumber < 0 || route.refusal != null) {
        return;
      }
      if (answerText[text] == null) {
        String given = rows.texts()[text];
        answerText[text] = answerValues.getOrDefault(Spelling.folded(given), given);
        answerBy[text] = form.answer(answerText[text]);
      }
      try {
        if (!route.intake.judgement(caseNumber, question, answerBy[text], file, line)) {
          route.intake.unknownAnswer(question, answerText[text], null, file, line);
        }
      } catch (Refusal e) {
        route.refusal = e;
      }
    }
  }
}
