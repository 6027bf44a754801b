package org.trustbench.platforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.storage.StorageSettings;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.ScriptedS3;

/** A lake whose tables lie in a bucket, in a catalog that is reached by JDBC. */
@Tag("packaged")
class S3WarehouseTest {
  private static final String CATALOG = "spark.sql.catalog.lake.";
  private static final String STORAGE = "spark.trustbench.storage.";
  private static final String DATA = "warehouse/schools/judgements/data/";

  private final ScriptedS3 server = ScriptedS3.start();

  @TempDir Path folder;
  private SchoolVisits schools;

  @BeforeEach
  void catalog() throws IOException {
    set("type", "jdbc");
    set("uri", "jdbc:sqlite:" + folder.resolve("catalog.sqlite"));
    set("jdbc.schema-version", "V1");
    set("clients", "1");
    set("warehouse", "s3://" + ScriptedS3.BUCKET + "/warehouse");
    server.settings().forEach((name, value) -> System.setProperty(STORAGE + name, value));
    schools = new SchoolVisits(folder).always("--judgement-change", "1");
    schools.send("H", "H-1", "HILL", YES).send("D", "D-1", "DALE", YES);
  }

  @AfterEach
  void no_catalog() {
    System.getProperties()
        .keySet()
        .removeIf(
            name -> name.toString().startsWith(CATALOG) || name.toString().startsWith(STORAGE));
    server.close();
  }

  private static void set(String name, String value) {
    System.setProperty(CATALOG + name, value);
  }

  private static Map<String, Integer> bytes(Path release) throws IOException {
    Map<String, Integer> bytes = SchoolVisits.bytes(release);
    bytes.remove("run.json");
    return bytes;
  }

  @Test
  void jobs_on_it_make_the_release_of_an_embedded_lake_byte_by_byte() throws IOException {
    Path release = schools.done("run").release();
    MainRun check = schools.done("check");
    MainRun asked =
        schools.done("sql", "--format", "csv", "select count(*) from current_judgements");
    List<String> keys = server.keys();
    no_catalog();
    Path embedded = schools.doneIn(folder.resolve("embedded"), "run").release();

    assertThat(keys).anyMatch(key -> key.startsWith(DATA) && key.endsWith(".parquet"));
    assertThat(check.out()).anyMatch(line -> line.startsWith("no fault found: "));
    assertThat(asked.out()).containsExactly("count(1)", "12");
    assertThat(release.getFileName()).isEqualTo(embedded.getFileName());
    assertThat(bytes(release)).isNotEmpty().isEqualTo(bytes(embedded));
  }

  private void makeOld() {
    Instant old = Instant.now().minus(Duration.ofDays(30));
    server.keys().forEach(key -> server.put(key, server.bytes(key), old));
  }

  @Test
  void maintenance_removes_what_nothing_leads_to_and_no_file_that_anything_does() {
    schools.done("run");
    schools.send("H", "H-1", "HILL", MENDED);
    schools.done("run");
    makeOld();
    List<String> live = server.keys();
    Instant old = Instant.now().minus(Duration.ofDays(30));
    byte[] rows = "of a run that broke off".getBytes(UTF_8);
    server.put(DATA + "lost.parquet", rows, old);
    server.put(DATA + "young.parquet", rows);
    server.put("warehouse/schools/judgements_kept/data/beside.parquet", rows, old);

    MainRun cleared = schools.done("maintain");

    assertThat(cleared.out()).anyMatch(line -> line.contains(" 1 orphan file,"));
    assertThat(server.keys())
        .containsAll(live)
        .contains(DATA + "young.parquet", "warehouse/schools/judgements_kept/data/beside.parquet")
        .doesNotContain(DATA + "lost.parquet");
    assertThat(schools.done("check").out())
        .anyMatch(line -> line.startsWith("no fault found: ") && line.contains(" 2 releases "));
  }

  /** As when another program names the same bucket by another scheme. */
  @Test
  void no_live_file_is_an_orphan_where_its_storage_is_named_otherwise() throws IOException {
    schools.done("run");
    makeOld();
    relocate("s3a://figures/warehouse/schools/judgements");
    List<String> live = server.keys();
    Instant old = Instant.now().minus(Duration.ofDays(30));
    server.put(DATA + "lost.parquet", new byte[] {1}, old);

    MainRun cleared = schools.done("maintain");

    assertThat(cleared.out()).anyMatch(line -> line.contains(" 1 orphan file,"));
    assertThat(server.keys()).containsAll(live).doesNotContain(DATA + "lost.parquet");
    schools.done("check");
  }

  @Test
  void nothing_is_removed_where_what_seems_an_orphan_has_the_name_of_a_live_file() {
    schools.done("run");
    makeOld();
    String file = server.below(DATA.replaceFirst("/$", "")).get(0);
    Instant old = Instant.now().minus(Duration.ofDays(30));
    server.put(DATA + "elsewhere/" + file.replaceFirst(".*/", ""), new byte[] {1}, old);
    server.put(DATA + "lost.parquet", new byte[] {1}, old);
    List<String> before = server.keys();

    MainRun refused = schools.job("maintain");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .singleElement()
        .asString()
        .contains("schools.judgements is removed as an orphan, since s3://figures/" + DATA)
        .contains("under another name");
    assertThat(server.keys()).containsAll(before);
  }

  private void relocate(String location) throws IOException {
    Map<String, String> properties = new HashMap<>(StorageSettings.ofS3(server.settings()));
    properties.put("type", "jdbc");
    properties.put("uri", "jdbc:sqlite:" + folder.resolve("catalog.sqlite"));
    properties.put("jdbc.schema-version", "V1");
    properties.put("warehouse", "s3://" + ScriptedS3.BUCKET + "/warehouse");
    try (JdbcCatalog catalog =
        (JdbcCatalog)
            CatalogUtil.buildIcebergCatalog(
                "lake", StorageSettings.withFilesOnS3(properties), new Configuration())) {
      catalog
          .loadTable(TableIdentifier.of("schools", "judgements"))
          .updateLocation()
          .setLocation(location)
          .commit();
    }
  }

  @Test
  void a_write_that_fails_ends_the_job_in_one_line_and_the_next_run_finishes() throws IOException {
    schools.done("run");
    AtomicInteger writes = new AtomicInteger();
    schools.send("H", "H-1", "HILL", MENDED);
    for (int which : new int[] {1, 4}) {
      writes.set(0);
      server.script(request -> request.writes("") && writes.incrementAndGet() >= which ? 403 : 0);
      MainRun broken = schools.job("run");
      assertThat(broken.exitCode()).isEqualTo(1);
      assertThat(broken.err())
          .last()
          .asString()
          .contains("s3://figures/warehouse cannot be read or written: access is denied");
      server.script(request -> 0);
    }
    Path release = schools.done("run").release();
    no_catalog();
    Path embedded = folder.resolve("embedded");
    schools.send("H", "H-1", "HILL", YES);
    schools.doneIn(embedded, "run");
    schools.send("H", "H-1", "HILL", MENDED);
    assertThat(bytes(release)).isEqualTo(bytes(schools.doneIn(embedded, "run").release()));
  }
}
