package org.trustbench.lake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** A lake whose rows do not say which ingest wrote them. */
class EarlierShapeTest {
  @TempDir Path folder;

  @Test
  void it_is_refused_in_one_line_with_the_command_that_makes_it_anew() throws Exception {
    Path framework = TinyFramework.write(folder.resolve("framework"), json -> json);
    Path lake = folder.resolve("lake");
    try (JdbcCatalog catalog =
        (JdbcCatalog)
            CatalogUtil.buildIcebergCatalog("lake", EmbeddedCatalog.properties(lake), null)) {
      ((SupportsNamespaces) catalog).createNamespace(Namespace.of("schools"));
      catalog.createTable(
          TableIdentifier.of("schools", "submissions"),
          new Schema(Types.NestedField.optional(1, "submission_hash", Types.StringType.get())));
    }

    MainRun run =
        MainRun.in(
            folder, "publish", "--framework", framework.toString(), "--submissions", "inbox");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("the lake was made by an earlier version")
        .contains("mv '%s' '%s.before' && ./jobs/submit ingest".formatted(lake, lake))
        .contains("--submissions '%s'".formatted(Path.of("inbox").toAbsolutePath()));
  }
}
