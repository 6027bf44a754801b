package org.trustbench.ingest.sent;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Excerpt;
import org.trustbench.message.PrintableText;

/**
 * Lists what was sent, in the order of names. A link is followed as far as the landing folder goes;
 * what leads out of it, and what is there and cannot be read, bars its submission and no other.
 */
public final class Landing {
  /** What macOS leaves beside folders that it has packed: copies of their icons and colours. */
  private static final String UNPACKED_BY_MACOS = "__MACOSX";

  private final LandingRoot root;

  private Landing(LandingRoot root) {
    this.root = root;
  }

  /** The submissions of a landing folder, one for each folder and each workbook in it. */
  public static List<Submission> submissions(Path landing) {
    if (!Files.isDirectory(landing)) {
      throw PipelineException.usage(
          "%s is not a folder: --submissions names the folder that holds a folder, or a workbook, per inspection"
              .formatted(landing));
    }
    Landing within = new Landing(LandingRoot.of(landing));
    if (Files.exists(landing.resolve(Manifest.FILE), LinkOption.NOFOLLOW_LINKS)) {
      return List.of(within.submission(landing.toAbsolutePath().normalize()));
    }
    List<Submission> submissions =
        LandingRoot.entries(landing)
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
    return new Landing(LandingRoot.of(file)).workbook(file);
  }

  /** Names of files beside the folders of a landing folder, which are not read. */
  public static List<String> besideFolders(Path landing) {
    return Files.exists(landing.resolve(Manifest.FILE))
        ? List.of()
        : LandingRoot.entries(landing)
            .filter(
                path ->
                    Files.isRegularFile(path)
                        && !FolderFileNames.isOfDesktop(path)
                        && !isWorkbook(path))
            .map(path -> PrintableText.name(path.getFileName().toString()))
            .toList();
  }

  /** Whether a file is a workbook, by its name. */
  public static boolean isWorkbook(Path path) {
    return !Files.isDirectory(path)
        && !FolderFileNames.isOfDesktop(path)
        && SentWorkbooks.isOne(path.getFileName().toString());
  }

  private Submission workbook(Path path) {
    String name = PrintableText.name(path.getFileName().toString());
    try {
      return new Submission(
          name, SentWorkbooks.sheets(root.file(name, path), true), List.of(), null, null);
    } catch (UnreadFileException e) {
      return new Submission(name, List.of(), List.of(), null, e.getMessage());
    }
  }

  /** The workbook of a folder that holds what other folders have in files; null where none does. */
  private static Path whole(List<Path> entries) throws UnreadFileException {
    List<Path> workbooks = entries.stream().filter(Landing::isWorkbook).toList();
    boolean isInFiles =
        entries.stream()
            .filter(path -> !isWorkbook(path) && !FolderFileNames.isManifest(path))
            .anyMatch(FolderFileNames::isRead);
    List<Path> others = workbooks.stream().filter(path -> !FolderFileNames.isRead(path)).toList();
    if (isInFiles || workbooks.isEmpty() || others.isEmpty() && workbooks.size() > 1) {
      return null;
    }
    if (workbooks.size() > 1) {
      throw new UnreadFileException(
          "both %s and %s are workbooks: keep the one that is to be read, or send cases.xlsx and judgements.xlsx"
              .formatted(
                  Excerpt.text(workbooks.get(0).getFileName().toString()),
                  Excerpt.text(workbooks.get(1).getFileName().toString())),
          null);
    }
    boolean isTable =
        FolderFileNames.isRead(workbooks.get(0))
            && entries.stream().anyMatch(FolderFileNames::isManifest);
    return isTable ? null : workbooks.get(0);
  }

  private Submission submission(Path folder) {
    String name = PrintableText.name(folder.getFileName().toString());
    List<SentFile> files = new ArrayList<>();
    List<String> others = new ArrayList<>();
    try {
      List<Path> entries = LandingRoot.entries(root.inside(folder)).toList();
      Path whole = whole(entries);
      for (Path path : entries) {
        String plain = path.getFileName().toString();
        if (path.equals(whole)) {
          boolean saysAll = entries.stream().noneMatch(FolderFileNames::isManifest);
          files.addAll(
              SentWorkbooks.sheets(
                  root.file(name + "/" + PrintableText.name(plain), path), saysAll));
        } else if (FolderFileNames.isRead(path)) {
          files.add(root.file(name + "/" + plain, path));
        } else if (!FolderFileNames.isOfDesktop(path)) {
          others.add(plain);
        }
      }
      FolderFileNames.check(
          entries.stream().filter(path -> !path.equals(whole)).toList(), whole != null);
      return new Submission(name, files, others, null, null);
    } catch (UnreadFileException | PipelineException e) {
      return new Submission(name, files, others, null, e.getMessage());
    }
  }

  /** A link to a file is none of ours; one that leads nowhere may have been meant for a folder. */
  private static boolean isFolderOrLink(Path path) {
    boolean isBroken = Files.isSymbolicLink(path) && !Files.exists(path);
    return (Files.isDirectory(path) || isBroken) && !path.getFileName().toString().startsWith(".");
  }
}
