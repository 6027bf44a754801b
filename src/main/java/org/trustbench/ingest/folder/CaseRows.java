package org.trustbench.ingest.folder;

import static org.trustbench.ingest.folder.FolderReader.CASE_ID;
import static org.trustbench.ingest.folder.FolderReader.EVIDENCE;
import static org.trustbench.ingest.folder.FolderReader.INSPECTOR_ID;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Question;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.RejectReasons;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.sent.SentNames;

/** Reads a table with one case to a row, and what describes it. */
final class CaseRows {
  private final RowReader table;
  private final Codebook codebook;
  private final InspectionBuilder builder;
  private final String submission;
  private final SentFile file;
  private final int number;

  /** Whether judgements stand beside the cases. */
  private final boolean isOneTable;

  CaseRows(
      RowReader table,
      Codebook codebook,
      InspectionBuilder builder,
      String submission,
      SentFile file,
      int number,
      boolean isOneTable) {
    this.table = table;
    this.codebook = codebook;
    this.builder = builder;
    this.submission = submission;
    this.file = file;
    this.number = number;
    this.isOneTable = isOneTable;
  }

  void read() throws Refusal {
    checkColumns();
    int id = table.column(CASE_ID);
    int evidence = table.header().indexOf(EVIDENCE);
    int inspector = table.header().indexOf(INSPECTOR_ID);
    int[] columns = TablePlaces.attributes(table, codebook);
    builder.places(number, TablePlaces.of(table, codebook, isOneTable));
    MemoizedLookup<String> texts = new MemoizedLookup<>(text -> text);
    while (table.next()) {
      if (table.isFaulty()) {
        builder.reject(number, table.line(), RejectRule.MALFORMED_LINE, table.fault(), 0);
      } else if (table.name(id).isEmpty()) {
        builder.reject(
            number,
            table.line(),
            RejectRule.MISSING_KEY,
            table.told(id, "case_id is empty: fill it in"),
            0);
      } else if (RejectReasons.caseIdFault(table.name(id)) != null) {
        builder.reject(
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
        int caseNumber =
            builder.caseRow(
                table.name(id),
                evidence < 0 ? "" : table.value(evidence, texts),
                attributes,
                number,
                table.line(),
                false);
        if (inspector >= 0) {
          table.checkNoLineBreak(inspector);
          builder.caseJudgedBy(caseNumber, table.value(inspector, texts), number);
        }
      }
    }
    builder.note(number, table.headerLine(), RejectRule.NAME_HIDDEN, table.hidden());
  }

  private void checkColumns() throws Refusal {
    List<String> attributes =
        codebook.framework().attributes().stream().map(Attribute::id).toList();
    List<String> columns = new ArrayList<>(attributes);
    columns.add(CASE_ID);
    columns.add(EVIDENCE);
    columns.add(INSPECTOR_ID);
    if (isOneTable) {
      checkDistinct(attributes);
      codebook.framework().questions().stream()
          .map(Question::id)
          .filter(question -> codebook.question(question) >= 0)
          .forEach(columns::add);
    }
    SentNames names =
        new SentNames(file, RejectRule.UNREADABLE_FILE, new KnownNames(columns), codebook);
    names.columns(table.heading(), name -> isOneTable && codebook.question(name) >= 0);
    List<String> lacking = new ArrayList<>(attributes);
    if (codebook.framework().evidence().size() > 1) {
      lacking.add(EVIDENCE);
    }
    lacking.removeAll(table.header());
    names.checkLacking(lacking);
    builder.note(number, table.headerLine(), RejectRule.NAME_PASSED_OVER, names.passedOver());
    builder.note(
        number, table.headerLine(), RejectRule.NAME_LACKING, SentNames.lacking("column", lacking));
  }

  /** A column may not be an attribute and a question. */
  private void checkDistinct(List<String> attributes) throws Refusal {
    for (String name : attributes) {
      if (table.header().contains(name) && codebook.question(name) >= 0) {
        throw new Refusal(
            RejectRule.MISSING_FILE,
            submission,
            "column \"%s\" is an attribute and a question: send the judgements in a table of their own"
                .formatted(name));
      }
    }
  }
}
