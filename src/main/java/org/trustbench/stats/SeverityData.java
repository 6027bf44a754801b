package org.trustbench.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How many judgements of a case by an inspector were sufficient, for {@link Severity}: one row per
 * inspector and case, sorted by trust and case. Inspectors, trusts and cases are numbered from 0.
 */
public final class SeverityData {
  private final int[] inspector;
  private final int[] caseOfRow;
  private final long[] sufficient;
  private final long[] assessed;
  private final int[] place;
  private final int[] firstRow;
  private final int[] trustOfCase;
  private final int[] firstCase;
  private final int[][] inspectorsOfTrust;
  private final int inspectors;

  /**
   * A row.
   *
   * @param ofCase the case's number among all cases of all trusts
   * @param assessed sufficient and insufficient judgements, above 0
   */
  public record Row(int inspector, int trust, int ofCase, long sufficient, long assessed) {}

  /** Takes rows in any order; every number up to the largest of its kind must be there. */
  public SeverityData(List<Row> unsorted) {
    List<Row> rows =
        unsorted.stream()
            .sorted(
                Comparator.comparingInt(Row::trust)
                    .thenComparingInt(Row::ofCase)
                    .thenComparingInt(Row::inspector))
            .toList();
    int count = rows.size();
    inspector = rows.stream().mapToInt(Row::inspector).toArray();
    sufficient = rows.stream().mapToLong(Row::sufficient).toArray();
    assessed = rows.stream().mapToLong(Row::assessed).toArray();
    caseOfRow = new int[count];
    place = new int[count];
    List<Integer> rowStarts = new ArrayList<>();
    List<Integer> trusts = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      if (r == 0 || rows.get(r).ofCase() != rows.get(r - 1).ofCase()) {
        rowStarts.add(r);
        trusts.add(rows.get(r).trust());
      }
      caseOfRow[r] = rowStarts.size() - 1;
    }
    rowStarts.add(count);
    firstRow = rowStarts.stream().mapToInt(Integer::intValue).toArray();
    trustOfCase = trusts.stream().mapToInt(Integer::intValue).toArray();
    int trustCount = trusts.isEmpty() ? 0 : trusts.get(trusts.size() - 1) + 1;
    inspectors = Arrays.stream(inspector).max().orElse(-1) + 1;
    firstCase = new int[trustCount + 1];
    for (int trust : trustOfCase) {
      firstCase[trust + 1]++;
    }
    for (int t = 0; t < trustCount; t++) {
      firstCase[t + 1] += firstCase[t];
    }
    inspectorsOfTrust = new int[trustCount][];
    for (int t = 0; t < trustCount; t++) {
      int from = firstRow[firstCase[t]];
      int to = firstRow[firstCase[t + 1]];
      inspectorsOfTrust[t] = Arrays.stream(inspector, from, to).sorted().distinct().toArray();
      for (int r = from; r < to; r++) {
        place[r] = Arrays.binarySearch(inspectorsOfTrust[t], inspector[r]);
      }
    }
  }

  int rows() {
    return inspector.length;
  }

  public int inspectors() {
    return inspectors;
  }

  public int trusts() {
    return inspectorsOfTrust.length;
  }

  public int cases() {
    return trustOfCase.length;
  }

  /** The inspectors who judged cases of a trust, in order. */
  int[] inspectorsOf(int trust) {
    return inspectorsOfTrust[trust];
  }

  int inspector(int row) {
    return inspector[row];
  }

  /** Where a row's inspector stands among those of its trust. */
  int place(int row) {
    return place[row];
  }

  int caseOf(int row) {
    return caseOfRow[row];
  }

  int trustOf(int ofCase) {
    return trustOfCase[ofCase];
  }

  int firstRow(int ofCase) {
    return firstRow[ofCase];
  }

  int firstCase(int trust) {
    return firstCase[trust];
  }

  long sufficient(int row) {
    return sufficient[row];
  }

  long assessed(int row) {
    return assessed[row];
  }

  /**
   * Groups of trusts that share no inspector: a number for each trust, the same where two are
   * joined by an inspector of both, directly or through others (Weeks and Williams 1964,
   * Technometrics 6:319-324). Between groups severity and trust cannot be told apart.
   */
  public int[] groups() {
    int[] first = new int[inspectors];
    Arrays.fill(first, -1);
    int[] group = new int[trusts()];
    for (int t = 0; t < group.length; t++) {
      group[t] = t;
      for (int i : inspectorsOfTrust[t]) {
        if (first[i] < 0) {
          first[i] = t;
        } else {
          group[root(group, t)] = root(group, first[i]);
        }
      }
    }
    for (int t = 0; t < group.length; t++) {
      group[t] = root(group, t);
    }
    return group;
  }

  private static int root(int[] group, int trust) {
    int at = trust;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }
}
