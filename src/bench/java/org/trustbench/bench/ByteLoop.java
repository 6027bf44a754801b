package org.trustbench.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The limit of what can be had: two threads read every byte that was sent and count the lines. */
public final class ByteLoop {
  private static final int THREADS = 2;
  private static final int PIECE = 8 << 20;

  private ByteLoop() {}

  private record Piece(Path file, long from) {}

  /** Counts the lines of all files below the folder named. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Piece> pieces = pieces(Path.of(arguments[0]));
    long[] lines = new long[THREADS];
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int own = t;
      threads.add(new Thread(() -> lines[own] = lines(pieces, own)));
      threads.get(t).start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(lines[0] + lines[1] + " lines");
  }

  private static List<Piece> pieces(Path folder) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (long from = 0; from < Files.size(file); from += PIECE) {
          pieces.add(new Piece(file, from));
        }
      }
    }
    return pieces;
  }

  private static long lines(List<Piece> pieces, int own) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE);
    byte[] bytes = new byte[PIECE];
    long lines = 0;
    for (int i = own; i < pieces.size(); i += THREADS) {
      try (FileChannel channel = FileChannel.open(pieces.get(i).file())) {
        buffer.clear();
        while (buffer.hasRemaining()
            && channel.read(buffer, pieces.get(i).from() + buffer.position()) > 0) {}
        int length = buffer.position();
        buffer.flip().get(bytes, 0, length);
        for (int b = 0; b < length; b++) {
          lines += bytes[b] == '\n' ? 1 : 0;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lines;
  }
}
