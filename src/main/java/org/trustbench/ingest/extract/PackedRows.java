package org.trustbench.ingest.extract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trustbench.ingest.rows.CellPlaces;

/**
 * Rows of an extract on their way to where their inspections are put together: numbers of seven
 * bits a byte, most of which stand for texts.
 *
 * @param file number of the file that they stand in
 * @param isOfVisits whether the file is one of visits beside another that lists what was
 *     insufficient
 * @param texts what the numbers of texts stand for
 * @param bytes the numbers
 * @param places where cells of the file stand
 */
record PackedRows(int file, boolean isOfVisits, String[] texts, byte[] bytes, CellPlaces places)
    implements Serializable {
  /** Stands for a text that there is not. */
  static final int NONE = -1;

  /** The texts of a slice, by the number that each is given when it is first met. */
  static final class Texts {
    private final java.util.Map<String, Integer> numbers = new java.util.HashMap<>();
    private final List<String> texts = new ArrayList<>();

    int number(String text) {
      return numbers.computeIfAbsent(
          text,
          added -> {
            texts.add(added);
            return texts.size() - 1;
          });
    }

    String text(int number) {
      return texts.get(number);
    }
  }

  /** Packs rows of one slice. */
  static final class Packer {
    private final Texts texts;
    private final List<String> used = new ArrayList<>();
    private int[] places = {};
    private byte[] bytes = new byte[1 << 10];
    private int size;

    Packer(Texts texts) {
      this.texts = texts;
    }

    void number(int number) {
      if (size + 5 > bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      int left = number;
      while ((left & ~0x7F) != 0) {
        bytes[size++] = (byte) (left & 0x7F | 0x80);
        left >>>= 7;
      }
      bytes[size++] = (byte) left;
    }

    /** Adds a text by its number among those of the slice, or {@link #NONE}. */
    void text(int number) {
      if (number == NONE) {
        number(0);
        return;
      }
      if (number >= places.length) {
        places = Arrays.copyOf(places, Math.max(number + 1, 2 * places.length));
      }
      if (places[number] == 0) {
        used.add(texts.text(number));
        places[number] = used.size();
      }
      number(places[number]);
    }

    PackedRows packed(int file, boolean isOfVisits, CellPlaces cells) {
      return new PackedRows(
          file, isOfVisits, used.toArray(String[]::new), Arrays.copyOf(bytes, size), cells);
    }
  }

  /** Gives the numbers one by one. */
  final class Unpacker {
    private int at;

    boolean isMore() {
      return at < bytes.length;
    }

    int number() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        int one = bytes[at++];
        value |= (one & 0x7F) << shift;
        if (one >= 0) {
          return value;
        }
      }
    }

    /** The place of a text, or {@link #NONE}. */
    int text() {
      return number() - 1;
    }
  }
}
