package org.trustbench.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Layout;
import org.trustbench.support.DirtySamples;
import org.trustbench.support.Samples;

/**
 * The committed samples are what the generator makes. With {@code -Dsamples.write=true} they are
 * written anew.
 */
class SamplesTest {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");
  private static final SyntheticParameters PARAMETERS = SyntheticParameters.read(FRAMEWORK, null);

  private static final String DIRTY = "<!-- dirty -->";

  /** The trusts of tranches 1 and 2. */
  private static final List<String> EXTRACTED =
      List.of("CHS", "LNS", "WMP", "HPS", "NBR", "YSW", "YSN", "NSP", "KNT", "LDN", "DTV", "WPT");

  /** Makes a part of the samples in a folder. */
  private interface Making {
    void into(Path folder) throws IOException;
  }

  @Test
  void the_programme_committed_is_the_one_that_the_generator_makes(@TempDir Path made)
      throws IOException {
    check(
        "iaow-2013",
        made,
        folder ->
            ProgrammeWriter.write(
                SyntheticProgramme.generate(FRAMEWORK, PARAMETERS, PARAMETERS.seed()), folder));
  }

  @Test
  void the_extract_committed_is_the_one_that_the_generator_makes(@TempDir Path made)
      throws IOException {
    SyntheticParameters small = PARAMETERS.only(EXTRACTED).scaledBy(0.2);
    Layout layout =
        FRAMEWORK.layouts().stream()
            .filter(one -> one.id().equals("national-wide"))
            .findFirst()
            .orElseThrow();
    check(
        "extract",
        made,
        folder -> {
          Path extract = folder.resolve("national-wide.csv");
          ExtractWriter.write(
              SyntheticProgramme.generate(FRAMEWORK, small, PARAMETERS.seed() + 1),
              layout,
              extract);
          Files.writeString(
              folder.resolve("dirty-national-wide.csv"), spoilt(Files.readString(extract)));
        });
  }

  /** An unknown trust, a day that there is not, a case without a key, a row that is cut short. */
  private static String spoilt(String extract) {
    List<String> lines = new ArrayList<>(extract.lines().toList());
    String[] trust = lines.get(10).split(",", 2);
    lines.set(10, "Norfolk Probation Trust," + trust[1]);
    lines.set(20, lines.get(20).replaceFirst("[0-9]{2}/[0-9]{2}/(20[0-9]{2})", "31/02/$1"));
    lines.set(30, lines.get(30).replaceFirst(",SYN-[^,]*,", ",,"));
    lines.set(40, lines.get(40).substring(0, 60));
    return String.join("\n", lines) + "\n";
  }

  @Test
  void the_dirty_folders_committed_are_the_ones_that_the_tests_make(@TempDir Path made)
      throws IOException {
    check("dirty", made, DirtySamples::write);
  }

  @Test
  void what_is_expected_of_the_dirty_folders_is_listed(@TempDir Path made) throws IOException {
    Path file = Samples.folder().resolve("dirty-expected.csv");
    String expected = DirtySamples.csv(DirtySamples.write(made));
    if (Samples.isWriting()) {
      Files.writeString(file, expected);
    }
    assertThat(file).hasContent(expected);
  }

  @Test
  void the_readme_lists_every_dirty_folder(@TempDir Path made) throws IOException {
    Path file = Samples.folder().resolve("README.md");
    String table = DirtySamples.markdown(DirtySamples.write(made));
    if (Samples.isWriting()) {
      String text = Files.readString(file);
      Files.writeString(
          file,
          text.substring(0, text.indexOf(DIRTY) + DIRTY.length())
              + "\n"
              + table
              + text.substring(text.indexOf("<!-- /dirty -->")));
    }
    assertThat(file).content().contains(DIRTY + "\n" + table);
  }

  @Test
  void the_samples_stay_small() throws IOException {
    try (Stream<Path> paths = Files.walk(Samples.folder())) {
      assertThat(paths.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum())
          .isLessThan(8_000_000);
    }
  }

  private static void check(String part, Path made, Making making) throws IOException {
    Path committed = Samples.folder().resolve(part);
    if (Samples.isWriting()) {
      delete(committed);
      Files.createDirectories(committed);
      making.into(committed);
    }
    making.into(made);
    Map<String, byte[]> expected = files(made);
    Map<String, byte[]> actual = files(committed);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, bytes) -> assertThat(actual.get(name)).as(part + "/" + name).isEqualTo(bytes));
  }

  /** Contents by relative path; gzip unpacked, since its packing is the platform's affair. */
  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), content(path));
      }
    }
    return files;
  }

  private static byte[] content(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    if (path.toString().endsWith(".gz") && !path.toString().contains("truncated")) {
      try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return unpacked.readAllBytes();
      }
    }
    return bytes;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
