package org.trustbench.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.trustbench.storage.Place;

/**
 * A file as sent, or a sheet of a workbook that is a submission by itself.
 *
 * @param name its name within what was sent, as every table quotes it; of a sheet, {@code
 *     HILL.xlsx/cases}
 * @param path where the file lies, no part of it a link
 * @param bytes of the file
 * @param sheet the sheet that is meant; null where the file is
 */
public record SentFile(String name, String path, long bytes, String sheet) implements Serializable {
  public SentFile(String name, String path, long bytes) {
    this(name, path, bytes, null);
  }

  /** A sheet of this workbook. */
  public SentFile ofSheet(String sheet) {
    return new SentFile(name + "/" + sheet, path, bytes, sheet);
  }

  /** The name of the file, whether or not a sheet of it is meant. */
  public String fileName() {
    return sheet == null ? name : name.substring(0, name.length() - sheet.length() - 1);
  }

  /** Opens it, unless a link has been put in its place. */
  public InputStream open() throws IOException {
    return Files.newInputStream(place(), LinkOption.NOFOLLOW_LINKS);
  }

  /** Opens it for reading at any of its bytes, unless a link has been put in its place. */
  public SeekableByteChannel channel() throws IOException {
    return Files.newByteChannel(
        place(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  /** When it was changed last. */
  public FileTime changed() throws IOException {
    return Files.getLastModifiedTime(place(), LinkOption.NOFOLLOW_LINKS);
  }

  /** Where it lies. */
  public Path place() {
    return Place.at(path);
  }

  /** The file's name without its folder and without {@code .gz}. */
  public String plainName() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.endsWith(".gz") ? last.substring(0, last.length() - 3) : last;
  }
}
