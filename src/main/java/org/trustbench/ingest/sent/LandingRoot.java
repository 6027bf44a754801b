package org.trustbench.ingest.sent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.ingest.file.SentFile;

/**
 * The folder that everything sent lies in: links are followed within it, and nowhere else.
 *
 * @param path itself, without links
 */
record LandingRoot(Path path) {
  /** The root of a landing folder, or of a file that is sent by itself. */
  static LandingRoot of(Path path) {
    try {
      return new LandingRoot(path.toRealPath());
    } catch (IOException e) {
      throw PipelineException.failed("%s cannot be read".formatted(path), e);
    }
  }

  /**
   * A file as it is to be read.
   *
   * @param name what messages call it
   * @throws UnreadFileException if it cannot be read, or leads out of the root
   */
  SentFile file(String name, Path path) throws UnreadFileException {
    Path real = inside(path);
    if (!Files.isRegularFile(real)) {
      throw new UnreadFileException(
          "%s is not a file: send it as one".formatted(path.getFileName().toString()), null);
    }
    try {
      return new SentFile(name, real.toString(), Files.size(real));
    } catch (IOException e) {
      throw new UnreadFileException(
          "%s cannot be read: send it again".formatted(path.getFileName()), e);
    }
  }

  /** Where an entry leads, which must be within the root. */
  Path inside(Path entry) throws UnreadFileException {
    Path real;
    try {
      real = entry.toRealPath();
    } catch (IOException e) {
      throw new UnreadFileException(
          "%s is a link that leads nowhere: send what it stands for".formatted(entry.getFileName()),
          e);
    }
    if (!real.startsWith(path)) {
      throw new UnreadFileException(
          "%s is a link that leads out of the landing folder: send what it stands for"
              .formatted(entry.getFileName()),
          null);
    }
    return real;
  }

  /** The entries of a folder, in the order of their names. */
  static Stream<Path> entries(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList().stream();
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be listed: see that it may be read".formatted(folder.getFileName()), e);
    }
  }
}
