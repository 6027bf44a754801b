package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a page shows of trusts in their order: all of them where they are few; else the first, the
 * last, and whoever is in focus with its neighbours.
 *
 * @param leftOut how many are left out right before each that is shown
 * @param all how many there are
 */
record Excerpt<T>(List<T> shown, List<Integer> leftOut, int all) {
  /** So many trusts are shown in full. */
  static final int MOST = 300;

  /** Of more, so many from either end. */
  static final int END = 25;

  private static final int NEIGHBOURS = 2;

  static <T> Excerpt<T> of(List<T> all, Predicate<T> isFocus) {
    TreeSet<Integer> places = new TreeSet<>();
    if (isLong(all.size())) {
      add(places, 0, END, all.size());
      add(places, all.size() - END, all.size(), all.size());
      IntStream.range(0, all.size())
          .filter(i -> isFocus.test(all.get(i)))
          .forEach(i -> add(places, i - NEIGHBOURS, i + NEIGHBOURS + 1, all.size()));
    } else {
      add(places, 0, all.size(), all.size());
    }
    List<T> shown = new ArrayList<>();
    List<Integer> leftOut = new ArrayList<>();
    int next = 0;
    for (int place : places) {
      shown.add(all.get(place));
      leftOut.add(place - next);
      next = place + 1;
    }
    return new Excerpt<>(shown, leftOut, all.size());
  }

  /** Whether so many are too many to be shown in full. */
  static boolean isLong(int trusts) {
    return trusts > MOST;
  }

  private static void add(TreeSet<Integer> places, int from, int to, int size) {
    IntStream.range(Math.max(0, from), Math.min(to, size)).forEach(places::add);
  }

  boolean isCut() {
    return shown.size() < all;
  }

  /** What a caption says of what is left out, a space before it; empty where nothing is. */
  String note() {
    return isCut()
        ? String.format(
            Locale.ROOT,
            " Shown: the first %d and the last %d of %,d trusts%s; every one is in tables/comparisons.csv.",
            END,
            END,
            all,
            shown.size() > 2 * END ? ", and those around the one in focus" : "")
        : "";
  }
}
