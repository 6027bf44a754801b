package org.trustbench.disclosure.adversary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a release says of the unknowns behind it. */
final class ReleaseEquations {
  private final PublishedTables tables;
  private final Rounding rounding;
  private final Unknowns all;
  private final Map<String, InspectionUnknowns> inspections;
  private final Map<String, Map<String, String>> scores = new HashMap<>();
  private final Map<String, List<Map<String, String>>> members = new LinkedHashMap<>();
  private final Map<String, double[]> effective = new HashMap<>();

  /**
   * Reads a release.
   *
   * @param inspections the unknowns of each by id
   */
  ReleaseEquations(
      PublishedTables tables,
      Rounding rounding,
      Unknowns all,
      Map<String, InspectionUnknowns> inspections) {
    this.tables = tables;
    this.rounding = rounding;
    this.all = all;
    this.inspections = inspections;
    for (Map<String, String> row : tables.table("scores")) {
      scores.put(key(row), row);
    }
    for (Map<String, String> row : tables.table("comparisons")) {
      members.computeIfAbsent(groupKey(row), k -> new ArrayList<>()).add(row);
    }
    for (Map<String, String> row : tables.table("funnel_points")) {
      Long worth = Rounding.number(row, "effective_judgements");
      if (worth != null) {
        double half = rounding.base() / 2.0;
        // Nothing above 0 is rounded to 0, so the smallest number published may be of less.
        double least = worth <= rounding.base() ? 0 : worth - half;
        effective.put(key(row), new double[] {least, worth + half});
      }
    }
  }

  private static String key(Map<String, String> row) {
    return row.get("inspection_id") + " " + row.get("measure_id");
  }

  private static String groupKey(Map<String, String> row) {
    return row.get("comparator_id")
        + ":"
        + row.getOrDefault("comparator_group", "")
        + " "
        + row.get("measure_id");
  }

  static boolean isSuppressed(Map<String, String> row) {
    return row.getOrDefault("score_status", "").equals("suppressed");
  }

  private static boolean isShown(Map<String, String> row) {
    return row != null && !isSuppressed(row) && Rounding.number(row, "score_percent") != null;
  }

  private static boolean isPooled(Map<String, String> row) {
    return row.getOrDefault("score_rule", "").equals("pooled");
  }

  /** Adds everything; false when it contradicts itself. */
  boolean add() {
    for (Map<String, String> row : scores.values()) {
      InspectionUnknowns inspection = inspections.get(row.get("inspection_id"));
      if (inspection.measures().containsKey(row.get("measure_id"))) {
        addScore(row, inspection.measures().get(row.get("measure_id")));
      }
    }
    tables.table("pathway").forEach(this::addPathway);
    tables.table("coverage").forEach(this::addCases);
    tables.table("coverage").forEach(this::addAccount);
    tables.table("dim_inspection").forEach(this::addCases);
    if (!all.narrow()) {
      return false;
    }
    scores.values().forEach(this::addPairs);
    tables.table("comparators").forEach(this::addComparator);
    new GroupEquations(tables, rounding, all, inspections, scores).add();
    return all.narrow();
  }

  private void addScore(Map<String, String> row, Tallied cell) {
    if (isSuppressed(row)) {
      all.within(cell.assessed(), 1, Unknowns.MANY);
      return;
    }
    base(cell.assessed(), Rounding.number(row, "assessed"));
    base(cell.cases(), Rounding.number(row, "cases_assessed"));
    base(cell.scope(), Rounding.number(row, "cases_in_scope"));
    nearest(cell.notApplicable(), Rounding.number(row, "not_applicable"));
    base(cell.notRecorded(), Rounding.number(row, "not_recorded"));
    base(cell.sufficient(), Rounding.number(row, "sufficient"));
    Long percent = Rounding.number(row, "score_percent");
    if (!isPooled(row)) {
      return;
    }
    if (percent == null) {
      all.within(cell.assessed(), 0, 0);
      boolean isAnyMissing = row.getOrDefault("score_status", "").equals("not available");
      boolean isNoneMissing = row.getOrDefault("score_status", "").equals("not applicable");
      all.within(cell.notRecorded(), isAnyMissing ? 1 : 0, isNoneMissing ? 0 : Unknowns.MANY);
    } else {
      all.within(cell.cases(), rounding.fewestCases(), Unknowns.MANY);
      percent(
          all, percent, new int[] {cell.sufficient()}, new int[] {cell.assessed()}, new long[] {1});
    }
  }

  private void base(int unknown, Long published) {
    if (published != null) {
      all.within(unknown, rounding.least(published), rounding.most(published));
    }
  }

  private void nearest(int unknown, Long published) {
    if (published != null) {
      all.within(unknown, rounding.leastNearest(published), rounding.mostNearest(published));
    }
  }

  /** (p − ½)·Σn ≤ 100·Σy ≤ (p + ½)·Σn, over sums and differences of cells. */
  static void percent(Unknowns all, long percent, int[] sufficient, int[] assessed, long[] signs) {
    int count = sufficient.length;
    int[] unknowns = new int[count * 2];
    long[] atLeast = new long[count * 2];
    long[] atMost = new long[count * 2];
    for (int i = 0; i < count; i++) {
      unknowns[i] = sufficient[i];
      unknowns[count + i] = assessed[i];
      atLeast[i] = 200 * signs[i];
      atMost[i] = 200 * signs[i];
      atLeast[count + i] = -(2 * percent - 1) * signs[i];
      atMost[count + i] = -(2 * percent + 1) * signs[i];
    }
    all.add(new Linear(unknowns, atLeast, 0, Linear.NO_LIMIT));
    all.add(new Linear(unknowns, atMost, -Linear.NO_LIMIT, 0));
  }

  private void addPairs(Map<String, String> row) {
    InspectionUnknowns inspection = inspections.get(row.get("inspection_id"));
    Tallied cell = inspection.measures().get(row.get("measure_id"));
    PublishedLimits limits = PublishedLimits.of(row);
    if (cell == null || !isShown(row) || !isPooled(row)) {
      return;
    }
    long percent = Rounding.number(row, "score_percent");
    double[] worth = effective.getOrDefault(key(row), new double[] {0, Unknowns.MANY});
    Pairs pairs =
        Pairs.of(
            all,
            cell,
            percent,
            (y, n) -> limits == null || limits.canBeOf(y, n, worth[0], worth[1]));
    if (pairs != null) {
      all.add(pairs);
    }
  }

  /** Cases of every kind together, none of them counted where they are few. */
  private void addCases(Map<String, String> row) {
    InspectionUnknowns inspection = inspections.get(row.get("inspection_id"));
    if (inspection != null) {
      base(inspection.cases(), Rounding.number(row, "cases"));
    }
  }

  /** Every judgement was accepted in a cell of its own; blank cells may have been too. */
  private void addAccount(Map<String, String> row) {
    InspectionUnknowns inspection = inspections.get(row.get("inspection_id"));
    for (String column : List.of("read", "accepted")) {
      Long cells = Rounding.number(row, column);
      if (inspection != null && cells != null) {
        int[] judged =
            inspection.parts().values().stream()
                .flatMapToInt(part -> IntStream.of(part.assessed(), part.notApplicable()))
                .toArray();
        long[] ones = new long[judged.length];
        Arrays.fill(ones, 1);
        all.add(new Linear(judged, ones, 0, rounding.most(cells)));
      }
    }
  }

  /** What is said of a pathway is the same in every comparator's row. */
  private void addPathway(Map<String, String> row) {
    InspectionUnknowns inspection = inspections.get(row.get("inspection_id"));
    int[] left = inspection.remaining(row.get("pathway_id"));
    int step = Integer.parseInt(row.get("step"));
    base(left[0], Rounding.number(row, "started"));
    base(left[step], Rounding.number(row, "remaining"));
    if (step > 0) {
      base(left[step - 1], Rounding.number(row, "entered"));
    }
    Long percent = Rounding.number(row, "remaining_percent");
    if (percent != null) {
      percent(all, percent, new int[] {left[step]}, new int[] {left[0]}, new long[] {1});
    }
  }

  /**
   * A comparator's figures are about the trusts that its number of trusts says: all that have a
   * score shown, or with them all whose score is suppressed.
   */
  private void addComparator(Map<String, String> row) {
    List<Map<String, String>> rows = members.getOrDefault(groupKey(row), List.of());
    List<Tallied> shown = new ArrayList<>();
    List<Tallied> withSuppressed = new ArrayList<>();
    for (Map<String, String> member : rows) {
      Map<String, String> score = scores.get(key(member));
      Tallied cell =
          inspections.get(member.get("inspection_id")).measures().get(member.get("measure_id"));
      if (isShown(score)) {
        shown.add(cell);
        withSuppressed.add(cell);
      } else if (score != null && isSuppressed(score)) {
        withSuppressed.add(cell);
      }
    }
    Long trusts = Rounding.number(row, "trusts");
    if (trusts == null || trusts == 0) {
      return;
    }
    if (trusts == shown.size()) {
      addGroup(row, rows, shown);
    } else if (trusts == withSuppressed.size()) {
      addGroup(row, rows, withSuppressed);
    }
  }

  private void addGroup(
      Map<String, String> row, List<Map<String, String>> rows, List<Tallied> cells) {
    Tallied group = Tallied.of(all, groupKey(row), false);
    group.isSumOf(all, cells);
    all.sum(group.cases(), cells.stream().mapToInt(Tallied::cases).toArray());
    base(group.assessed(), Rounding.number(row, "assessed"));
    base(group.cases(), Rounding.number(row, "cases"));
    base(group.sufficient(), Rounding.number(row, "sufficient"));
    Long pooled = Rounding.number(row, "pooled_percent");
    if (pooled != null) {
      percent(
          all,
          pooled,
          new int[] {group.sufficient()},
          new int[] {group.assessed()},
          new long[] {1});
    }
    for (Map<String, String> member : rows) {
      Tallied one =
          inspections.get(member.get("inspection_id")).measures().get(member.get("measure_id"));
      Long others = Rounding.number(member, "benchmark_pooled_others_percent");
      boolean isIn = cells.contains(one);
      if (others != null && isIn) {
        percent(
            all,
            others,
            new int[] {group.sufficient(), one.sufficient()},
            new int[] {group.assessed(), one.assessed()},
            new long[] {1, -1});
      }
    }
  }

  /** The cells whose score is withheld. */
  Set<String> suppressed() {
    Set<String> keys = new TreeSet<>();
    scores.forEach(
        (key, row) -> {
          if (isSuppressed(row)) {
            keys.add(key);
          }
        });
    return keys;
  }
}
