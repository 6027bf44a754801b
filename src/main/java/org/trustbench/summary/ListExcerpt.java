package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The part of a long list that is shown: its first and last items, and the one in focus with its
 * neighbours; a short list is shown whole.
 *
 * @param leftOut how many are left out right before each that is shown
 * @param all how many there are
 */
public record ListExcerpt<T>(List<T> shown, List<Integer> leftOut, int all) {
  private static final int NEIGHBOURS = 2;

  /**
   * Takes an excerpt.
   *
   * @param most so many are shown in full
   * @param end of more, so many from either end
   */
  public static <T> ListExcerpt<T> of(List<T> all, int most, int end, Predicate<T> isFocus) {
    TreeSet<Integer> places = new TreeSet<>();
    if (all.size() <= most) {
      add(places, 0, all.size(), all.size());
    } else {
      add(places, 0, end, all.size());
      add(places, all.size() - end, all.size(), all.size());
      IntStream.range(0, all.size())
          .filter(i -> isFocus.test(all.get(i)))
          .forEach(i -> add(places, i - NEIGHBOURS, i + NEIGHBOURS + 1, all.size()));
    }
    List<T> shown = new ArrayList<>();
    List<Integer> leftOut = new ArrayList<>();
    int next = 0;
    for (int place : places) {
      shown.add(all.get(place));
      leftOut.add(place - next);
      next = place + 1;
    }
    return new ListExcerpt<>(shown, leftOut, all.size());
  }

  private static void add(TreeSet<Integer> places, int from, int to, int size) {
    IntStream.range(Math.max(0, from), Math.min(to, size)).forEach(places::add);
  }

  public boolean isCut() {
    return shown.size() < all;
  }
}
