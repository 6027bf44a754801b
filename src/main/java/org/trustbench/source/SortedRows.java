package org.trustbench.source;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.trustbench.environment.PosixPermissions;

/**
 * Puts rows in the order of their keys: in memory as long as they are few, beyond that by files
 * that are sorted one by one and then merged.
 */
final class SortedRows implements AutoCloseable {
  private static final int OF_OBJECTS = 80;

  private final Path folder;
  private final long mostBytes;
  private final List<Path> files = new ArrayList<>();
  private List<Entry> entries = new ArrayList<>();
  private long bytes;

  /** A row, and what it is sorted by, compared byte by byte. */
  private record Entry(byte[] key, byte[] row) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byKey = Arrays.compareUnsigned(key, other.key);
      return byKey != 0 ? byKey : Arrays.compareUnsigned(row, other.row);
    }
  }

  /** Takes rows in their order. */
  interface Taker {
    /** Takes the next row. */
    void row(byte[] key, byte[] row) throws IOException;
  }

  /**
   * Makes an empty one.
   *
   * @param folder where to put files
   * @param mostBytes how much memory rows may take
   */
  SortedRows(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  void add(byte[] key, byte[] row) throws IOException {
    entries.add(new Entry(key, row));
    bytes += key.length + row.length + OF_OBJECTS;
    if (bytes > mostBytes) {
      Path file = Files.createTempFile(folder, "sorted", ".rows", PosixPermissions.file());
      files.add(file);
      entries.sort(null);
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
        for (Entry entry : entries) {
          write(out, entry.key());
          write(out, entry.row());
        }
      }
      entries = new ArrayList<>();
      bytes = 0;
    }
  }

  private static void write(DataOutputStream out, byte[] some) throws IOException {
    out.writeInt(some.length);
    out.write(some);
  }

  /** Gives every row. */
  void each(Taker taker) throws IOException {
    entries.sort(null);
    PriorityQueue<Run> runs = new PriorityQueue<>();
    try {
      for (Path file : files) {
        offer(runs, new Run(file));
      }
      int next = 0;
      while (next < entries.size() || !runs.isEmpty()) {
        boolean isHere =
            runs.isEmpty()
                || next < entries.size() && entries.get(next).compareTo(runs.peek().entry) < 0;
        if (isHere) {
          Entry entry = entries.get(next++);
          taker.row(entry.key(), entry.row());
        } else {
          Run run = runs.poll();
          taker.row(run.entry.key(), run.entry.row());
          offer(runs, run);
        }
      }
    } finally {
      for (Run run : runs) {
        run.in.close();
      }
    }
  }

  private static void offer(PriorityQueue<Run> runs, Run run) throws IOException {
    if (run.next()) {
      runs.add(run);
    } else {
      run.in.close();
    }
  }

  /** One of the files, and the row that comes next in it. */
  private static final class Run implements Comparable<Run> {
    final DataInputStream in;
    Entry entry;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    boolean next() throws IOException {
      try {
        byte[] key = in.readNBytes(in.readInt());
        entry = new Entry(key, in.readNBytes(in.readInt()));
        return true;
      } catch (EOFException e) {
        return false;
      }
    }

    @Override
    public int compareTo(Run other) {
      return entry.compareTo(other.entry);
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
