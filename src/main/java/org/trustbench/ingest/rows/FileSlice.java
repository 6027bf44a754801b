package org.trustbench.ingest.rows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.trustbench.ingest.file.SentFile;

/**
 * A part of a file of an extract that one task reads: the whole file, or whole lines of it, which
 * are read as if they stood right below the file's header.
 *
 * @param file number of the file among the extract's files
 * @param header the bytes down to the end of the header; null where the whole file is read
 * @param from the first byte of the lines; 0 where the whole file is read
 * @param to the byte after the last
 * @param linesBefore lines of the file between its header and the first line
 */
public record FileSlice(int file, SentFile sent, byte[] header, long from, long to, int linesBefore)
    implements Serializable {

  public static FileSlice whole(int file, SentFile sent) {
    return new FileSlice(file, sent, null, 0, sent.bytes(), 0);
  }

  /** Nothing to be read but for the digest of the file's bytes. */
  public static FileSlice digest(int file, SentFile sent) {
    return new FileSlice(file, sent, null, -1, sent.bytes(), 0);
  }

  public boolean isDigest() {
    return from < 0;
  }

  public boolean isWhole() {
    return header == null && from == 0;
  }

  /** The header and the lines. */
  public InputStream open() throws IOException {
    SeekableByteChannel channel = sent.channel();
    try {
      channel.position(from);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new SequenceInputStream(
        new ByteArrayInputStream(header), new Lines(Channels.newInputStream(channel), to - from));
  }

  /** So many bytes of a stream, and no less. */
  private static final class Lines extends InputStream {
    private final InputStream stream;
    private long left;

    Lines(InputStream stream, long bytes) {
      this.stream = stream;
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int found = stream.read(into, offset, (int) Math.min(length, left));
      if (found < 0) {
        throw new EOFException("The file has become shorter");
      }
      left -= found;
      return found;
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
