package org.trustbench.lake.catalog;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Iceberg's form of a table's declaration. */
public final class IcebergSchemas {
  private IcebergSchemas() {}

  public static Schema schema(Table<?> table) {
    List<Types.NestedField> fields = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      fields.add(
          Types.NestedField.optional(
              fields.size() + 1, column.name(), type(column.type()), column.description()));
    }
    return new Schema(fields);
  }

  static Type type(Column.Type type) {
    return switch (type) {
      case TEXT -> Types.StringType.get();
      case INTEGER -> Types.LongType.get();
      case DECIMAL -> Types.DoubleType.get();
      case DATE -> Types.DateType.get();
      case BOOLEAN -> Types.BooleanType.get();
    };
  }
}
