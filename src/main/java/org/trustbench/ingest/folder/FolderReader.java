package org.trustbench.ingest.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Form;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.ReadMode;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.RejectReasons;
import org.trustbench.ingest.format.TableFormats;
import org.trustbench.ingest.reject.Excerpt;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.CellPlaces;
import org.trustbench.ingest.rows.Header;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.sent.SentNames;
import org.trustbench.ingest.sent.Submission;

/** Reads the folder of one inspection into an intake, each file once. */
public final class FolderReader {
  static final String CASE_ID = "case_id";
  static final String QUESTION_ID = "question_id";
  static final String ANSWER = "answer";
  private static final String EVIDENCE = "evidence";

  /** Known to a file of judgements and not kept: who made the judgement. */
  static final String INSPECTOR_ID = "inspector_id";

  private final Form form;
  private final Submission submission;
  private final InspectionBuilder intake;
  private final ReadMode pace;

  /** The name of the table of cases. */
  private String casesName = "cases.csv";

  FolderReader(Form form, Submission submission, InspectionBuilder intake, ReadMode pace) {
    this.form = form;
    this.submission = submission;
    this.intake = intake;
    this.pace = pace;
  }

  void read() throws IOException, Refusal {
    if (submission.files().stream().map(SentFile::plainName).distinct().count()
        != submission.files().size()) {
      throw missing("the same file is there twice, packed and unpacked: keep one of them");
    }
    Optional<SentFile> jsonLines = submission.file("cases.jsonl");
    Optional<SentFile> cases = table("cases");
    Optional<SentFile> judgements = table("judgements");
    if (jsonLines.isPresent()) {
      if (cases.isPresent() || judgements.isPresent()) {
        throw missing("both cases.jsonl and CSV files are there: send one or the other");
      }
      new JsonCasesReader(form, jsonLines.get(), number(jsonLines.get()), intake, pace).read();
      return;
    }
    if (cases.isEmpty()) {
      throw missing("cases.csv is missing: add it, or send cases.jsonl");
    }
    casesName = cases.get().plainName();
    boolean isOneTable = isOneTable(cases.get(), judgements);
    if (judgements.isEmpty() && !isOneTable) {
      throw missing("judgements.csv is missing: add it, or send cases.jsonl");
    }
    cases(cases.get(), isOneTable);
    String digest = judgements(isOneTable ? cases.get() : judgements.get(), isOneTable);
    if (judgements.isPresent()) {
      intake.digest(number(judgements.get()), digest);
    }
  }

  /** Whether the table of cases has their judgements beside them, and there is none of these. */
  private boolean isOneTable(SentFile cases, Optional<SentFile> judgements)
      throws IOException, Refusal {
    if (judgements.isPresent() && (!submission.isWorkbook() || isThere(judgements.get()))) {
      return false;
    }
    try (RowReader table = TableFormats.open(cases, pace)) {
      return !table.header().contains(QUESTION_ID)
          && table.header().stream().anyMatch(name -> form.question(name) >= 0);
    }
  }

  private static boolean isThere(SentFile sheet) throws IOException, Refusal {
    return TableFormats.sheets(sheet).stream()
        .anyMatch(name -> Spelling.folded(name).equals(sheet.sheet()));
  }

  /** The file of a table, in whatever format it is sent. */
  private Optional<SentFile> table(String stem) throws Refusal {
    if (submission.isWorkbook()) {
      return submission.file(stem);
    }
    List<SentFile> there =
        TableFormats.names(stem).stream().flatMap(name -> submission.file(name).stream()).toList();
    if (there.size() > 1) {
      throw missing(
          "both %s and %s are there: keep one of them"
              .formatted(there.get(0).plainName(), there.get(1).plainName()));
    }
    return there.stream().findFirst();
  }

  private void cases(SentFile file, boolean isOneTable) throws IOException, Refusal {
    int number = number(file);
    try (RowReader table = TableFormats.open(file, pace)) {
      checkCaseColumns(table, file, number, isOneTable);
      int id = table.column(CASE_ID);
      int evidence = table.header().indexOf(EVIDENCE);
      int[] columns = attributeColumns(table);
      intake.places(number, places(table, isOneTable));
      MemoizedLookup<String> texts = new MemoizedLookup<>(text -> text);
      while (table.next()) {
        if (table.isFaulty()) {
          intake.reject(number, table.line(), RejectRule.MALFORMED_LINE, table.fault(), 0);
        } else if (table.name(id).isEmpty()) {
          intake.reject(
              number,
              table.line(),
              RejectRule.MISSING_KEY,
              table.told(id, "case_id is empty: fill it in"),
              0);
        } else if (RejectReasons.caseIdFault(table.name(id)) != null) {
          intake.reject(
              number,
              table.line(),
              RejectRule.MALFORMED_LINE,
              table.told(id, RejectReasons.caseIdFault(table.name(id))),
              0);
        } else {
          List<String> attributes = new ArrayList<>(columns.length);
          for (int column : columns) {
            attributes.add(column < 0 ? null : table.value(column, texts));
          }
          intake.caseRow(
              table.name(id),
              evidence < 0 ? "" : table.value(evidence, texts),
              attributes,
              number,
              table.line(),
              false);
        }
      }
      intake.note(number, table.headerLine(), RejectRule.NAME_HIDDEN, table.hidden());
      intake.digest(number, table.sha256Hex());
    }
  }

  private void checkCaseColumns(RowReader table, SentFile file, int number, boolean isOneTable)
      throws Refusal {
    List<String> attributes = form.framework().attributes().stream().map(Attribute::id).toList();
    List<String> columns = new ArrayList<>(attributes);
    columns.add(CASE_ID);
    columns.add(EVIDENCE);
    if (isOneTable) {
      checkDistinct(table, attributes);
      columns.add(INSPECTOR_ID);
      form.framework().questions().forEach(question -> columns.add(question.id()));
    }
    SentNames names = names(file, columns);
    names.columns(table.heading(), name -> isOneTable && form.question(name) >= 0);
    List<String> lacking = new ArrayList<>(attributes);
    if (form.framework().evidence().size() > 1) {
      lacking.add(EVIDENCE);
    }
    lacking.removeAll(table.header());
    names.checkLacking(lacking);
    intake.note(number, table.headerLine(), RejectRule.NAME_PASSED_OVER, names.passedOver());
    intake.note(
        number, table.headerLine(), RejectRule.NAME_LACKING, SentNames.lacking("column", lacking));
  }

  /** A column may not be an attribute and a question. */
  private void checkDistinct(RowReader table, List<String> attributes) throws Refusal {
    for (String name : attributes) {
      if (table.header().contains(name) && form.question(name) >= 0) {
        throw missing(
            "column \"%s\" is an attribute and a question: send the judgements in a table of their own"
                .formatted(name));
      }
    }
  }

  private SentNames names(SentFile file, List<String> known) {
    return new SentNames(file, RejectRule.UNREADABLE_FILE, new KnownNames(known), form);
  }

  private int[] attributeColumns(RowReader table) {
    return form.framework().attributes().stream()
        .map(Attribute::id)
        .mapToInt(table.header()::indexOf)
        .toArray();
  }

  /** Reads a table of judgements, and gives the digest of its file. */
  private String judgements(SentFile file, boolean isOneTable) throws IOException, Refusal {
    int number = number(file);
    try (RowReader table = TableFormats.open(file, pace)) {
      if (table.header().contains(QUESTION_ID)) {
        checkLongColumns(table, file, number);
        new LongRows(table, form, intake, number, this::unknownCase).read();
      } else {
        checkWideColumns(table, file, number, isOneTable);
        wideRows(table, number, isOneTable);
      }
      intake.note(number, table.headerLine(), RejectRule.NAME_HIDDEN, table.hidden());
      return table.sha256Hex();
    }
  }

  private void checkLongColumns(RowReader table, SentFile file, int number) throws Refusal {
    for (String name : table.header()) {
      if (form.question(name) >= 0) {
        throw new Refusal(
            RejectRule.UNREADABLE_FILE,
            file.name(),
            "%s: column \"%s\" is a question, in a file with a row for each judgement: send the one or the other"
                .formatted(table.heading().place(table.column(name)), Excerpt.text(name)));
      }
    }
    SentNames names = names(file, List.of(CASE_ID, QUESTION_ID, ANSWER, INSPECTOR_ID));
    names.columns(table.heading(), name -> false);
    intake.note(number, table.headerLine(), RejectRule.NAME_PASSED_OVER, names.passedOver());
  }

  /** Columns of a wide file that are foreign are rejected cell by cell. */
  private void checkWideColumns(RowReader table, SentFile file, int number, boolean isOneTable)
      throws Refusal {
    List<String> lacking = new ArrayList<>();
    List<String> known = new ArrayList<>(List.of(CASE_ID, INSPECTOR_ID, QUESTION_ID));
    for (int q = 0; q < form.framework().questions().size(); q++) {
      String id = form.framework().questions().get(q).id();
      int question = q;
      known.add(id);
      if (table.header().stream().noneMatch(name -> form.question(name) == question)) {
        lacking.add(id);
      }
    }
    if (!isOneTable) {
      names(file, known).columns(table.heading(), name -> form.question(name) >= 0);
    }
    intake.note(
        number,
        table.headerLine(),
        RejectRule.NAME_LACKING,
        SentNames.lacking("question", lacking));
  }

  private void wideRows(RowReader table, int number, boolean isOneTable) throws Refusal {
    int caseColumn = table.column(CASE_ID);
    int[] questions = table.header().stream().mapToInt(form::question).toArray();
    int inspector = table.header().indexOf(INSPECTOR_ID);
    if (Arrays.stream(questions).allMatch(question -> question < 0)) {
      throw new Refusal(
          RejectRule.UNREADABLE_FILE,
          submission.files().get(number).name(),
          "%s: no column is a question of %s: the header must name question_id and answer, or the questions"
              .formatted(table.heading().place(), form.framework().id()));
    }
    UnnamedColumns unnamed = new UnnamedColumns(table);
    intake.places(number, places(table, true));
    int cells =
        isOneTable
            ? (int) Arrays.stream(questions).filter(question -> question >= 0).count()
            : table.header().size() - 1 - (inspector < 0 ? 0 : 1) - unnamed.count();
    long[] unknown = new long[table.header().size()];
    MemoizedLookup<Integer> answers = new MemoizedLookup<>(form::answer);
    while (table.next()) {
      if (table.isFaulty()) {
        intake.read(number, 1);
        intake.reject(number, table.line(), RejectRule.MALFORMED_LINE, table.fault(), 1);
        continue;
      }
      intake.read(number, cells);
      table.checkNoLineBreak(inspector);
      unnamed.check();
      String caseId = table.name(caseColumn);
      int caseNumber = caseNumber(caseId);
      if (caseNumber < 0) {
        intake.reject(
            number,
            table.line(),
            caseId.isEmpty() ? RejectRule.MISSING_KEY : RejectRule.UNKNOWN_CASE,
            table.told(
                caseColumn,
                caseId.isEmpty() ? "case_id is empty: fill it in" : unknownCase(caseId)),
            cells);
        continue;
      }
      for (int column = 0; column < questions.length; column++) {
        if (questions[column] >= 0) {
          int answer = table.value(column, answers);
          if (!intake.judgement(caseNumber, questions[column], answer, number, table.line())) {
            intake.unknownAnswer(questions[column], table.given(column), number, table.line());
          }
        } else if (!isOneTable
            && column != caseColumn
            && column != inspector
            && !unnamed.has(column)) {
          unknown[column]++;
        }
      }
    }
    for (int column = 0; column < unknown.length; column++) {
      if (unknown[column] > 0) {
        intake.reject(
            number,
            table.headerLine(),
            RejectRule.UNKNOWN_QUESTION,
            told(table, column, intake.reasons().unknownColumn(table.header().get(column), column)),
            unknown[column]);
      }
    }
  }

  /** A reason that is about the name of a column. */
  private static String told(RowReader table, int column, String reason) {
    Header header = table.heading();
    return header.cells() == null ? reason : header.place(column) + ": " + reason;
  }

  /** Where cells of a table of cases, or of a wide one of judgements, stand. */
  private CellPlaces places(RowReader table, boolean isWide) {
    int[] answers = new int[isWide ? form.framework().questions().size() : 0];
    Arrays.fill(answers, -1);
    for (int column = 0; isWide && column < table.header().size(); column++) {
      int question = form.question(table.header().get(column));
      if (question >= 0) {
        answers[question] = column;
      }
    }
    return new CellPlaces(
        table.heading().cells(),
        table.header().indexOf(CASE_ID),
        -1,
        table.header().indexOf(EVIDENCE),
        attributeColumns(table),
        answers,
        -1,
        -1);
  }

  /** The number of a case that has a row; all rows of cases are read before their judgements. */
  private int caseNumber(String id) {
    return id.isEmpty() ? -1 : intake.matrix().caseNumber(id);
  }

  /** Why a judgement of a case without a row is rejected. */
  private String unknownCase(String given) {
    return form.terms()
            .text("the {case} has no row in %s: add it there, or correct the case_id", casesName)
        + intake.reasons().lostZeros(given);
  }

  private int number(SentFile file) {
    return submission.files().indexOf(file);
  }

  private Refusal missing(String reason) {
    return new Refusal(RejectRule.MISSING_FILE, submission.name(), reason);
  }
}
