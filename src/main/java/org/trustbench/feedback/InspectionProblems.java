package org.trustbench.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.matrix.FileAccount;
import org.trustbench.terms.Terms;

/**
 * The problems found in one inspection that was sent, or in the rows of an extract that belong to
 * none.
 *
 * @param source the folder or extract, as messages call it
 * @param inspectionId the inspection; null where it is not known
 * @param title what was sent: the inspection and its institution, as far as they are known
 * @param state what becomes of it, in a word
 * @param isTakenIn whether it counts
 * @param reason why it does not, and what to do; empty where nothing is wrong with it as a whole
 * @param counts judgements read, accepted, rejected, collapsed and out of scope, and cases
 * @param rejects rows that are not accepted, in the order of files and lines
 * @param remarks what is lawful and yet unlikely, or lacking
 */
public record InspectionProblems(
    String source,
    String inspectionId,
    String title,
    String state,
    boolean isTakenIn,
    String reason,
    Map<String, Long> counts,
    List<Reject> rejects,
    List<Remark> remarks) {

  /**
   * Something that is lawful, and that somebody should look at.
   *
   * @param kind what kind of thing it is, in the plural
   * @param text the thing
   */
  public record Remark(String kind, String text) {}

  /** The same of what a run has not taken in. */
  public InspectionProblems notTakenIn(String state, String reason) {
    return new InspectionProblems(
        source, inspectionId, title, state, false, reason, counts, rejects, remarks);
  }

  /** What each rule rejects. */
  public Map<String, Rejected> byRule() {
    Map<String, Rejected> byRule = new TreeMap<>();
    rejects.stream()
        .filter(reject -> reject.line() > 0)
        .forEach(
            reject ->
                byRule.merge(
                    reject.rule(), new Rejected(1, reject.cells(), reject), Rejected::plus));
    return byRule;
  }

  /**
   * How many times a rule is broken, and the judgements that are rejected for it.
   *
   * @param first the first row that breaks it
   */
  public record Rejected(long times, long judgements, Reject first) {
    Rejected plus(Rejected other) {
      return new Rejected(times + other.times, judgements + other.judgements, first);
    }
  }

  /** The remarks, those of a kind together. */
  public Map<String, List<String>> remarksByKind() {
    Map<String, List<String>> byKind = new TreeMap<>();
    remarks.forEach(
        remark ->
            byKind.computeIfAbsent(remark.kind(), kind -> new ArrayList<>()).add(remark.text()));
    return byKind;
  }

  static Map<String, Long> counts(ReadOutcome outcome, Terms terms) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (FileAccount file : outcome.files()) {
      counts.merge("judgements read", file.read(), Long::sum);
      counts.merge("accepted", file.accepted(), Long::sum);
      counts.merge("rejected", file.rejected(), Long::sum);
      counts.merge("said twice", file.collapsed(), Long::sum);
      counts.merge("out of scope", file.outOfScope(), Long::sum);
      counts.merge(terms.ofCase().many(), file.cases(), Long::sum);
    }
    return counts;
  }
}
