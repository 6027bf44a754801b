package org.trustbench.lake.file;

import java.io.IOException;
import org.apache.iceberg.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A file of Iceberg's as Parquet writes to it; knows its length once it is closed. */
public final class ParquetOutput implements org.apache.parquet.io.OutputFile {
  private final OutputFile file;
  private long length;

  public ParquetOutput(OutputFile file) {
    this.file = file;
  }

  /** Bytes written. */
  public long length() {
    return length;
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return stream(file.create());
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return stream(file.createOrOverwrite());
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  private PositionOutputStream stream(org.apache.iceberg.io.PositionOutputStream out) {
    return new PositionOutputStream() {
      @Override
      public long getPos() throws IOException {
        return out.getPos();
      }

      @Override
      public void write(int one) throws IOException {
        out.write(one);
      }

      @Override
      public void write(byte[] bytes, int offset, int size) throws IOException {
        out.write(bytes, offset, size);
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }

      @Override
      public void close() throws IOException {
        length = out.getPos();
        out.close();
      }
    };
  }
}
