package org.trustbench.ingest.sent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.message.PrintableText;

/** Lists the files of a national extract, in the order of names. */
public final class ExtractSubmission {
  private ExtractSubmission() {}

  /** A national extract of one or more files, or of the files of a folder. */
  public static Submission of(List<Path> files, String layout) {
    return of(files, List.of(), layout);
  }

  /**
   * The same with copies of tables.
   *
   * @param copies each under the name of its table
   */
  public static Submission of(List<Path> files, List<SentFile> copies, String layout) {
    List<SentFile> sent = new ArrayList<>(copies);
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        LandingRoot within = LandingRoot.of(file);
        LandingRoot.entries(file)
            .filter(Files::isRegularFile)
            .filter(path -> !FolderFileNames.isOfDesktop(path))
            .forEach(path -> sent.add(extracted(within, path)));
      } else if (Files.isRegularFile(file)) {
        sent.add(extracted(LandingRoot.of(file), file));
      } else {
        throw PipelineException.usage("%s does not exist: --extract names a file".formatted(file));
      }
    }
    if (sent.isEmpty() || sent.size() > Byte.MAX_VALUE) {
      throw PipelineException.usage(
          "An extract has 1 to %d files, this one has %d".formatted(Byte.MAX_VALUE, sent.size()));
    }
    sent.sort(Comparator.comparing(SentFile::name));
    return new Submission(sent.get(0).name(), sent, List.of(), layout, null);
  }

  private static SentFile extracted(LandingRoot within, Path path) {
    try {
      return within.file(PrintableText.name(path.getFileName().toString()), path);
    } catch (UnreadFileException e) {
      throw PipelineException.usage("%s: %s".formatted(path, e.getMessage()), e);
    }
  }
}
