package org.trustbench.ingest.sent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.Header;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.message.Counted;

/**
 * Reads what a workbook says of its inspection: a row a field, with its name and its value, or a
 * column a field and one row of values. The fields are those of {@code inspection.json}.
 */
final class InspectionSheet {
  private static final String FIELD = "field";
  private static final String VALUE = "value";

  /** More rows than there are fields, names that no format has among them. */
  private static final int MOST_ROWS = 1_000;

  private static final Set<String> COUNTS = Set.of("caseload", "cases_sampled");

  private final SentFile file;
  private final Header header;
  private final List<Row> rows = new ArrayList<>();
  private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
  private final Map<String, String> places = new HashMap<>();

  private record Row(int number, List<String> cells) {}

  /**
   * What it says.
   *
   * @param fields with their values: numbers where a number is meant, otherwise texts
   * @param places where each value stands
   */
  record Said(ObjectNode fields, Map<String, String> places, String sha256) {}

  private InspectionSheet(SentFile file, RowReader table) throws Refusal {
    this.file = file;
    this.header = table.heading();
    while (table.next()) {
      if (rows.size() == MOST_ROWS) {
        throw refused("%s: it has more rows than there are fields".formatted(header.place()));
      }
      if (table.isFaulty()) {
        throw refused(table.fault());
      }
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < header.names().size(); column++) {
        cells.add(table.given(column));
      }
      rows.add(new Row(table.line(), cells));
    }
  }

  static Said read(SentFile file) throws IOException, Refusal {
    try (RowReader table = InputFormats.open(file)) {
      InspectionSheet sheet = new InspectionSheet(file, table);
      sheet.say();
      return new Said(sheet.fields, sheet.places, table.sha256Hex());
    }
  }

  private void say() throws Refusal {
    List<String> names = header.names().stream().map(Spelling::folded).toList();
    int field = names.indexOf(FIELD);
    int value = names.indexOf(VALUE);
    if (field >= 0 && value >= 0) {
      rowByRow(field, value);
    } else if (names.size() > 1
        && ManifestFields.KNOWN.has(names.get(0))
        && !ManifestFields.KNOWN.has(names.get(1))) {
      put(header.names().get(0), header.names().get(1), header.place(1));
      rowByRow(0, 1);
    } else if (names.stream().anyMatch(ManifestFields.KNOWN::has)) {
      columnByColumn();
    } else {
      throw refused(
          "%s: it must have the columns \"field\" and \"value\", or a column for each field"
              .formatted(header.place()));
    }
  }

  private void rowByRow(int field, int value) throws Refusal {
    for (Row row : rows) {
      String name = row.cells().get(field);
      String place = header.place(value, row.number());
      if (!name.isEmpty()) {
        put(name, row.cells().get(value), place);
      } else if (!row.cells().get(value).isEmpty()) {
        throw refused("%s: it is of no field: name the field beside it".formatted(place));
      }
    }
  }

  private void columnByColumn() throws Refusal {
    if (rows.size() != 1) {
      throw refused(
          "%s: it has %s of values below its header: it must have one"
              .formatted(header.place(), Counted.of(rows.size(), "row")));
    }
    for (int column = 0; column < header.names().size(); column++) {
      Row row = rows.get(0);
      put(header.names().get(column), row.cells().get(column), header.place(column, row.number()));
    }
  }

  /** A field whose value is left empty is there, and not known. */
  private void put(String name, String value, String place) throws Refusal {
    if (places.putIfAbsent(name, place) != null) {
      throw refused("%s: field \"%s\" is there twice: keep one".formatted(place, name));
    }
    String plain = Spelling.plain(value);
    if (plain.isEmpty()) {
      if (!name.equals(ManifestFields.SYNTHETIC)) {
        fields.putNull(name);
      }
    } else if (COUNTS.contains(name) && plain.matches("[0-9]{1,18}")) {
      fields.put(name, new BigDecimal(plain));
    } else if (name.equals(ManifestFields.SYNTHETIC)) {
      putTruth(value);
    } else {
      fields.put(name, value);
    }
  }

  private void putTruth(String value) {
    switch (Spelling.folded(value)) {
      case "true", "yes" -> fields.put(ManifestFields.SYNTHETIC, true);
      case "false", "no" -> fields.put(ManifestFields.SYNTHETIC, false);
      default -> fields.put(ManifestFields.SYNTHETIC, value);
    }
  }

  private Refusal refused(String reason) {
    return new Refusal(RejectRule.UNREADABLE_MANIFEST, file.name(), reason);
  }
}
