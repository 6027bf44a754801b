package org.trustbench.ingest.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.fill.CellAccounts.Place;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.terms.Terms;

/**
 * How the rows of an inspection describe its cases: which describe a case with a fault, and which
 * describe one case differently.
 */
final class CaseDescriptions {
  private final CellAccounts accounts;
  private final MemoryBudget allowance;
  private final Terms terms;
  private final Map<Integer, Doubtful> doubtful = new HashMap<>();

  /** A case row as sent: codes, and texts as they are where they are outside their list. */
  record Description(String spelling, String evidence, List<String> values) {}

  /** A case with a fault in a row of its own, or with several rows. */
  private static final class Doubtful {
    final Map<Description, Place> descriptions = new LinkedHashMap<>();
    final List<Place> rows = new ArrayList<>();
    final Map<String, Place> faults = new LinkedHashMap<>();

    Doubtful(Description first, Place place) {
      descriptions.put(first, place);
      rows.add(place);
    }

    boolean isFirst(Description description) {
      return descriptions.keySet().iterator().next().equals(description);
    }
  }

  CaseDescriptions(CellAccounts accounts, MemoryBudget allowance, Terms terms) {
    this.accounts = accounts;
    this.allowance = allowance;
    this.terms = terms;
  }

  /** Two rows that differ in the case of letters of the id alone may be of two cases. */
  static String spelling(CaseRow row, boolean isRepeatOrdinary) {
    return isRepeatOrdinary ? "" : Spelling.plain(row.id());
  }

  /** Adds the first row of a case that has a fault. */
  void add(int caseNumber, Description description, Place place) throws Refusal {
    allowance.remember(MemoryBudget.OF_DOUBTFUL_CASE, accounts.name(place.file()));
    doubtful.put(caseNumber, new Doubtful(description, place));
  }

  /**
   * Adds a further row of a case.
   *
   * @param first the case as its first row describes it
   * @return whether it is clear what the case is: that the row describes it as the first does
   */
  boolean addRepeat(
      int caseNumber, CaseRow first, Description description, Place place, boolean isRepeatOrdinary)
      throws Refusal {
    Doubtful known = doubtful.get(caseNumber);
    if (known == null) {
      Description before =
          new Description(spelling(first, isRepeatOrdinary), first.evidence(), first.attributes());
      if (isRepeatOrdinary && before.equals(description)) {
        return true;
      }
      allowance.remember(MemoryBudget.OF_DOUBTFUL_CASE, accounts.name(place.file()));
      known = new Doubtful(before, accounts.caseAt(first.file(), first.line()));
      doubtful.put(caseNumber, known);
    }
    boolean isNew = known.descriptions.putIfAbsent(description, place) == null;
    if (isNew || !isRepeatOrdinary) {
      allowance.remember(isNew ? MemoryBudget.OF_DOUBTFUL_CASE : 1, accounts.name(place.file()));
      known.rows.add(place);
    }
    return known.isFirst(description);
  }

  /** Adds what is wrong with a row of a case that was added before. */
  void fault(int caseNumber, String fault, Place place) {
    doubtful.get(caseNumber).faults.putIfAbsent(fault, place);
  }

  /** Counts the cases that are accepted, and rejects the rows of all others. */
  void close(JudgementMatrix matrix) {
    for (int c = 0; c < matrix.cases().size(); c++) {
      if (matrix.isRejected(c)) {
        reject(doubtful.get(c));
      } else {
        accounts.acceptedCase(matrix.cases().get(c).file());
      }
    }
  }

  private void reject(Doubtful known) {
    known.faults.forEach(
        (fault, place) -> accounts.reject(place, RejectRule.ATTRIBUTE_OUTSIDE_LIST, fault, 0));
    if (known.descriptions.size() > 1) {
      PlaceList places = new PlaceList(accounts);
      known.rows.forEach(places::add);
      String reason =
          terms.text("{a case} is described differently at %s: keep the right one", places);
      known.rows.forEach(row -> accounts.reject(row, RejectRule.DUPLICATE_CASE, reason, 0));
    }
  }
}
