package org.trustbench.source;

import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.trustbench.source.SourceColumn.CellType;

/** What Iceberg's types are as columns; those of Parquet files are read as such too. */
final class IcebergColumns {
  private IcebergColumns() {}

  static List<SourceColumn> of(Schema schema) {
    return schema.columns().stream().map(IcebergColumns::of).toList();
  }

  private static SourceColumn of(Types.NestedField field) {
    CellType type =
        switch (field.type().typeId()) {
          case STRING, UUID -> CellType.TEXT;
          case INTEGER, LONG -> CellType.WHOLE_NUMBER;
          case FLOAT, DOUBLE, DECIMAL -> CellType.NUMBER;
          case BOOLEAN -> CellType.TRUTH_VALUE;
          case DATE -> CellType.DAY;
          case TIMESTAMP ->
              ((Types.TimestampType) field.type()).shouldAdjustToUTC()
                  ? CellType.MOMENT
                  : CellType.TIME_WITHOUT_ZONE;
          case TIMESTAMP_NANO ->
              ((Types.TimestampNanoType) field.type()).shouldAdjustToUTC()
                  ? CellType.MOMENT
                  : CellType.TIME_WITHOUT_ZONE;
          default -> CellType.NO_CELL;
        };
    return new SourceColumn(field.name(), type, "of type " + field.type());
  }
}
