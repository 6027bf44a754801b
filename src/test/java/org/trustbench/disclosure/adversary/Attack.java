package org.trustbench.disclosure.adversary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trustbench.framework.Framework;

/** Works out what is still possible for the counts of suppressed cells. */
public final class Attack {
  private static final String AFTER = " after";

  private final Unknowns all = new Unknowns();
  private final Shape shape;
  private final Map<String, InspectionUnknowns> inspections = new TreeMap<>();
  private final Map<String, Tallied> suppressed = new LinkedHashMap<>();
  private boolean isConsistent = true;

  /** What a cell counts. */
  public enum Count {
    ASSESSED,
    SUFFICIENT,
    INSUFFICIENT;

    int of(Tallied cell) {
      return switch (this) {
        case ASSESSED -> cell.assessed();
        case SUFFICIENT -> cell.sufficient();
        case INSUFFICIENT -> cell.insufficient();
      };
    }
  }

  /**
   * What is left for one count of one cell.
   *
   * @param values possible values between lowest and highest, counted no further than was asked
   */
  public record Range(String cell, Count count, long lowest, long highest, int values) {

    /** What the same cell is called in the first of two releases. */
    public String inFirst() {
      return cell.endsWith(AFTER) ? cell.substring(0, cell.length() - AFTER.length()) : cell;
    }

    /** What it is called in the second. */
    public String inSecond() {
      return inFirst() + AFTER;
    }
  }

  private Attack(Framework framework) {
    this.shape = new Shape(framework);
  }

  /** Attacks one release. */
  public static Attack on(Framework framework, Rounding rounding, PublishedTables release) {
    Attack attack = new Attack(framework);
    for (String id : ids(release)) {
      attack.inspections.put(id, new InspectionUnknowns(id, attack.shape, attack.all));
    }
    attack.read(release, rounding, attack.inspections, "");
    return attack;
  }

  /**
   * Attacks two releases that differ by one resubmission, in which at most one case was judged
   * again: the worst case for whoever is to be protected.
   *
   * @param resubmitted the inspection that was sent again
   */
  public static Attack on(
      Framework framework,
      Rounding rounding,
      PublishedTables before,
      PublishedTables after,
      String resubmitted) {
    Attack attack = new Attack(framework);
    for (String id : ids(before)) {
      attack.inspections.put(id, new InspectionUnknowns(id, attack.shape, attack.all));
    }
    Map<String, InspectionUnknowns> later = new TreeMap<>(attack.inspections);
    InspectionUnknowns again = new InspectionUnknowns(resubmitted, attack.shape, attack.all);
    later.put(resubmitted, again);
    attack.oneCaseApart(attack.inspections.get(resubmitted), again);
    attack.read(before, rounding, attack.inspections, "");
    attack.read(after, rounding, later, AFTER);
    return attack;
  }

  private static Set<String> ids(PublishedTables release) {
    Set<String> ids = new TreeSet<>();
    release.table("scores").forEach(row -> ids.add(row.get("inspection_id")));
    return ids;
  }

  private void read(
      PublishedTables release,
      Rounding rounding,
      Map<String, InspectionUnknowns> unknowns,
      String mark) {
    ReleaseEquations equations = new ReleaseEquations(release, rounding, all, unknowns);
    isConsistent = equations.add() && isConsistent;
    isConsistent = isConsistent && all.narrow();
    for (String key : equations.suppressed()) {
      String[] ids = key.split(" ", 2);
      Tallied cell = unknowns.get(ids[0]).measures().get(ids[1]);
      if (cell != null) {
        suppressed.put(key + mark, cell);
      }
    }
  }

  private void oneCaseApart(InspectionUnknowns before, InspectionUnknowns after) {
    before
        .parts()
        .forEach(
            (part, cell) -> {
              Tallied other = after.parts().get(part);
              apart(cell.sufficient(), other.sufficient(), 1);
              apart(cell.insufficient(), other.insufficient(), 1);
              apart(cell.assessed(), other.assessed(), 1);
              apart(cell.notApplicable(), other.notApplicable(), 1);
              apart(cell.notRecorded(), other.notRecorded(), 1);
              apart(cell.scope(), other.scope(), 0);
            });
  }

  private void apart(int one, int other, long most) {
    all.add(new Linear(new int[] {one, other}, new long[] {1, -1}, -most, most));
  }

  /** Whether what was published can come from any counts at all. */
  public boolean isConsistent() {
    return isConsistent;
  }

  /** The suppressed cells: inspection and measure, of a second release with "after" at the end. */
  public Set<String> suppressed() {
    return suppressed.keySet();
  }

  /** What is left for a suppressed cell's count. */
  public Range range(String cell, Count count, int enough) {
    int unknown = count.of(suppressed.get(cell));
    all.shave(unknown);
    int values = all.possibleValues(unknown, enough, deciding(cell));
    return range(cell, suppressed.get(cell), count, values);
  }

  /** The counts of suppressed cells with fewer possible values than there must be. */
  public List<Range> pinned(int fewest) {
    List<Range> pinned = new ArrayList<>();
    for (String cell : suppressed.keySet()) {
      for (Count count : Count.values()) {
        if (all.possibleValues(count.of(suppressed.get(cell)), fewest, deciding(cell)) < fewest) {
          pinned.add(range(cell, count, fewest));
        }
      }
    }
    return pinned;
  }

  /**
   * Cells that are not published but lie between two that are (cases that meet one condition and
   * not another, questions of a theme outside a section), which must be small and whose counts have
   * fewer possible values than there must be.
   *
   * @param fewestCases below so many a cell is small
   */
  public List<Range> pinnedBetween(int fewestCases, int fewest) {
    List<Range> pinned = new ArrayList<>();
    inspections.forEach(
        (id, inspection) ->
            inspection
                .between()
                .forEach(
                    (name, cell) -> {
                      if (all.low(cell.assessed()) > 0 && all.high(cell.assessed()) < fewestCases) {
                        for (Count count : Count.values()) {
                          int values =
                              all.possibleValues(count.of(cell), fewest, inspection.deciding());
                          if (values < fewest) {
                            pinned.add(range(id + " " + name, cell, count, values));
                          }
                        }
                      }
                    }));
    return pinned;
  }

  /**
   * Cells suppressed, or between those that are published, of whose judgements all are known to be
   * alike, there being some.
   */
  public List<String> alike() {
    List<String> alike = new ArrayList<>();
    suppressed.forEach((name, cell) -> addAlike(alike, name, cell));
    inspections.forEach(
        (id, inspection) ->
            inspection.between().forEach((name, cell) -> addAlike(alike, id + " " + name, cell)));
    return alike;
  }

  private void addAlike(List<String> alike, String name, Tallied cell) {
    if (all.low(cell.assessed()) > 0
        && (all.high(cell.sufficient()) == 0 || all.high(cell.insufficient()) == 0)) {
      alike.add("%s: all alike".formatted(name));
    }
  }

  /** The most that a count of a suppressed cell may be, by ranges alone. */
  public long highest(String cell, Count count) {
    return all.high(count.of(suppressed.get(cell)));
  }

  /** Suppressed cells with fewer values left than there must be, by ranges alone: quickly done. */
  public List<Range> narrow(int fewest) {
    List<Range> narrow = new ArrayList<>();
    suppressed.forEach(
        (name, cell) -> {
          for (Count count : Count.values()) {
            long values = all.high(count.of(cell)) - all.low(count.of(cell)) + 1;
            if (values < fewest) {
              narrow.add(range(name, cell, count, (int) values));
            }
          }
        });
    return narrow;
  }

  private Range range(String name, Tallied cell, Count count, int values) {
    return new Range(name, count, all.low(count.of(cell)), all.high(count.of(cell)), values);
  }

  private int[] deciding(String cell) {
    return inspections.get(cell.substring(0, cell.indexOf(' '))).deciding();
  }

  /** The unknowns of an inspection, to hold against the truth. */
  InspectionUnknowns inspection(String id) {
    return inspections.get(id);
  }

  Unknowns unknowns() {
    return all;
  }
}
