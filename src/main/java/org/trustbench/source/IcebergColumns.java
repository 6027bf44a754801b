package org.trustbench.source;

import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.trustbench.source.SourceColumn.Type;

/** What Iceberg's types are as columns; those of Parquet files are read as such too. */
final class IcebergColumns {
  private IcebergColumns() {}

  static List<SourceColumn> of(Schema schema) {
    return schema.columns().stream().map(IcebergColumns::of).toList();
  }

  private static SourceColumn of(Types.NestedField field) {
    Type type =
        switch (field.type().typeId()) {
          case STRING, UUID -> Type.TEXT;
          case INTEGER, LONG -> Type.WHOLE_NUMBER;
          case FLOAT, DOUBLE, DECIMAL -> Type.NUMBER;
          case BOOLEAN -> Type.TRUTH_VALUE;
          case DATE -> Type.DAY;
          case TIMESTAMP ->
              ((Types.TimestampType) field.type()).shouldAdjustToUTC()
                  ? Type.MOMENT
                  : Type.TIME_WITHOUT_ZONE;
          case TIMESTAMP_NANO ->
              ((Types.TimestampNanoType) field.type()).shouldAdjustToUTC()
                  ? Type.MOMENT
                  : Type.TIME_WITHOUT_ZONE;
          default -> Type.NO_CELL;
        };
    return new SourceColumn(field.name(), type, "of type " + field.type());
  }
}
