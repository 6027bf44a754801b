package org.trustbench.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils sound bytes in ways that files are spoilt, or that somebody who means harm would try. */
public final class Mutation {
  /** What readers trip over, and words that mean something to them. */
  private static final List<String> TOKENS =
      List.of(
          "\"",
          "\"\"",
          ",",
          ";",
          "\t",
          "\n",
          "\r",
          "\r\n",
          "\n\n",
          "\u0000",
          "\uFEFF",
          "\\",
          "'",
          "{",
          "}",
          "[",
          "]",
          ":",
          "null",
          "true",
          "-1",
          "1e999",
          "9".repeat(400),
          "NaN",
          "é",
          "😀",
          "\u2028",
          "\u202E",
          "=1+1",
          "<b>",
          "../../x",
          "/etc/passwd",
          "CON",
          "${x}",
          "%s",
          "{trust}",
          "C1",
          "C2",
          "plan",
          "pace",
          "safe",
          "talk",
          "yes",
          "no",
          "1",
          "na",
          "nr",
          "late",
          "lesson",
          "interview",
          "HILL",
          "Hill",
          "case_id",
          "question_id",
          "answer",
          "inspector_id",
          "evidence",
          "judgements",
          "attributes",
          "stage",
          "2014-02-30",
          "03/02/2014");

  private Mutation() {}

  /**
   * Spoils bytes one to six times.
   *
   * @param others sound bytes of other kinds, parts of which may be put in
   */
  public static byte[] of(Random random, byte[] sound, List<byte[]> others) {
    byte[] bytes = sound;
    for (int times = 1 + random.nextInt(6); times > 0; times--) {
      bytes = once(random, bytes, others);
    }
    return bytes;
  }

  private static byte[] once(Random random, byte[] bytes, List<byte[]> others) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(1 + random.nextInt(60)));
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> spliced(bytes, at, at, token(random));
      case 3 -> spliced(bytes, at, to, token(random));
      case 4 -> spliced(bytes, at, to, new byte[0]);
      case 5 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 6 -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : line(random, bytes);
      case 7 -> spliced(bytes, at, at, repeated(random, Arrays.copyOfRange(bytes, at, to)));
      case 8 -> spliced(bytes, at, at, part(random, others.get(random.nextInt(others.size()))));
      default -> flipped(random, bytes);
    };
  }

  private static byte[] token(Random random) {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] part(Random random, byte[] other) {
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
  }

  /** A few times, or so often that it is long. */
  private static byte[] repeated(Random random, byte[] part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int times = random.nextInt(50) == 0 ? 20_000 : random.nextInt(20);
    for (int i = 0; i < times; i++) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** Puts a line at the place of another, which stays behind it. */
  private static byte[] line(Random random, byte[] bytes) {
    int[] starts = lineStarts(bytes);
    int line = random.nextInt(starts.length - 1);
    int to = starts[random.nextInt(starts.length)];
    return spliced(bytes, to, to, Arrays.copyOfRange(bytes, starts[line], starts[line + 1]));
  }

  private static int[] lineStarts(byte[] bytes) {
    java.util.stream.IntStream.Builder starts = java.util.stream.IntStream.builder().add(0);
    for (int i = 0; i < bytes.length - 1; i++) {
      if (bytes[i] == '\n') {
        starts.add(i + 1);
      }
    }
    return starts.add(bytes.length).build().toArray();
  }

  private static byte[] flipped(Random random, byte[] bytes) {
    byte[] flipped = bytes.clone();
    for (int i = 0; i < 3 && flipped.length > 0; i++) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    byte[] spliced = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
    System.arraycopy(middle, 0, spliced, from, middle.length);
    System.arraycopy(bytes, to, spliced, from + middle.length, bytes.length - to);
    return spliced;
  }
}
