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
   * takes a second over Spark's jars. No table here is read from a file or written to one, so it is
   * shown a class path without any.
   */
  private static void prepare() {
    String classPath = System.getProperty("java.class.path");
    System.setProperty("java.class.path", "none");
    Table.create();
    System.setProperty("java.class.path", classPath);
  }
}
