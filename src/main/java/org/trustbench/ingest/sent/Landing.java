package org.trustbench.ingest.sent;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Excerpt;
import org.trustbench.message.PrintableText;

/**
 * Lists what was sent, in the order of names. A link is followed as far as the landing folder goes;
 * what leads out of it, and what is there and cannot be read, bars its submission and no other.
 */
public final class Landing {
  /** What macOS leaves beside folders that it has packed: copies of their icons and colours. */
  private static final String UNPACKED_BY_MACOS = "__MACOSX";

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

  private final Path root;

  private Landing(Path root) {
    this.root = root;
  }

  /** The submissions of a landing folder, one for each folder and each workbook in it. */
  public static List<Submission> submissions(Path landing) {
    if (!Files.isDirectory(landing)) {
      throw PipelineException.usage(
          "%s is not a folder: --submissions names the folder that holds a folder, or a workbook, per inspection"
              .formatted(landing));
    }
    Landing within = new Landing(real(landing));
    if (Files.exists(landing.resolve(Manifest.FILE), LinkOption.NOFOLLOW_LINKS)) {
      return List.of(within.submission(landing.toAbsolutePath().normalize()));
    }
    List<Submission> submissions =
        list(landing)
            .filter(path -> !path.getFileName().toString().equals(UNPACKED_BY_MACOS))
            .flatMap(
                path ->
                    isFolderOrLink(path)
                        ? Stream.of(within.submission(path))
                        : isWorkbook(path) ? Stream.of(within.workbook(path)) : Stream.of())
            .toList();
    if (submissions.isEmpty()) {
      throw PipelineException.usage(
          "%s holds no folders: put a folder, or a workbook, per inspection there"
              .formatted(landing));
    }
    return submissions;
  }

  /** A workbook that is a submission by itself, wherever it lies. */
  public static Submission workbookAlone(Path file) {
    return new Landing(real(file)).workbook(file);
  }

  /** Names of files beside the folders of a landing folder, which are not read. */
  public static List<String> besideFolders(Path landing) {
    return Files.exists(landing.resolve(Manifest.FILE))
        ? List.of()
        : list(landing)
            .filter(path -> Files.isRegularFile(path) && !isOfDesktop(path) && !isWorkbook(path))
            .map(path -> PrintableText.name(path.getFileName().toString()))
            .toList();
  }

  /** A national extract of one or more files, or of the files of a folder. */
  public static Submission extract(List<Path> files, String layout) {
    return extract(files, List.of(), layout);
  }

  /**
   * The same with copies of tables.
   *
   * @param copies each under the name of its table
   */
  public static Submission extract(List<Path> files, List<SentFile> copies, String layout) {
    List<SentFile> sent = new ArrayList<>(copies);
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        Landing within = new Landing(real(file));
        list(file)
            .filter(Files::isRegularFile)
            .filter(path -> !isOfDesktop(path))
            .forEach(path -> sent.add(within.extracted(path)));
      } else if (Files.isRegularFile(file)) {
        sent.add(new Landing(real(file)).extracted(file));
      } else {
        throw PipelineException.usage("%s does not exist: --extract names a file".formatted(file));
      }
    }
    if (sent.isEmpty() || sent.size() > Byte.MAX_VALUE) {
      throw PipelineException.usage(
          "An extract has 1 to %d files, this one has %d".formatted(Byte.MAX_VALUE, sent.size()));
    }
    sent.sort(java.util.Comparator.comparing(SentFile::name));
    return new Submission(sent.get(0).name(), sent, List.of(), layout, null);
  }

  /** What file managers and office programs leave beside files, and nobody sends. */
  private static boolean isOfDesktop(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.equals("thumbs.db")
        || name.equals("desktop.ini");
  }

  private SentFile extracted(Path path) {
    try {
      return sent(PrintableText.name(path.getFileName().toString()), path);
    } catch (Barred e) {
      throw PipelineException.usage("%s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** Whether a file is a workbook, by its name. */
  public static boolean isWorkbook(Path path) {
    return !Files.isDirectory(path)
        && !isOfDesktop(path)
        && SentWorkbooks.isOne(path.getFileName().toString());
  }

  private Submission workbook(Path path) {
    String name = PrintableText.name(path.getFileName().toString());
    try {
      return new Submission(
          name, SentWorkbooks.sheets(sent(name, path), true), List.of(), null, null);
    } catch (Barred e) {
      return new Submission(name, List.of(), List.of(), null, e.getMessage());
    }
  }

  /** The workbook of a folder that holds what other folders have in files; null where none does. */
  private static Path whole(List<Path> entries) throws Barred {
    List<Path> workbooks = entries.stream().filter(Landing::isWorkbook).toList();
    boolean isInFiles =
        entries.stream()
            .filter(path -> !isWorkbook(path))
            .map(path -> path.getFileName().toString())
            .anyMatch(name -> READ.contains(name) && !name.equals(Manifest.FILE));
    List<Path> others = workbooks.stream().filter(path -> !isRead(path)).toList();
    if (isInFiles || workbooks.isEmpty() || others.isEmpty() && workbooks.size() > 1) {
      return null;
    }
    if (workbooks.size() > 1) {
      throw new Barred(
          "both %s and %s are workbooks: keep the one that is to be read, or send cases.xlsx and judgements.xlsx"
              .formatted(
                  Excerpt.text(workbooks.get(0).getFileName().toString()),
                  Excerpt.text(workbooks.get(1).getFileName().toString())),
          null);
    }
    boolean isTable = isRead(workbooks.get(0)) && entries.stream().anyMatch(Landing::isManifest);
    return isTable ? null : workbooks.get(0);
  }

  private static boolean isRead(Path path) {
    return READ.contains(path.getFileName().toString());
  }

  private static boolean isManifest(Path path) {
    return path.getFileName().toString().equals(Manifest.FILE);
  }

  private Submission submission(Path folder) {
    String name = PrintableText.name(folder.getFileName().toString());
    List<SentFile> files = new ArrayList<>();
    List<String> others = new ArrayList<>();
    try {
      List<Path> entries = list(inside(folder)).toList();
      Path whole = whole(entries);
      for (Path path : entries) {
        String plain = path.getFileName().toString();
        if (path.equals(whole)) {
          boolean saysAll = entries.stream().noneMatch(Landing::isManifest);
          files.addAll(
              SentWorkbooks.sheets(sent(name + "/" + PrintableText.name(plain), path), saysAll));
        } else if (READ.contains(plain)) {
          files.add(sent(name + "/" + plain, path));
        } else if (!isOfDesktop(path)) {
          others.add(plain);
        }
      }
      checkNames(entries.stream().filter(path -> !path.equals(whole)).toList(), whole != null);
      return new Submission(name, files, others, null, null);
    } catch (Barred | PipelineException e) {
      return new Submission(name, files, others, null, e.getMessage());
    }
  }

  /** A file whose name is nearly one that is read was meant to be read. */
  private static void checkNames(List<Path> entries, boolean isAllThere) throws Barred {
    List<String> names =
        entries.stream()
            .filter(path -> !Files.isDirectory(path) && !isOfDesktop(path))
            .map(path -> path.getFileName().toString())
            .toList();
    Set<String> there = names.stream().filter(READ::contains).map(Landing::stem).collect(toSet());
    for (String name : names) {
      Optional<String> meant = STEMS.meantBy(stem(name));
      if (READ.contains(name) || meant.isEmpty()) {
        continue;
      }
      boolean isSpelling = READ.contains(Spelling.folded(name));
      if (isSpelling || !isAllThere && !there.contains(meant.get())) {
        throw new Barred(
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

  /** Why something that lies there is not read. */
  private static final class Barred extends Exception {
    private static final long serialVersionUID = 1L;

    Barred(String reason, Exception cause) {
      super(reason, cause);
    }
  }

  private SentFile sent(String name, Path path) throws Barred {
    Path real = inside(path);
    if (!Files.isRegularFile(real)) {
      throw new Barred(
          "%s is not a file: send it as one".formatted(path.getFileName().toString()), null);
    }
    try {
      return new SentFile(name, real.toString(), Files.size(real));
    } catch (IOException e) {
      throw new Barred("%s cannot be read: send it again".formatted(path.getFileName()), e);
    }
  }

  /** Where a path leads, which must be within the landing folder. */
  private Path inside(Path path) throws Barred {
    Path real;
    try {
      real = path.toRealPath();
    } catch (IOException e) {
      throw new Barred(
          "%s is a link that leads nowhere: send what it stands for".formatted(path.getFileName()),
          e);
    }
    if (!real.startsWith(root)) {
      throw new Barred(
          "%s is a link that leads out of the landing folder: send what it stands for"
              .formatted(path.getFileName()),
          null);
    }
    return real;
  }

  /** A link to a file is none of ours; one that leads nowhere may have been meant for a folder. */
  private static boolean isFolderOrLink(Path path) {
    boolean isBroken = Files.isSymbolicLink(path) && !Files.exists(path);
    return (Files.isDirectory(path) || isBroken) && !path.getFileName().toString().startsWith(".");
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw PipelineException.failed("%s cannot be read".formatted(path), e);
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList().stream();
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be listed: see that it may be read".formatted(folder.getFileName()), e);
    }
  }
}
