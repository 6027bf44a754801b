package org.trustbench.disclosure.adversary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a release says of groups of institutions: every count of a group is the sum of its
 * institutions' counts, so that a group and its institutions are one additive system, and so are a
 * group of a higher level and the groups that lie in it, being sums of the same institutions.
 */
final class GroupEquations {
  private final PublishedTables tables;
  private final Rounding rounding;
  private final Unknowns all;
  private final Map<String, InspectionUnknowns> inspections;
  private final Map<String, Map<String, String>> scores;
  private final Map<String, Tallied> made = new LinkedHashMap<>();

  /**
   * Reads the tables of groups.
   *
   * @param scores rows of institutions' scores, by inspection and measure
   */
  GroupEquations(
      PublishedTables tables,
      Rounding rounding,
      Unknowns all,
      Map<String, InspectionUnknowns> inspections,
      Map<String, Map<String, String>> scores) {
    this.tables = tables;
    this.rounding = rounding;
    this.all = all;
    this.inspections = inspections;
    this.scores = scores;
  }

  /** Adds everything. */
  void add() {
    Map<String, List<String>> members = members();
    for (Map<String, String> row : tables.table("group_scores")) {
      addScore(row, members.getOrDefault(row.get("group_key"), List.of()));
    }
    tables.table("group_comparisons").forEach(this::addOthers);
  }

  /** The inspections of each group's institutions, by the group's key; each has one. */
  private Map<String, List<String>> members() {
    Map<String, String> inspected = new HashMap<>();
    scores.values().forEach(row -> inspected.put(row.get("trust_id"), row.get("inspection_id")));
    Map<String, List<String>> members = new LinkedHashMap<>();
    List<String> levels =
        tables.table("groups").stream().map(row -> row.get("level_id")).distinct().toList();
    for (Map<String, String> trust : tables.table("trusts")) {
      String inspection = inspected.get(trust.get("trust_id"));
      for (String level : levels) {
        String group = trust.getOrDefault(level, "");
        if (inspection != null && !group.isEmpty()) {
          members.computeIfAbsent(level + ":" + group, key -> new ArrayList<>()).add(inspection);
        }
      }
    }
    return members;
  }

  private void addScore(Map<String, String> row, List<String> members) {
    String measure = row.get("measure_id");
    List<Tallied> counted = new ArrayList<>();
    List<Tallied> shown = new ArrayList<>();
    List<Tallied> everyone = new ArrayList<>();
    for (String inspection : members) {
      Map<String, String> score = scores.get(inspection + " " + measure);
      Tallied cell = inspections.get(inspection).measures().get(measure);
      if (score == null || cell == null) {
        return;
      }
      everyone.add(cell);
      if (!ReleaseEquations.isSuppressed(score)) {
        shown.add(cell);
        if (Rounding.number(score, "score_percent") != null) {
          counted.add(cell);
        }
      }
    }
    long assessed = Optional.ofNullable(Rounding.number(row, "trusts_assessed")).orElse(0L);
    boolean isOfShown = assessed == counted.size();
    String name = row.get("group_key") + " " + measure;
    Tallied group = Tallied.of(all, name, false);
    group.isSumOf(all, isOfShown ? shown : everyone);
    all.sum(
        group.cases(), (isOfShown ? shown : everyone).stream().mapToInt(Tallied::cases).toArray());
    made.put(name, group);
    told(row, group);
  }

  private void told(Map<String, String> row, Tallied group) {
    base(group.assessed(), Rounding.number(row, "assessed"));
    base(group.cases(), Rounding.number(row, "cases_assessed"));
    base(group.sufficient(), Rounding.number(row, "sufficient"));
    base(group.notRecorded(), Rounding.number(row, "not_recorded"));
    Long percent = Rounding.number(row, "score_percent");
    if (percent == null) {
      return;
    }
    ReleaseEquations.percent(
        all, percent, new int[] {group.sufficient()}, new int[] {group.assessed()}, new long[] {1});
    PublishedLimits limits = PublishedLimits.of(row);
    if (limits != null && all.narrow()) {
      Pairs pairs = Pairs.of(all, group, percent, limits::canBeOf);
      if (pairs != null) {
        all.add(pairs);
      }
    }
  }

  private void base(int unknown, Long published) {
    if (published != null) {
      all.within(unknown, rounding.least(published), rounding.most(published));
    }
  }

  /** The others of a group are those of its level, or of the group above that both lie in. */
  private void addOthers(Map<String, String> row) {
    String measure = row.get("measure_id");
    String level = row.get("level_id");
    boolean isOfAll = row.get("comparator_id").equals("all");
    Long percent = Rounding.number(row, "benchmark_pooled_others_percent");
    if (percent == null || !isOfAll) {
      return;
    }
    List<Tallied> others =
        made.entrySet().stream()
            .filter(one -> one.getKey().startsWith(level + ":"))
            .filter(one -> one.getKey().endsWith(" " + measure))
            .filter(one -> !one.getKey().equals(row.get("group_key") + " " + measure))
            .map(Map.Entry::getValue)
            .toList();
    long[] signs = new long[others.size()];
    Arrays.fill(signs, 1);
    ReleaseEquations.percent(
        all,
        percent,
        others.stream().mapToInt(Tallied::sufficient).toArray(),
        others.stream().mapToInt(Tallied::assessed).toArray(),
        signs);
  }
}
