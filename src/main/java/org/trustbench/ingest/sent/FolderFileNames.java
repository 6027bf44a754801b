package org.trustbench.ingest.sent;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Excerpt;

/** The names of the files that are read of an inspection's folder, and names that nearly are. */
final class FolderFileNames {
  /** Names of the files that are read of a folder. */
  private static final Set<String> READ =
      Stream.of(
              List.of(Manifest.FILE, "cases.jsonl", "cases.jsonl.gz"),
              InputFormats.names("cases"),
              InputFormats.names("judgements"),
              InputFormats.names(SentNames.SECOND_READINGS))
          .flatMap(List::stream)
          .collect(toSet());

  private static final KnownNames STEMS =
      new KnownNames(List.of("inspection", "cases", "judgements", SentNames.SECOND_READINGS));

  private FolderFileNames() {}

  /** Whether a file of this name is read. */
  static boolean isRead(Path path) {
    return READ.contains(path.getFileName().toString());
  }

  static boolean isManifest(Path path) {
    return path.getFileName().toString().equals(Manifest.FILE);
  }

  /** What file managers and office programs leave beside files, and nobody sends. */
  static boolean isOfDesktop(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.equals("thumbs.db")
        || name.equals("desktop.ini");
  }

  /**
   * A file whose name is nearly one that is read was meant to be read.
   *
   * @param entries of a folder
   * @param isAllThere whether nothing that is read is missing
   * @throws UnreadFileException if one of them was
   */
  static void check(List<Path> entries, boolean isAllThere) throws UnreadFileException {
    List<String> names =
        entries.stream()
            .filter(path -> !Files.isDirectory(path) && !isOfDesktop(path))
            .map(path -> path.getFileName().toString())
            .toList();
    Set<String> there =
        names.stream().filter(READ::contains).map(FolderFileNames::stem).collect(toSet());
    for (String name : names) {
      Optional<String> meant = STEMS.meantBy(stem(name));
      if (READ.contains(name) || meant.isEmpty()) {
        continue;
      }
      boolean isSpelling = READ.contains(Spelling.folded(name));
      if (isSpelling || !isAllThere && !there.contains(meant.get())) {
        throw new UnreadFileException(
            "%s is no name that is read: send it as %s"
                .formatted(Excerpt.text(name), right(meant.get(), Spelling.folded(name))),
            null);
      }
    }
  }

  /** The name up to its first dot. */
  private static String stem(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String right(String stem, String given) {
    return switch (stem) {
      case "inspection" -> Manifest.FILE;
      case "cases" ->
          given.contains("json") ? "cases.jsonl" : "cases.csv, or packed as cases.csv.gz";
      default -> "%s.csv, or packed as %s.csv.gz".formatted(stem, stem);
    };
  }
}
