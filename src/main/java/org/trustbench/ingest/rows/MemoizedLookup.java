package org.trustbench.ingest.rows;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.Function;
import org.trustbench.ingest.file.SwarBytes;

/**
 * What texts of a file come to, remembered by their bytes. Names come in runs, or in the same order
 * again and again, so that the one that followed the last name the last time is tried first.
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
  private Entry<T> last = new Entry<>(new byte[0], 0, null);

  private static final class Entry<T> {
    final byte[] text;
    final long head;
    final T value;
    Entry<T> follower = this;

    Entry(byte[] text, long head, T value) {
      this.text = text;
      this.head = head;
      this.value = value;
    }

    boolean is(byte[] bytes, int from, int length, long start) {
      return head == start
          && text.length == length
          && (length <= SwarBytes.BYTES
              || Arrays.equals(text, 0, length, bytes, from, from + length));
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

  /**
   * The same for a text of which there are the bytes.
   *
   * @param bytes with eight more, of whatever kind, after the text
   */
  public T of(byte[] bytes, int from, int to, Charset charset) {
    int length = to - from;
    long head = SwarBytes.first(SwarBytes.at(bytes, from), length);
    if (length >= SHORTEST_NAME) {
      Entry<T> guess = last.follower;
      if (guess.is(bytes, from, length, head)) {
        last = guess;
        return guess.value;
      }
    }
    int place = place(bytes, to, length, head);
    for (int tried = 0; tried < MOST_TRIED; tried++) {
      Entry<T> entry = entries[(place + tried) & (PLACES - 1)];
      if (entry == null) {
        return remembered(bytes, from, to, charset, head, (place + tried) & (PLACES - 1));
      }
      if (entry.is(bytes, from, length, head)) {
        return met(entry);
      }
    }
    return remembered(bytes, from, to, charset, head, place & (PLACES - 1));
  }

  private static int place(byte[] bytes, int to, int length, long head) {
    long tail = length > SwarBytes.BYTES ? SwarBytes.at(bytes, to - SwarBytes.BYTES) : 0;
    long mixed = (head ^ Long.rotateLeft(tail, 29) ^ length) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40);
  }

  private T remembered(byte[] bytes, int from, int to, Charset charset, long head, int place) {
    T value = of(new String(bytes, from, to - from, charset));
    if (to - from > LONGEST) {
      return value;
    }
    entries[place] = new Entry<>(Arrays.copyOfRange(bytes, from, to), head, value);
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
