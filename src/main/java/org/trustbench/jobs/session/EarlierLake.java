package org.trustbench.jobs.session;

import static org.trustbench.jobs.settings.PlaceSettings.FRAMEWORK;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.trustbench.jobs.settings.Settings;
import org.trustbench.lake.catalog.EarlierShapeException;

/** What is said of a lake that an earlier version made. */
final class EarlierLake {
  private EarlierLake() {}

  /** Why it is refused, and the one command that makes it anew from what was sent. */
  static String refused(Settings settings, boolean hasOwnCatalog, EarlierShapeException e) {
    String refused = "the lake was made by an earlier version (%s)".formatted(e.getMessage());
    if (hasOwnCatalog) {
      return refused
          + ": name an empty catalog by spark.sql.catalog.lake.uri and warehouse, and ingest what was sent again";
    }
    Path folder = settings.get(LAKE).toAbsolutePath().normalize();
    return "%s: keep it aside and make it anew from what was sent: mv %s %s && ./jobs/submit ingest --framework %s --lake %s %s"
        .formatted(
            refused,
            quoted(folder),
            quoted(folder.resolveSibling(folder.getFileName() + ".before")),
            quoted(settings.get(FRAMEWORK)),
            quoted(folder),
            settings.sentFlags().stream().map(EarlierLake::word).collect(Collectors.joining(" ")));
  }

  private static String word(String word) {
    return word.startsWith("--") ? word : quoted(word);
  }

  private static String quoted(Object word) {
    return "'" + word.toString().replace("'", "'\\''") + "'";
  }
}
