package org.trustbench.ingest.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Excerpt;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.sent.SentNames;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.matrix.Reading;

/** Reads the folder of one inspection into an intake, each file once. */
public final class FolderReader {
  static final String CASE_ID = "case_id";
  static final String QUESTION_ID = "question_id";
  static final String ANSWER = "answer";
  static final String EVIDENCE = "evidence";

  /** Known to every file: who made the judgement, or those of the case. */
  static final String INSPECTOR_ID = "inspector_id";

  private final Codebook codebook;
  private final Submission submission;
  private final InspectionBuilder builder;

  /** The name of the table of cases. */
  private String casesName = "cases.csv";

  FolderReader(Codebook codebook, Submission submission, InspectionBuilder builder) {
    this.codebook = codebook;
    this.submission = submission;
    this.builder = builder;
  }

  void read() throws IOException, Refusal {
    if (submission.files().stream().map(SentFile::plainName).distinct().count()
        != submission.files().size()) {
      throw missing("the same file is there twice, packed and unpacked: keep one of them");
    }
    Optional<SentFile> jsonLines = submission.file("cases.jsonl");
    Optional<SentFile> cases = table("cases");
    Optional<SentFile> judgements = table("judgements");
    Optional<SentFile> second = table(SentNames.SECOND_READINGS);
    if (jsonLines.isPresent()) {
      if (cases.isPresent() || judgements.isPresent() || second.isPresent()) {
        throw missing("both cases.jsonl and CSV files are there: send one or the other");
      }
      new JsonCasesReader(codebook, jsonLines.get(), number(jsonLines.get()), builder).read();
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
    SentFile sent = cases.get();
    try (RowReader table = InputFormats.open(sent)) {
      new CaseRows(table, codebook, builder, submission.name(), sent, number(sent), isOneTable)
          .read();
      builder.digest(number(sent), table.sha256Hex());
    }
    String digest =
        judgements(isOneTable ? cases.get() : judgements.get(), isOneTable, Reading.FIRST);
    if (judgements.isPresent()) {
      builder.digest(number(judgements.get()), digest);
    }
    if (second.isPresent()) {
      builder.digest(number(second.get()), judgements(second.get(), false, Reading.SECOND));
    }
  }

  /** Whether the table of cases has their judgements beside them, and there is none of these. */
  private boolean isOneTable(SentFile cases, Optional<SentFile> judgements)
      throws IOException, Refusal {
    if (judgements.isPresent() && (!submission.isWorkbook() || isThere(judgements.get()))) {
      return false;
    }
    try (RowReader table = InputFormats.open(cases)) {
      return !table.header().contains(QUESTION_ID)
          && table.header().stream().anyMatch(name -> codebook.question(name) >= 0);
    }
  }

  private static boolean isThere(SentFile sheet) throws IOException, Refusal {
    return InputFormats.sheets(sheet).stream()
        .anyMatch(name -> Spelling.folded(name).equals(sheet.sheet()));
  }

  /** The file of a table, in whatever format it is sent. */
  private Optional<SentFile> table(String stem) throws Refusal {
    if (submission.isWorkbook()) {
      return submission.file(stem);
    }
    List<SentFile> there =
        InputFormats.names(stem).stream().flatMap(name -> submission.file(name).stream()).toList();
    if (there.size() > 1) {
      throw missing(
          "both %s and %s are there: keep one of them"
              .formatted(there.get(0).plainName(), there.get(1).plainName()));
    }
    return there.stream().findFirst();
  }

  private SentNames names(SentFile file, List<String> known) {
    return new SentNames(file, RejectRule.UNREADABLE_FILE, new KnownNames(known), codebook);
  }

  /** Reads a table of judgements, and gives the digest of its file. */
  private String judgements(SentFile file, boolean isOneTable, Reading reading)
      throws IOException, Refusal {
    int number = number(file);
    try (RowReader table = InputFormats.open(file)) {
      if (table.header().contains(QUESTION_ID)) {
        checkLongColumns(table, file, number);
        new LongRows(table, codebook, builder, reading, number, this::unknownCase).read();
      } else {
        checkWideColumns(table, file, number, isOneTable, reading);
        new WideRows(table, codebook, builder, reading, file, number, isOneTable, this::unknownCase)
            .read();
      }
      builder.note(number, table.headerLine(), RejectRule.NAME_HIDDEN, table.hidden());
      return table.sha256Hex();
    }
  }

  private void checkLongColumns(RowReader table, SentFile file, int number) throws Refusal {
    for (String name : table.header()) {
      if (codebook.question(name) >= 0) {
        throw new Refusal(
            RejectRule.UNREADABLE_FILE,
            file.name(),
            "%s: column \"%s\" is a question, in a file with a row for each judgement: send the one or the other"
                .formatted(table.heading().place(table.column(name)), Excerpt.text(name)));
      }
    }
    SentNames names = names(file, List.of(CASE_ID, QUESTION_ID, ANSWER, INSPECTOR_ID));
    names.columns(table.heading(), name -> false);
    builder.note(number, table.headerLine(), RejectRule.NAME_PASSED_OVER, names.passedOver());
  }

  /** Columns of a wide file that are foreign are rejected cell by cell. */
  private void checkWideColumns(
      RowReader table, SentFile file, int number, boolean isOneTable, Reading reading)
      throws Refusal {
    List<String> lacking = new ArrayList<>();
    List<String> known = new ArrayList<>(List.of(CASE_ID, INSPECTOR_ID, QUESTION_ID));
    for (int q = 0; q < codebook.framework().questions().size(); q++) {
      String id = codebook.framework().questions().get(q).id();
      int question = q;
      if (codebook.question(id) < 0) {
        continue;
      }
      known.add(id);
      if (table.header().stream().noneMatch(name -> codebook.question(name) == question)) {
        lacking.add(id);
      }
    }
    if (!isOneTable) {
      names(file, known).columns(table.heading(), name -> codebook.question(name) >= 0);
    }
    // A second reading may be of some questions alone.
    if (reading == Reading.FIRST) {
      builder.note(
          number,
          table.headerLine(),
          RejectRule.NAME_LACKING,
          SentNames.lacking("question", lacking));
    }
  }

  /** Why a judgement of a case without a row is rejected. */
  private String unknownCase(String given) {
    return codebook
            .terms()
            .text("the {case} has no row in %s: add it there, or correct the case_id", casesName)
        + builder.reasons().lostZeros(given);
  }

  private int number(SentFile file) {
    return submission.files().indexOf(file);
  }

  private Refusal missing(String reason) {
    return new Refusal(RejectRule.MISSING_FILE, submission.name(), reason);
  }
}
