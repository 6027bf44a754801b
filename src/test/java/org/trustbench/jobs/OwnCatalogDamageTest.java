package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;

/** Damage to a lake in a catalog of one's own, whose store keeps no sums of files. */
class OwnCatalogDamageTest {
  private static final String CATALOG = "spark.sql.catalog.lake.";

  @TempDir Path folder;
  private SchoolVisits schools;
  private Path release;

  @BeforeEach
  void lake() throws IOException {
    for (Map.Entry<String, String> one :
        Map.of(
                "type",
                "jdbc",
                "uri",
                "jdbc:sqlite:" + folder.resolve("own.sqlite"),
                "jdbc.schema-version",
                "V1",
                "warehouse",
                folder.resolve("own").toString())
            .entrySet()) {
      System.setProperty(CATALOG + one.getKey(), one.getValue());
    }
    schools = new SchoolVisits(folder).send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
    release = schools.done("run").release();
  }

  @AfterEach
  void no_catalog() {
    for (String name : List.of("type", "uri", "jdbc.schema-version", "warehouse")) {
      System.clearProperty(CATALOG + name);
    }
  }

  /** Data files, of which Hadoop's own sums are taken away, as most stores keep none. */
  private List<Path> files(String table) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder.resolve("own"))) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        if (path.toString().endsWith(".crc")) {
          Files.delete(path);
        } else if (path.toString().matches(".*/" + table + "/data/.*parquet")) {
          files.add(path);
        }
      }
    }
    return files;
  }

  private static void assertOneLine(MainRun run, Path file) {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .singleElement()
        .asString()
        .startsWith("trustbench: the lake's file " + file)
        .contains("check --repair");
  }

  /** A bit that no sum covers, of a date in the footer, say: what is there already stands. */
  private static boolean isReleaseKept(MainRun run) {
    return run.exitCode() == 1
        && run.err().size() == 1
        && run.err().get(0).contains("nothing was published; see by check whether the lake");
  }

  private static void flipLastByteOfFirstPage(Path file) throws IOException {
    long last;
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      var column = reader.getFooter().getBlocks().get(0).getColumns().get(0);
      last = column.getStartingPos() + column.getTotalSize() - 1;
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) last] ^= 4;
    Files.write(file, bytes);
  }

  @Test
  void a_flipped_bit_changes_no_figure() throws IOException {
    Random random = new Random(4);
    Map<String, Integer> before = SchoolVisits.bytes(release);
    for (String table : List.of("tallies", "files", "submissions", "judgements")) {
      for (int i = 0; i < 5; i++) {
        Path file = files(table).get(0);
        byte[] sound = Files.readAllBytes(file);
        byte[] other = sound.clone();
        other[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, other);

        MainRun publish = schools.job("publish");

        if (publish.exitCode() != 0 && !isReleaseKept(publish)) {
          assertOneLine(publish, file);
        }
        assertThat(SchoolVisits.bytes(release)).isEqualTo(before);
        Files.write(file, sound);
        files(table);
      }
    }
  }

  @Test
  void damage_is_found_and_repaired_and_what_is_not_verified_is_said() throws IOException {
    Map<String, Integer> before = SchoolVisits.bytes(release);
    MainRun sound = schools.done("check");
    assertThat(sound.out())
        .anyMatch(line -> line.startsWith("not verified: the catalog's store keeps no sum"));
    for (String table : List.of("judgements", "tallies", "files")) {
      Path file = files(table).get(0);
      flipLastByteOfFirstPage(file);
      assertThat(schools.job("check").err()).anyMatch(line -> line.contains(file.toString()));
    }

    MainRun repair = schools.job("check", "--repair");

    assertThat(repair.err()).isEmpty();
    assertThat(repair.exitCode()).isZero();
    schools.done("publish");
    assertThat(SchoolVisits.bytes(release)).isEqualTo(before);
  }
}
