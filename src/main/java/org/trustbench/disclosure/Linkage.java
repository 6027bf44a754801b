package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustbench.tally.Counts;

/**
 * What can be worked out of the judgements of one inspection from the measures that are shown, each
 * taken as known to the last judgement, which is more than rounding leaves to know. The unknowns
 * are the sufficient and the insufficient judgements of every piece ({@link Parts}).
 */
final class Linkage {
  /**
   * The sum of some pieces, known because a measure is shown.
   *
   * @param parts pieces
   */
  record Row(String measureId, BitSet parts, long sufficient, long insufficient) {}

  /**
   * Pieces of one question whose judgements are at most so many, there being so many cases.
   *
   * @param parts pieces
   */
  record Cap(BitSet parts, long most) {}

  private final List<Row> rows = new ArrayList<>();
  private final long[] sufficient;
  private final long[] insufficient;
  private final BitSet known = new BitSet();

  /**
   * Gathers what is shown.
   *
   * @param totals counts of every measure that is not a step of a pathway
   * @param withheld ids of measures not shown
   * @param empty pieces of which this inspection has no case
   */
  Linkage(Parts parts, Map<String, Counts> totals, Set<String> withheld, BitSet empty) {
    this.sufficient = new long[parts.size()];
    this.insufficient = new long[parts.size()];
    known.or(empty);
    totals.forEach(
        (measureId, counts) -> {
          if (!withheld.contains(measureId)) {
            rows.add(
                new Row(
                    measureId,
                    parts.of(measureId),
                    counts.sufficient(),
                    counts.assessed() - counts.sufficient()));
          }
        });
    settle();
  }

  /** Pieces follow one by one from sums of which they are the only unknown, or that are 0. */
  private void settle() {
    boolean isSettling = true;
    while (isSettling) {
      isSettling = false;
      for (Row row : rows) {
        BitSet open = open(row.parts());
        if (open.isEmpty()) {
          continue;
        }
        Row rest = rest(row);
        if (open.cardinality() == 1 || rest.sufficient() + rest.insufficient() == 0) {
          int part = open.nextSetBit(0);
          sufficient[part] = rest.sufficient();
          insufficient[part] = rest.insufficient();
          known.or(open);
          isSettling = true;
        }
      }
    }
  }

  /** The pieces that are not known. */
  BitSet open(BitSet parts) {
    BitSet open = (BitSet) parts.clone();
    open.andNot(known);
    return open;
  }

  boolean isKnown(int part) {
    return known.get(part);
  }

  /** The judgements assessed of a piece that is known. */
  long assessed(int part) {
    return sufficient[part] + insufficient[part];
  }

  /** What is left of a number of cases for the unknown of some pieces. */
  Optional<Cap> rest(Cap cap) {
    long most = cap.most();
    for (int part = cap.parts().nextSetBit(0); part >= 0; part = cap.parts().nextSetBit(part + 1)) {
      most -= known.get(part) ? assessed(part) : 0;
    }
    BitSet open = open(cap.parts());
    return open.isEmpty() ? Optional.empty() : Optional.of(new Cap(open, most));
  }

  /** What a sum says of its unknown pieces. */
  private Row rest(Row row) {
    long y = row.sufficient();
    long x = row.insufficient();
    for (int part = row.parts().nextSetBit(0); part >= 0; part = row.parts().nextSetBit(part + 1)) {
      if (known.get(part)) {
        y -= sufficient[part];
        x -= insufficient[part];
      }
    }
    return new Row(row.measureId(), open(row.parts()), y, x);
  }

  /** The sums that touch some pieces, the smallest first. */
  List<Row> touching(BitSet parts) {
    return rows.stream()
        .filter(row -> row.parts().intersects(parts))
        .sorted(
            java.util.Comparator.<Row>comparingInt(row -> row.parts().cardinality())
                .thenComparing(Row::measureId))
        .toList();
  }

  /** The sums of unknown pieces that have to do with some of them, directly or through others. */
  List<Row> about(BitSet parts) {
    BitSet reached = open(parts);
    List<Row> unused = new ArrayList<>();
    rows.stream().map(this::rest).filter(row -> !row.parts().isEmpty()).forEach(unused::add);
    List<Row> about = new ArrayList<>();
    boolean isGrowing = true;
    while (isGrowing) {
      List<Row> more = unused.stream().filter(row -> row.parts().intersects(reached)).toList();
      more.forEach(row -> reached.or(row.parts()));
      about.addAll(more);
      unused.removeAll(more);
      isGrowing = !more.isEmpty();
    }
    return about;
  }
}
