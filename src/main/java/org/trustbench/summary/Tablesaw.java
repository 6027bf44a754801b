package org.trustbench.summary;

import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The one place where Tablesaw's tables are made. */
final class Tablesaw {
  static {
    prepare();
  }

  private Tablesaw() {}

  static Table table(String name, Column<?>... columns) {
    return Table.create(name, columns);
  }

  /**
   * Tablesaw looks for its file formats through the whole class path when it is first used, which
   * takes a second over Spark's jars. They are all in the jar that holds it.
   */
  private static void prepare() {
    String classPath = System.getProperty("java.class.path");
    String own =
        tech.tablesaw.table.Relation.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath();
    System.setProperty("java.class.path", own);
    Table.create();
    System.setProperty("java.class.path", classPath);
  }
}
