package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.inspector.MeasureAgreement;
import org.trustbench.inspector.SeverityVerdict;
import org.trustbench.summary.AgreementTable;
import org.trustbench.summary.SeverityTable;
import org.trustbench.summary.WhoJudgedWords;

/**
 * What a page says of who judged.
 *
 * @param findings what was found; empty where nothing is known, as in every public release
 * @param rules how the figures are made
 */
record WhoJudgedSection(List<String> findings, List<PageTable> tables, List<String> rules) {
  /** Rows that a page has at most; files have all. */
  private static final int MOST_ROWS = 600;

  static final WhoJudgedSection NONE = new WhoJudgedSection(List.of(), List.of(), List.of());

  static WhoJudgedSection of(ReleaseContent content) {
    List<PageTable> tables = new ArrayList<>();
    List<MeasureAgreement> agreements = AgreementTable.rows(content);
    if (!agreements.isEmpty()) {
      tables.add(
          PageTable.of(
              "agreement",
              AgreementTable.of("How far two readings agree", agreements, content.terms()),
              "Measure",
              "Over the whole programme; sections and questions are in tables/agreement.csv."));
    }
    List<SeverityVerdict> verdicts =
        SeverityTable.rows(content).stream().filter(row -> row.allowed().isPresent()).toList();
    if (!verdicts.isEmpty()) {
      tables.add(
          PageTable.of(
              "severity",
              SeverityTable.of(
                  "With severity allowed for",
                  verdicts.subList(0, Math.min(MOST_ROWS, verdicts.size())),
                  content.terms()),
              content.terms().text("{Institution}"),
              content
                  .terms()
                  .text(
                      "“%s” of each {institution} against the others; all are in"
                          + " tables/severity_verdicts.csv.",
                      verdicts.get(0).comparison().score().measure().label())));
    }
    return new WhoJudgedSection(
        WhoJudgedWords.findings(content), tables, WhoJudgedWords.rules(content));
  }

  boolean isEmpty() {
    return findings.isEmpty();
  }
}
