package org.trustbench.ingest.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.trustbench.storage.LocalCopy;

/** The parts that a workbook is packed up of. */
final class PackedParts implements AutoCloseable {
  /** The largest part that is unpacked; a sheet of a million rows has some hundred megabytes. */
  private static final long MOST_BYTES = 4L << 30;

  private final LocalCopy file;
  private final ZipFile zip;

  PackedParts(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(path.toString());
    }
    file = LocalCopy.of(path);
    try {
      zip = new ZipFile(file.path().toFile());
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** A part from its beginning; there must be one of this name. */
  PartXml part(String name) throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new XMLStreamException("no part " + name);
    }
    return new PartXml(new BoundedStream(zip.getInputStream(entry), entry, MOST_BYTES));
  }

  @Override
  public void close() throws IOException {
    zip.close();
    file.close();
  }
}
