package org.trustbench.ingest.rows;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A cache of the values that the texts of a file stand for, such as the question of a name. Names
 * come in runs, or in the same order again and again, so that the one that followed the last name
 * the last time is tried first.
 *
 * @param <T> what a text comes to, always the same for the same text, and never null
 */
public final class MemoizedLookup<T> {
  /** Places for texts, however many are sent; where all are taken, one is forgotten for another. */
  private static final int PLACES = 1 << 13;

  private static final int MOST_TRIED = 4;
  private static final int LONGEST = 64;

  /** Texts as short as most answers come in no order. */
  private static final int SHORTEST_NAME = 4;

  private final Function<String, T> meaning;
  private final Entry<T>[] entries = table();
  private Entry<T> last = new Entry<>(new char[0], null);

  private static final class Entry<T> {
    final char[] text;
    final T value;
    Entry<T> follower = this;

    Entry(char[] text, T value) {
      this.text = text;
      this.value = value;
    }

    boolean is(char[] characters, int from, int to) {
      return Arrays.equals(text, 0, text.length, characters, from, to);
    }
  }

  /**
   * Remembers what a function gives.
   *
   * @param meaning of a text without the blanks around it
   */
  public MemoizedLookup(Function<String, T> meaning) {
    this.meaning = meaning;
  }

  public T of(String text) {
    return meaning.apply(text.strip());
  }

  /** The same for a text among other characters. */
  public T of(char[] characters, int from, int to) {
    if (to - from >= SHORTEST_NAME && last.follower.is(characters, from, to)) {
      last = last.follower;
      return last.value;
    }
    int first = place(characters, from, to);
    for (int tried = 0; tried < MOST_TRIED; tried++) {
      int place = (first + tried) & (PLACES - 1);
      if (entries[place] == null) {
        return remembered(characters, from, to, place);
      }
      if (entries[place].is(characters, from, to)) {
        return met(entries[place]);
      }
    }
    return remembered(characters, from, to, first);
  }

  private static int place(char[] characters, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + characters[at];
    }
    return (hash ^ hash >>> 13) & (PLACES - 1);
  }

  private T remembered(char[] characters, int from, int to, int place) {
    T value = of(new String(characters, from, to - from));
    if (to - from > LONGEST) {
      return value;
    }
    entries[place] = new Entry<>(Arrays.copyOfRange(characters, from, to), value);
    return met(entries[place]);
  }

  private T met(Entry<T> entry) {
    if (entry.text.length >= SHORTEST_NAME) {
      last.follower = entry;
      last = entry;
    }
    return entry.value;
  }

  @SuppressWarnings("unchecked")
  private static <T> Entry<T>[] table() {
    return (Entry<T>[]) new Entry<?>[PLACES];
  }
}
