package org.trustbench.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/**
 * Files of Hadoop that are seen whole or not at all: each is written aside, under a name that
 * begins with a dot, and renamed when it is closed.
 */
final class WholeHadoopFiles extends HadoopFileIO {
  private static final long serialVersionUID = 1L;

  WholeHadoopFiles(Configuration configuration) {
    super(configuration);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    Path file = new Path(location);
    Path aside = new Path(file.getParent(), "." + file.getName() + "-" + UUID.randomUUID());
    OutputFile written = super.newOutputFile(aside.toString());
    return new OutputFile() {
      @Override
      public PositionOutputStream create() {
        return createOrOverwrite();
      }

      @Override
      public PositionOutputStream createOrOverwrite() {
        return new Renamed(written.create(), aside, file);
      }

      @Override
      public String location() {
        return location;
      }

      @Override
      public InputFile toInputFile() {
        return newInputFile(location);
      }
    };
  }

  private final class Renamed extends PositionOutputStream {
    private final PositionOutputStream out;
    private final Path aside;
    private final Path file;
    private boolean isClosed;

    Renamed(PositionOutputStream out, Path aside, Path file) {
      this.out = out;
      this.aside = aside;
      this.file = file;
    }

    @Override
    public long getPos() throws IOException {
      return out.getPos();
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (!isClosed) {
        isClosed = true;
        out.close();
        try {
          FileContext.getFileContext(file.toUri(), conf()).rename(aside, file, Rename.OVERWRITE);
        } catch (IOException | UncheckedIOException e) {
          deleteFile(aside.toString());
          throw e;
        }
      }
    }
  }
}
