package org.trustbench.publish;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustbench.PipelineException;
import org.trustbench.diff.PublishedTable;
import org.trustbench.message.FailureCause;

/** Reads the tables of a published release that hold figures, to set them beside another's. */
final class FigureTables {
  /**
   * Tables that hold no figure of anybody: points that a curve is drawn through, rows that were
   * rejected, which the account of their file counts, what repeats other figures, and what the
   * others refer to.
   */
  private static final Set<String> NO_FIGURES =
      Set.of(
          "funnel",
          "rejects",
          "audits",
          "trusts",
          "measures",
          "inspections",
          "comparator_groups",
          "dictionary");

  private FigureTables() {}

  static List<PublishedTable> of(ReleaseFolder release) {
    List<PublishedTable> tables = new ArrayList<>();
    try {
      for (JsonNode resource : release.dataPackage().path("resources")) {
        if (resource.path("format").asText().equals("csv")
            && !NO_FIGURES.contains(resource.path("name").asText())) {
          tables.add(table(release, resource));
        }
      }
    } catch (IOException e) {
      throw unreadable(release, e);
    }
    return tables;
  }

  private static PublishedTable table(ReleaseFolder release, JsonNode resource) throws IOException {
    List<String> key = new ArrayList<>();
    JsonNode schema = resource.path("schema");
    JsonNode keyed =
        schema.has("primaryKey") ? schema.get("primaryKey") : schema.path("uniqueKeys").path(0);
    keyed.forEach(column -> key.add(column.asText()));
    List<String> columns = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    for (JsonNode field : resource.path("schema").path("fields")) {
      columns.add(field.path("name").asText());
      if (Set.of("integer", "number").contains(field.path("type").asText())) {
        numbers.add(field.path("name").asText());
      }
    }
    return new PublishedTable(
        resource.path("name").asText(),
        key,
        columns,
        numbers,
        rows(release.verified(resource.path("path").asText())));
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      List<String> header = null;
      for (CsvRecord line : reader) {
        if (header == null) {
          header = line.getFields();
          continue;
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), line.getField(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static PipelineException unreadable(ReleaseFolder release, IOException e) {
    return PipelineException.failed(
        "the release %s cannot be read: %s; delete it and make it again by publish --as-of"
            .formatted(release.folder(), FailureCause.of(e)),
        e);
  }
}
