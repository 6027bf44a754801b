package org.trustbench.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
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
final class WholeHadoopFiles extends HadoopFileIO implements NewFiles {
  private static final long serialVersionUID = 1L;

  WholeHadoopFiles(Configuration configuration) {
    super(configuration);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new OutputFile() {
      @Override
      public PositionOutputStream create() {
        return createOrOverwrite();
      }

      @Override
      public PositionOutputStream createOrOverwrite() {
        return written(location, Rename.OVERWRITE);
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

  @Override
  public OutputStream create(String location) {
    return written(location, Rename.NONE);
  }

  private Renamed written(String location, Rename rename) {
    Path file = new Path(location);
    Path aside = new Path(file.getParent(), "." + file.getName() + "-" + UUID.randomUUID());
    return new Renamed(super.newOutputFile(aside.toString()).create(), aside, file, rename);
  }

  private final class Renamed extends PositionOutputStream {
    private final PositionOutputStream out;
    private final Path aside;
    private final Path file;
    private final Rename rename;
    private boolean isClosed;

    Renamed(PositionOutputStream out, Path aside, Path file, Rename rename) {
      this.out = out;
      this.aside = aside;
      this.file = file;
      this.rename = rename;
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
          // An address without a name is of the cluster that Hadoop's own settings name.
          FileSystem system = file.getFileSystem(conf());
          FileContext.getFileContext(system.getUri(), conf())
              .rename(system.makeQualified(aside), system.makeQualified(file), rename);
        } catch (IOException | UncheckedIOException e) {
          deleteFile(aside.toString());
          throw e;
        }
      }
    }
  }
}
