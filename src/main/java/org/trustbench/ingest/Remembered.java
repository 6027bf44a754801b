package org.trustbench.ingest;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What texts of a file come to, remembered by their bytes. The texts of a column come in runs or in
 * the same order again and again, so that the one that followed the last text the last time is
 * tried first.
 *
 * @param <T> what a text comes to, always the same for the same text
 */
final class Remembered<T> {
  /** Texts remembered, however many are sent. */
  private static final int MOST = 1 << 13;

  private static final int LONGEST = 64;

  private final Function<String, T> meaning;
  private Entry<T>[] entries = table(64);
  private int size;
  private Entry<T> last = new Entry<>(new byte[0], null);

  private static final class Entry<T> {
    final byte[] text;
    final T value;
    Entry<T> follower = this;

    Entry(byte[] text, T value) {
      this.text = text;
      this.value = value;
    }

    boolean is(byte[] bytes, int from, int to) {
      return Arrays.equals(text, 0, text.length, bytes, from, to);
    }
  }

  /**
   * Remembers what a function gives.
   *
   * @param meaning of a text without the blanks around it
   */
  Remembered(Function<String, T> meaning) {
    this.meaning = meaning;
  }

  T of(String text) {
    return meaning.apply(text.strip());
  }

  /** The same for a text of which there are the bytes. */
  T of(byte[] bytes, int from, int to, Charset charset) {
    Entry<T> guess = last.follower;
    if (guess.value != null && guess.is(bytes, from, to)) {
      last = guess;
      return guess.value;
    }
    return found(bytes, from, to, charset);
  }

  private T found(byte[] bytes, int from, int to, Charset charset) {
    int place = place(bytes, from, to);
    Entry<T> entry = entries[place];
    if (entry == null) {
      T value = of(new String(bytes, from, to - from, charset));
      if (size == MOST || to - from > LONGEST) {
        return value;
      }
      entry = new Entry<>(Arrays.copyOfRange(bytes, from, to), value);
      entries[place] = entry;
      if (2 * ++size > entries.length) {
        grow();
      }
    }
    last.follower = entry;
    last = entry;
    return entry.value;
  }

  /** Where a text stands, or would. */
  private int place(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + bytes[at];
    }
    int place = (hash ^ hash >>> 15) & (entries.length - 1);
    while (entries[place] != null && !entries[place].is(bytes, from, to)) {
      place = (place + 1) & (entries.length - 1);
    }
    return place;
  }

  private void grow() {
    Entry<T>[] before = entries;
    entries = table(2 * before.length);
    for (Entry<T> entry : before) {
      if (entry != null) {
        entries[place(entry.text, 0, entry.text.length)] = entry;
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> Entry<T>[] table(int length) {
    return (Entry<T>[]) new Entry<?>[length];
  }
}
