package org.trustbench.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.trustbench.framework.Spelling;

/** Finds the columns that together tell the cases of an institution apart. */
final class CaseKeys {
  private static final int MOST_COLUMNS = 5;
  private static final long MOST_ROWS = 200_000;

  private final List<Key> keys = new ArrayList<>();
  private final int[] within;
  private long rows;

  /** One choice of columns, as long as no two rows are the same in them. */
  private static final class Key {
    private final int[] columns;
    private Set<Long> seen = new HashSet<>();
    private boolean isUnique = true;
    private long blank;

    Key(int... columns) {
      this.columns = columns;
    }

    void row(List<String> cells, int[] within) {
      List<String> parts =
          Arrays.stream(columns).mapToObj(column -> Spelling.folded(cells.get(column))).toList();
      if (parts.stream().allMatch(String::isEmpty)) {
        blank++;
      } else if (isUnique) {
        List<String> whole = new ArrayList<>(parts);
        Arrays.stream(within).forEach(column -> whole.add(Spelling.folded(cells.get(column))));
        isUnique = seen.add(hash(whole));
        seen = isUnique ? seen : Set.of();
      }
    }

    private static long hash(List<String> parts) {
      long hash = 1125899906842597L;
      for (String part : parts) {
        for (int i = 0; i < part.length(); i++) {
          hash = 31 * hash + part.charAt(i);
        }
        hash = 31 * hash + 0xFFFF;
      }
      return hash;
    }
  }

  /**
   * Begins to look for keys of a few columns.
   *
   * @param candidates columns that may tell cases apart, the likeliest first
   * @param sizes how many columns a key has, the preferred number first
   * @param within the columns of which a case is one, such as the institution
   */
  CaseKeys(List<Integer> candidates, List<Integer> sizes, int... within) {
    this.within = within;
    int[] likeliest = candidates.stream().limit(MOST_COLUMNS).mapToInt(Integer::intValue).toArray();
    sizes.forEach(size -> add(likeliest, 0, size, new int[0]));
  }

  /** All choices of so many more of the columns from one on, in their order. */
  private void add(int[] columns, int from, int more, int... chosen) {
    if (more == 0) {
      keys.add(new Key(chosen));
      return;
    }
    for (int i = from; i < columns.length; i++) {
      int[] next = Arrays.copyOf(chosen, chosen.length + 1);
      next[chosen.length] = columns[i];
      add(columns, i + 1, more - 1, next);
    }
  }

  void row(List<String> cells) {
    if (rows++ < MOST_ROWS) {
      keys.forEach(key -> key.row(cells, within));
    }
  }

  /** The first that is filled in every row, else in most rows; none where no columns do. */
  IntStream found() {
    return keys.stream()
        .filter(key -> key.isUnique && key.blank == 0)
        .findFirst()
        .or(
            () ->
                keys.stream()
                    .filter(key -> key.isUnique && 10 * key.blank < Math.min(rows, MOST_ROWS))
                    .findFirst())
        .map(key -> Arrays.stream(key.columns))
        .orElseGet(IntStream::empty);
  }
}
