package org.trustbench.ingest.fill;

import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.terms.Terms;

/**
 * The limits on what a task holds of one submission at once, so that no file, however long or
 * however packed, takes more memory than about a gigabyte: cases, cells at six bytes each, and rows
 * that are remembered until the last has come because they repeat or contradict others. An
 * inspection has hundreds of cases.
 */
public final class MemoryBudget {
  private static final int MOST_CASES = 400_000;
  private static final int MOST_CELLS = 40_000_000;
  private static final int MOST_REMEMBERED = 1_000_000;

  /** A case with a fault is remembered with all that was said of it. */
  static final int OF_DOUBTFUL_CASE = 10;

  private final int mostCases;
  private final int mostCells;
  private final int mostRemembered;
  private int cases;
  private long cells;
  private long remembered;

  public MemoryBudget() {
    this(MOST_CASES, MOST_CELLS, MOST_REMEMBERED);
  }

  public MemoryBudget(int mostCases, int mostCells, int mostRemembered) {
    this.mostCases = mostCases;
    this.mostCells = mostCells;
    this.mostRemembered = mostRemembered;
  }

  /** Takes up room for a case of some questions. */
  void addCase(int questions, String file, Terms terms) throws Refusal {
    cases++;
    cells += questions;
    if (cases > mostCases || cells > mostCells) {
      throw new Refusal(
          RejectRule.TOO_LARGE,
          file,
          terms.text(
              "more than %d {cases}, or more than %d {cases} times questions: send an inspection in each submission, and each {case} once",
              mostCases, mostCells));
    }
  }

  /** Takes up room for rows that wait for the last. */
  void remember(int rows, String file) throws Refusal {
    remembered += rows;
    if (remembered > mostRemembered) {
      throw new Refusal(
          RejectRule.TOO_LARGE,
          file,
          "more than %d rows repeat or contradict others, or are of the wrong evidence: send each judgement once"
              .formatted(mostRemembered));
    }
  }
}
