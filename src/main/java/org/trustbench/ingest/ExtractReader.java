package org.trustbench.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Form;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Spelling;
import org.trustbench.framework.Trust;
import org.trustbench.framework.TrustRegister;
import org.trustbench.ingest.Submission.SentFile;

/**
 * Reads a national extract once and routes its rows by institution into intakes, one for each
 * inspection. Rows that the layout leaves out, or whose institution is not known, stay in an intake
 * of their own, so that they are accounted for too.
 */
final class ExtractReader {
  /** Names of institutions remembered, of however many an extract has. */
  private static final int MOST_SPELLINGS = 10_000;

  private final Form form;
  private final Layout layout;
  private final Submission submission;
  private final Pace pace;
  private final TrustRegister register;
  private final DateTimeFormatter dateFormat;
  private final Map<String, Optional<Trust>> trusts = new HashMap<>();
  private final Map<String, Routed> routed = new TreeMap<>();
  private final Intake unrouted;
  private final Set<String> included;
  private final Map<String, String> questionValues;
  private final Map<String, String> answerValues;
  private final List<Map<String, String>> attributeValues;
  private final Allowance allowance = new Allowance();
  private final Strangers strangers = new Strangers();

  /** The intake of one institution, with the days of its cases. */
  static final class Routed {
    final Trust trust;
    final Intake intake;
    LocalDate first;
    LocalDate last;
    boolean isSynthetic;

    Routed(Trust trust, Intake intake) {
      this.trust = trust;
      this.intake = intake;
    }
  }

  ExtractReader(Form form, Layout layout, Submission submission, Pace pace) {
    this.form = form;
    this.layout = layout;
    this.submission = submission;
    this.pace = pace;
    this.register = form.register();
    this.dateFormat =
        layout.dateFormat() == null
            ? null
            : DateTimeFormatter.ofPattern(layout.dateFormat().replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    this.unrouted = new Intake(form, submission.files(), allowance);
    this.included =
        layout.include() == null
            ? Set.of()
            : layout.include().values().stream().map(Spelling::folded).collect(Collectors.toSet());
    this.questionValues = folded(layout.questionValues());
    this.answerValues = folded(layout.answerValues());
    this.attributeValues =
        form.framework().attributes().stream()
            .map(one -> folded(layout.attributeValues().getOrDefault(one.id(), Map.of())))
            .toList();
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

  Intake unrouted() {
    return unrouted;
  }

  /** Rows of institutions that are not in the register, in words; empty where there are none. */
  String strangers() {
    return strangers.told();
  }

  void read() throws IOException, Refusal {
    for (int number = 0; number < submission.files().size(); number++) {
      SentFile file = submission.files().get(number);
      try (CsvTable table =
          new CsvTable(
              file,
              Charset.forName(layout.encoding()),
              layout.delimiter(),
              layout.skipLines(),
              pace)) {
        checkColumns(table, file, number);
        Columns columns = new Columns(table);
        while (table.next()) {
          row(table, columns, number);
        }
        String digest = table.sha256Hex();
        unrouted.digest(number, digest);
        for (Routed route : routed.values()) {
          route.intake.digest(number, digest);
        }
      }
    }
  }

  /** Extracts have columns of their own; what the layout reads is to be there as it is spelt. */
  private void checkColumns(CsvTable table, SentFile file, int number) throws Refusal {
    List<String> columns = new ArrayList<>(layout.columns());
    SentNames names = new SentNames(file, Rule.UNREADABLE_FILE, KnownNames.exactly(columns), form);
    names.columns(table, name -> false);
    columns.removeAll(table.header());
    names.checkInsteadOf(columns);
    unrouted.note(number, table.headerLine(), Rule.NAME_PASSED_OVER, names.passedOver());
    List<String> unread =
        form.framework().attributes().stream()
            .map(Attribute::id)
            .filter(id -> !layout.attributes().containsKey(id))
            .toList();
    unrouted.note(
        number, table.headerLine(), Rule.NAME_LACKING, SentNames.lacking("attribute", unread));
  }

  /** Where the layout's columns stand in one file. */
  private final class Columns {
    final int trust;
    final int evidence;
    final int include;
    final int date;
    final int question;
    final int synthetic;
    final int answer;
    final int[] caseKey;
    final int[] attributes;
    final Map<Integer, Integer> questions = new LinkedHashMap<>();

    Columns(CsvTable table) throws Refusal {
      trust = table.column(layout.trust());
      evidence = layout.evidence() == null ? -1 : table.column(layout.evidence());
      include = layout.include() == null ? -1 : table.column(layout.include().column());
      date = layout.date() == null ? -1 : table.column(layout.date());
      synthetic = layout.synthetic() == null ? -1 : table.header().indexOf(layout.synthetic());
      question = layout.question() == null ? -1 : table.column(layout.question());
      answer = layout.answer() == null ? -1 : table.column(layout.answer());
      caseKey = new int[layout.caseKey().size()];
      for (int i = 0; i < caseKey.length; i++) {
        caseKey[i] = table.column(layout.caseKey().get(i));
      }
      attributes = new int[form.framework().attributes().size()];
      Arrays.fill(attributes, -1);
      for (Map.Entry<String, String> entry : layout.attributes().entrySet()) {
        attributes[form.attribute(entry.getKey())] = table.column(entry.getValue());
      }
      for (Map.Entry<String, String> entry : layout.questions().entrySet()) {
        questions.put(form.question(entry.getKey()), table.column(entry.getValue()));
      }
    }
  }

  private int cellsInRow() {
    return layout.shape() == Layout.Shape.LONG ? 1 : layout.questions().size();
  }

  private void row(CsvTable table, Columns columns, int number) throws Refusal {
    int cells = cellsInRow();
    int line = table.line();
    if (table.isRagged()) {
      unrouted.read(number, 1);
      unrouted.reject(number, line, Rule.MALFORMED_LINE, FolderReader.ragged(table), 1);
      return;
    }
    if (columns.include >= 0 && !included.contains(Spelling.folded(table.name(columns.include)))) {
      unrouted.read(number, cells);
      unrouted.outOfScope(number, cells);
      return;
    }
    String name = table.name(columns.trust);
    Optional<Trust> trust =
        trusts.size() < MOST_SPELLINGS
            ? trusts.computeIfAbsent(name, register::find)
            : register.find(name);
    if (trust.isEmpty()) {
      unrouted.read(number, cells);
      String reason = unrouted.reasons().unknownTrust(table.given(columns.trust));
      unrouted.reject(number, line, Rule.UNKNOWN_TRUST, reason, cells);
      strangers.add(name, reason, cells);
      return;
    }
    Routed route =
        routed.computeIfAbsent(
            trust.get().code(),
            code -> new Routed(trust.get(), new Intake(form, submission.files(), allowance)));
    route.isSynthetic |= isSynthetic(table, columns);
    route.intake.read(number, cells);
    take(table, columns, number, route);
  }

  /** What is neither yes nor no would let invented rows pass for real ones. */
  private boolean isSynthetic(CsvTable table, Columns columns) throws Refusal {
    String said = columns.synthetic < 0 ? "" : Spelling.folded(table.name(columns.synthetic));
    if (!List.of("", "yes", "no").contains(said)) {
      throw new Refusal(
          Rule.UNREADABLE_FILE,
          submission.name(),
          "line %d: column \"%s\" says neither yes nor no: say yes of invented rows"
              .formatted(table.line(), layout.synthetic()));
    }
    return said.equals("yes");
  }

  private void take(CsvTable table, Columns columns, int number, Routed route) throws Refusal {
    Intake intake = route.intake;
    int line = table.line();
    String caseId = caseId(table, columns);
    if (caseId == null) {
      intake.reject(
          number,
          line,
          Rule.MISSING_KEY,
          "%s empty: fill in one of them at least".formatted(layout.caseKey()),
          cellsInRow());
      return;
    }
    if (Reasons.caseIdFault(caseId) != null) {
      intake.reject(number, line, Rule.MALFORMED_LINE, Reasons.caseIdFault(caseId), cellsInRow());
      return;
    }
    if (columns.date >= 0 && !isDated(table.name(columns.date), route)) {
      intake.reject(
          number,
          line,
          Rule.UNREADABLE_DATE,
          "%s is not a date like %s: correct it".formatted(layout.date(), layout.dateFormat()),
          cellsInRow());
      return;
    }
    boolean isLong = layout.shape() == Layout.Shape.LONG;
    int caseNumber =
        intake.caseRow(
            caseId,
            columns.evidence < 0 ? "" : table.name(columns.evidence),
            attributes(table, columns),
            number,
            line,
            isLong);
    if (isLong) {
      String given = table.given(columns.question);
      int question = form.question(questionValues.getOrDefault(Spelling.folded(given), given));
      if (question < 0) {
        intake.reject(
            number, line, Rule.UNKNOWN_QUESTION, intake.reasons().unknownQuestion(given), 1);
      } else {
        intake.judgement(caseNumber, question, answer(table.given(columns.answer)), number, line);
      }
      return;
    }
    for (Map.Entry<Integer, Integer> question : columns.questions.entrySet()) {
      intake.judgement(
          caseNumber, question.getKey(), answer(table.given(question.getValue())), number, line);
    }
  }

  private String answer(String given) {
    return answerValues.getOrDefault(Spelling.folded(given), given);
  }

  private List<String> attributes(CsvTable table, Columns columns) throws Refusal {
    List<String> attributes = new ArrayList<>();
    for (int i = 0; i < columns.attributes.length; i++) {
      String given = columns.attributes[i] < 0 ? null : table.given(columns.attributes[i]);
      Map<String, String> values = attributeValues.get(i);
      attributes.add(given == null ? null : values.getOrDefault(Spelling.folded(given), given));
    }
    return attributes;
  }

  /**
   * The key's parts joined by {@code /}, marked where a part holds one, so that no two keys meet.
   */
  private static String caseId(CsvTable table, Columns columns) throws Refusal {
    StringBuilder id = new StringBuilder();
    boolean isFilled = false;
    for (int i = 0; i < columns.caseKey.length; i++) {
      String part = table.name(columns.caseKey[i]);
      isFilled |= !part.isEmpty();
      id.append(i == 0 ? "" : "/")
          .append(
              columns.caseKey.length == 1 ? part : part.replace("\\", "\\\\").replace("/", "\\/"));
    }
    return isFilled ? id.toString() : null;
  }

  /** Widens the route's days by a date; false if it is not one. A blank date says nothing. */
  private boolean isDated(String text, Routed route) {
    if (text.isEmpty()) {
      return true;
    }
    try {
      LocalDate day = LocalDate.parse(text, dateFormat);
      route.first = route.first == null || day.isBefore(route.first) ? day : route.first;
      route.last = route.last == null || day.isAfter(route.last) ? day : route.last;
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
