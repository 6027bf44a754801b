package org.trustbench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.ingest.Submission.SentFile;

/** Lists what was sent, in the order of names. */
public final class Landing {
  private static final Set<String> READ =
      Set.of(
          Manifest.FILE,
          "cases.csv",
          "cases.csv.gz",
          "judgements.csv",
          "judgements.csv.gz",
          "cases.jsonl",
          "cases.jsonl.gz");

  private Landing() {}

  /** The submissions of a landing folder, one for each folder in it. */
  public static List<Submission> submissions(Path landing) {
    if (!Files.isDirectory(landing)) {
      throw PipelineException.usage(
          "%s is not a folder: --submissions names the folder that holds a folder per inspection"
              .formatted(landing));
    }
    List<Path> folders = new ArrayList<>();
    if (Files.exists(landing.resolve(Manifest.FILE))) {
      folders.add(landing.toAbsolutePath().normalize());
    } else {
      list(landing).filter(Landing::isFolder).forEach(folders::add);
    }
    if (folders.isEmpty()) {
      throw PipelineException.usage(
          "%s holds no folders: put a folder per inspection there".formatted(landing));
    }
    return folders.stream().map(Landing::submission).toList();
  }

  /** A national extract of one or more files, or of the files of a folder. */
  public static Submission extract(List<Path> files, String layout) {
    List<Path> found = new ArrayList<>();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        list(file).filter(path -> Files.isRegularFile(path)).forEach(found::add);
      } else if (Files.isRegularFile(file)) {
        found.add(file);
      } else {
        throw PipelineException.usage("%s does not exist: --extract names a file".formatted(file));
      }
    }
    if (found.isEmpty() || found.size() > Byte.MAX_VALUE) {
      throw PipelineException.usage(
          "An extract has 1 to %d files, this one has %d".formatted(Byte.MAX_VALUE, found.size()));
    }
    List<SentFile> sent =
        found.stream()
            .map(file -> sent(file.getFileName().toString(), file))
            .sorted(BY_NAME)
            .toList();
    return new Submission(sent.get(0).name(), new ArrayList<>(sent), layout);
  }

  private static final java.util.Comparator<SentFile> BY_NAME =
      java.util.Comparator.comparing(SentFile::name);

  private static Submission submission(Path folder) {
    String name = folder.getFileName().toString();
    List<SentFile> files =
        list(folder)
            .filter(path -> READ.contains(path.getFileName().toString()))
            .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
            .map(path -> sent(name + "/" + path.getFileName(), path))
            .toList();
    return new Submission(name, new ArrayList<>(files), null);
  }

  private static SentFile sent(String name, Path path) {
    try {
      return new SentFile(name, path.toAbsolutePath().toString(), Files.size(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        && !path.getFileName().toString().startsWith(".");
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList().stream();
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be listed: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
