package org.trustbench.table.parquet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** What a Parquet file says of the table it holds. */
final class ParquetSchema {
  private ParquetSchema() {}

  /**
   * The Parquet schema of a table; every field may be null.
   *
   * @param fieldId the number that a column's field carries, by the column's name
   */
  static MessageType of(Table<?> table, ToIntFunction<String> fieldId) {
    List<Type> fields = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      fields.add(field(column).withId(fieldId.applyAsInt(column.name())));
    }
    return new MessageType(table.name(), fields);
  }

  private static Type field(Column<?> column) {
    return switch (column.type()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32)
              .as(LogicalTypeAnnotation.dateType())
              .named(column.name());
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
    };
  }

  /** Descriptions of the table and its columns, with its keys. */
  static Map<String, String> descriptions(Table<?> table) {
    Map<String, String> descriptions = new LinkedHashMap<>();
    descriptions.put("description", table.grain());
    descriptions.put("primary_key", String.join(" ", table.key()));
    for (Table.ForeignKey key : table.foreignKeys()) {
      descriptions.put("foreign_key." + key.column(), key.table());
    }
    for (Column<?> column : table.columns()) {
      descriptions.put("description." + column.name(), column.description());
      if (!column.unit().isEmpty()) {
        descriptions.put("unit." + column.name(), column.unit());
      }
    }
    return descriptions;
  }
}
