package org.trustbench.publish.workbook;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.RejectedRow;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.publish.Programmes;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.summary.ReportFocus;
import org.trustbench.tally.Counts;

/** Workbooks of a small programme whose trusts have names that mean harm. */
final class Books {
  static final String FORMULA = "=HYPERLINK(\"http://x\")";
  static final String SCRIPT = "<script>alert(1)</script>";
  static final String SUM = "@SUM(1+1)";

  /** The place of the trust with four cases. */
  static final int SMALL = 6;

  private Books() {}

  /** Seven trusts; the first is the focus if there is one, the last has four cases. */
  static ReleaseContent internal() {
    return internal(one -> one);
  }

  private static ReleaseContent internal(UnaryOperator<InspectionTallies> change) {
    return with(
        change,
        List.of(
            new RejectedRow(
                null,
                null,
                "-2+3.csv",
                0,
                "unreadable",
                "=1+1 is no manifest",
                0,
                SubmissionStatus.REFUSED)));
  }

  /** The same after so many submissions were refused. */
  static ReleaseContent withRefusals(int refusals) {
    return with(
        one -> one,
        IntStream.range(0, refusals)
            .mapToObj(
                i ->
                    new RejectedRow(
                        null,
                        null,
                        i + ".csv",
                        0,
                        "unreadable",
                        "no manifest",
                        0,
                        SubmissionStatus.REFUSED))
            .toList());
  }

  private static ReleaseContent with(
      UnaryOperator<InspectionTallies> change, List<RejectedRow> refused) {
    Framework framework =
        Programmes.renamed(Programmes.framework(Programmes.PROBATION), FORMULA, SCRIPT, SUM);
    List<InspectionTallies> inspections =
        new java.util.ArrayList<>(Programmes.inspections(framework, 4, 8, 10, 12, 15, 20, 5));
    inspections.set(SMALL, withFew(inspections.get(SMALL)));
    inspections.replaceAll(change);
    return Programmes.content(
        framework, new AnalysisRules(AnalysisRules.POOLED, 10), inspections, refused);
  }

  static ReleaseContent forPublic() {
    return Disclosure.forPublic(internal(Books::withAllRecorded), DisclosureRules.STANDARD);
  }

  static byte[] of(ReleaseContent content, boolean isFocused) throws IOException {
    String focus = content.results().inspections().get(0).trust().code();
    return LeagueWorkbook.of(
        content, ReportFocus.of(content.results(), isFocused ? focus : null, "tranche"));
  }

  /** The same inspection with an answer to every question in every case. */
  private static InspectionTallies withAllRecorded(InspectionTallies inspection) {
    Map<String, Map<String, Counts>> counts = new TreeMap<>();
    inspection
        .counts()
        .forEach(
            (id, some) ->
                counts.put(id, Map.of("", withAllRecorded(some.values().iterator().next()))));
    return inspection.with(
        inspection.caseload(), inspection.casesSampled(), inspection.cases(), counts);
  }

  private static Counts withAllRecorded(Counts c) {
    return new Counts(
        c.casesInScope(),
        c.casesAssessed(),
        c.sufficient(),
        c.assessed(),
        c.notApplicable(),
        0,
        c.sumYY(),
        c.sumYN(),
        c.sumNN());
  }

  /** The same inspection of four cases, of which one was done well, in whatever is measured. */
  private static InspectionTallies withFew(InspectionTallies inspection) {
    Map<String, Map<String, Counts>> counts = new TreeMap<>();
    inspection
        .counts()
        .forEach((id, some) -> counts.put(id, Map.of("", new Counts(4, 4, 1, 4, 0, 0, 1, 1, 4))));
    return new InspectionTallies(
        inspection.inspectionId(),
        inspection.trust(),
        inspection.tranche(),
        inspection.startDate(),
        inspection.endDate(),
        inspection.publishedDate(),
        inspection.caseload(),
        4L,
        4L,
        inspection.isSynthetic(),
        counts);
  }
}
