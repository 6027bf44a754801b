package org.trustbench.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trustbench.disclosure.RejectedRow;
import org.trustbench.framework.Framework;
import org.trustbench.publish.report.RejectsPage;
import org.trustbench.storage.WholeFile;

/**
 * Writes the rows that were rejected to files beside the releases, whether or not a release
 * follows. It is for those who have to mend it, and never for publication.
 */
public final class RejectFiles {
  private static final String CSV = "rejects.csv";
  private static final String HTML = "rejects.html";

  private RejectFiles() {}

  /** Where they lie, with what is sent back to senders: among what is internal. */
  public static Path folder(Path output) {
    return AudienceFolder.internal(output).beside("rejects");
  }

  /**
   * Writes {@code rejects.csv} and {@code rejects.html}, new ones in place of older; where there is
   * nothing to tell, removes older ones.
   *
   * @param output the folder that holds those of all audiences
   * @return where they are
   */
  public static List<Path> write(Path output, Framework framework, List<RejectedRow> rejects)
      throws IOException {
    Path folder = folder(output);
    Path csv = folder.resolve(CSV);
    Path html = folder.resolve(HTML);
    if (rejects.isEmpty()) {
      if (Files.isDirectory(folder)) {
        Files.deleteIfExists(csv);
        Files.deleteIfExists(html);
      }
      return List.of();
    }
    Files.createDirectories(folder);
    WholeFile.write(csv, out -> CsvFile.write(out, AccountTables.REJECTS, rejects));
    WholeFile.write(
        html,
        out -> out.write(RejectsPage.of(framework, rejects).getBytes(StandardCharsets.UTF_8)));
    return List.of(csv, html);
  }
}
