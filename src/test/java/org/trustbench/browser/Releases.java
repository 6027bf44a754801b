package org.trustbench.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.trustbench.support.ForkFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.Samples;

/**
 * Releases of the national samples for a browser to open, each made once. All stand on the lake of
 * one run, so that making a further one takes no ingest.
 */
final class Releases {
  private static final Map<List<String>, Path> MADE = new LinkedHashMap<>();

  private static String hostileFramework;
  private static Path alone;

  private Releases() {}

  /** Norfolk and Suffolk in focus, against the others of its tranche. */
  static Path focused() {
    return SampleRuns.national().release();
  }

  /** Another trust in focus. */
  static Path focusedOn(String trust) {
    return published("iaow-2013", "--focus", trust);
  }

  /** No trust in focus: league tables alone. */
  static Path unfocused() {
    return published("iaow-2013");
  }

  /** A page for every trust, and one to print. */
  static Path everyTrust() {
    return published("iaow-2013", "--focus", "all", "--brief");
  }

  /** What the public may see: in focus a trust of whom some figures are withheld. */
  static Path publicly() {
    return published("iaow-2013", "--focus", "DTV", "--audience", "public");
  }

  /** A programme that has inspected nobody else yet. */
  static synchronized Path alone() {
    if (alone == null) {
      try {
        Path sent = ForkFolder.create("one-inspection");
        Path from = Samples.folder().resolve("iaow-2013/NSP-2014-03");
        Path to = Files.createDirectory(sent.resolve("NSP-2014-03"));
        try (Stream<Path> files = Files.list(from)) {
          for (Path file : files.toList()) {
            Files.copy(file, to.resolve(file.getFileName()));
          }
        }
        alone = SampleRuns.of(sent, "local[1]").release();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return alone;
  }

  /** A focus whose name, like those of others, tries to be markup, script or a formula. */
  static Path hostile() {
    return published(hostileFramework(), "--focus", HostileNames.FOCUS);
  }

  /** Every page that a reader may open, of every kind of release. */
  static Stream<Named<Path>> allPages() {
    return Stream.of(
            pages("with a focus", focused()),
            pages("without a focus", unfocused()),
            pages("for the public", publicly()),
            pages("hostile names", hostile()))
        .flatMap(pages -> pages);
  }

  /** The pages of a release, by the names that tests show for them. */
  static Stream<Named<Path>> pages(String name, Path release) {
    try (Stream<Path> files = Files.walk(release)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .sorted()
          .map(file -> Named.of(name + ": " + release.relativize(file), file))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized String hostileFramework() {
    if (hostileFramework == null) {
      hostileFramework = HostileNames.framework().toString();
    }
    return hostileFramework;
  }

  private static synchronized Path published(String framework, String... further) {
    List<String> arguments =
        new ArrayList<>(List.of("--framework", framework, "--comparator", "tranche"));
    arguments.addAll(List.of());
    arguments.addAll(List.of(further));
    return MADE.computeIfAbsent(arguments, Releases::publish);
  }

  private static Path publish(List<String> arguments) {
    try {
      Path output = ForkFolder.create("browser-release");
      Path settings = Files.writeString(output.resolve("settings.json"), "{}");
      List<String> all = new ArrayList<>(List.of("publish", "--settings", settings.toString()));
      all.addAll(List.of("--lake", SampleRuns.national().lake().toString()));
      all.addAll(List.of("--output", output.toString()));
      all.addAll(List.of("--submissions", SampleRuns.national().submissions().toString()));
      all.addAll(arguments);
      MainRun run = MainRun.of(all.toArray(String[]::new));
      if (run.exitCode() != 0) {
        throw new AssertionError(String.join("\n", run.err()));
      }
      return run.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
