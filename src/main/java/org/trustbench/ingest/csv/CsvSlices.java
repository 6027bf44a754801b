package org.trustbench.ingest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.tasks.TaskRunner;

/**
 * Cuts large files of an extract into slices at the ends of lines. A line may end within quotation
 * marks: the slice before such a cut cannot be read to its end, and whoever reads it reads the file
 * in one.
 */
public final class CsvSlices {
  /** Encodings in which a byte of LF is always the end of a line. */
  private static final Set<Charset> CUT =
      Set.of(
          StandardCharsets.UTF_8,
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          Charset.forName("windows-1252"));

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_HEADER = 1 << 20;
  private static final int MOST_LINES_OF_HEADER = 16;

  private CsvSlices() {}

  /**
   * A stretch of a file as it is cut, before anything is known of its lines.
   *
   * @param to the byte after it
   */
  private record Stretch(int file, SentFile sent, long from, long to) implements Serializable {}

  /**
   * What a stretch holds.
   *
   * @param lines lines that end in it
   * @param afterFirst the byte after the first line that ends in it; -1 if none does
   * @param isCut whether a line may be said to end at every LF and nowhere else
   */
  private record Lines(int lines, long afterFirst, boolean isCut) implements Serializable {}

  /**
   * Files in slices of about a size; those in one that are small, packed, or have no such lines.
   *
   * @param hasLines whether a file is of a format that may be cut at the ends of its lines
   * @param options how a file is read
   * @param size bytes of a slice
   */
  public static List<FileSlice> of(
      List<SentFile> files,
      Predicate<SentFile> hasLines,
      Function<SentFile, ReadOptions> options,
      long size,
      TaskRunner runner)
      throws IOException {
    List<Stretch> stretches = new ArrayList<>();
    List<byte[]> headers = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      SentFile sent = files.get(file);
      byte[] header =
          sent.bytes() <= size || !hasLines.test(sent) ? null : header(sent, options.apply(sent));
      headers.add(header);
      for (long from = 0; header != null && from < sent.bytes(); from += size) {
        stretches.add(new Stretch(file, sent, from, Math.min(sent.bytes(), from + size)));
      }
    }
    List<Lines> lines =
        stretches.isEmpty()
            ? List.of()
            : runner.each(
                stretches,
                stretches.stream().mapToLong(one -> one.to - one.from).sum(),
                CsvSlices::lines);
    List<FileSlice> slices = new ArrayList<>();
    int next = 0;
    for (int file = 0; file < files.size(); file++) {
      int first = next;
      while (next < stretches.size() && stretches.get(next).file == file) {
        next++;
      }
      slices.addAll(
          cut(
              file,
              files.get(file),
              headers.get(file),
              stretches.subList(first, next),
              lines.subList(first, next)));
    }
    return slices;
  }

  private static List<FileSlice> cut(
      int file, SentFile sent, byte[] header, List<Stretch> stretches, List<Lines> lines) {
    if (header == null || !lines.stream().allMatch(Lines::isCut)) {
      return List.of(FileSlice.whole(file, sent));
    }
    int ofHeader = (int) count(header);
    List<FileSlice> slices = new ArrayList<>();
    long from = header.length;
    int before = ofHeader;
    int ended = lines.get(0).lines;
    for (int i = 1; i < stretches.size(); i++) {
      long to = lines.get(i).afterFirst;
      if (to > from) {
        slices.add(new FileSlice(file, sent, header, from, to, before - ofHeader));
        from = to;
        before = ended + 1;
      }
      ended += lines.get(i).lines;
    }
    slices.add(new FileSlice(file, sent, header, from, sent.bytes(), before - ofHeader));
    slices.add(0, FileSlice.digest(file, sent));
    return slices;
  }

  private static long count(byte[] bytes) {
    long lines = 0;
    for (byte one : bytes) {
      lines += one == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static Lines lines(Stretch stretch) throws IOException {
    int lines = 0;
    long afterFirst = -1;
    try (SeekableByteChannel channel = stretch.sent.channel()) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      byte[] bytes = buffer.array();
      boolean isReturned = false;
      for (long at = stretch.from; at < stretch.to; ) {
        buffer.clear().limit((int) Math.min(BUFFER, stretch.to - at));
        int found = channel.position(at).read(buffer);
        if (found < 0) {
          break;
        }
        for (int i = 0; i < found; i++) {
          if (isReturned && bytes[i] != '\n') {
            return new Lines(0, -1, false);
          }
          isReturned = bytes[i] == '\r';
          if (bytes[i] == '\n') {
            lines++;
            afterFirst = afterFirst < 0 ? at + i + 1 : afterFirst;
          }
        }
        at += found;
      }
      if (isReturned) {
        ByteBuffer next = ByteBuffer.allocate(1);
        if (channel.position(stretch.to).read(next) < 1 || next.get(0) != '\n') {
          return new Lines(0, -1, false);
        }
      }
    }
    return new Lines(lines, afterFirst, true);
  }

  /** The shortest beginning of a file that has its header; null where that is not to be had. */
  private static byte[] header(SentFile sent, ReadOptions options) throws IOException {
    if (sent.name().endsWith(".gz") || !CUT.contains(options.charset())) {
      return null;
    }
    byte[] start;
    try (InputStream in = sent.open()) {
      start = in.readNBytes(LONGEST_HEADER);
    }
    if (SourceText.isUtf16(start)) {
      return null;
    }
    List<String> header;
    try (CsvTable table = CsvTable.of(FileSlice.whole(0, sent), options)) {
      header = table.header();
    } catch (Refusal e) {
      return null;
    }
    int tried = 0;
    for (int at = 0; at < start.length && tried <= MOST_LINES_OF_HEADER; at++) {
      if (start[at] == '\n') {
        tried++;
        byte[] beginning = java.util.Arrays.copyOf(start, at + 1);
        if (isHeader(beginning, header, sent, options)) {
          return beginning;
        }
      }
    }
    return null;
  }

  private static boolean isHeader(
      byte[] beginning, List<String> header, SentFile sent, ReadOptions options)
      throws IOException {
    FileSlice alone = new FileSlice(0, sent, beginning, 0, 0, 0);
    try (CsvTable table = CsvTable.of(alone, options)) {
      return table.header().equals(header) && !table.next();
    } catch (Refusal e) {
      return false;
    }
  }
}
