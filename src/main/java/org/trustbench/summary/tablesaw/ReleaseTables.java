package org.trustbench.summary.tablesaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.PipelineException;
import org.trustbench.framework.NearestWord;
import org.trustbench.message.FailureCause;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Tables of a published release as Tablesaw's. Their columns have the types that the release says
 * they have, so that a code stays text though it looks like a number, and a column that is withheld
 * whole is still one of numbers.
 */
public final class ReleaseTables {
  private static final JsonMapper JSON = new JsonMapper();

  private ReleaseTables() {}

  /**
   * Reads one table.
   *
   * @param release the release's folder
   * @param name the table's, as {@code scores}
   * @throws PipelineException if the release has none of that name, or it cannot be read
   */
  public static Table read(Path release, String name) {
    Path described = release.resolve("datapackage.json");
    try {
      Map<String, JsonNode> tables = new TreeMap<>();
      for (JsonNode resource : JSON.readTree(Files.readString(described)).path("resources")) {
        if (resource.path("format").asText().equals("csv")) {
          tables.putIfAbsent(resource.path("name").asText(), resource);
        }
      }
      JsonNode table = tables.get(name);
      if (table == null) {
        throw PipelineException.usage(
            "%s names no table \"%s\"%s"
                .formatted(
                    described,
                    name,
                    NearestWord.to(name, tables.keySet())
                        .map("; did you mean %s?"::formatted)
                        .orElse("")));
      }
      Map<String, ColumnType> types = new HashMap<>();
      for (JsonNode field : table.path("schema").path("fields")) {
        types.put(field.path("name").asText(), type(field.path("type").asText()));
      }
      return Table.read()
          .usingOptions(
              CsvReadOptions.builder(
                      Files.newBufferedReader(release.resolve(table.path("path").asText())))
                  .tableName(name)
                  .missingValueIndicator("")
                  .columnTypes(types::get));
    } catch (IOException e) {
      throw PipelineException.failed(
          "table %s of %s cannot be read: %s".formatted(name, release, FailureCause.of(e)), e);
    }
  }

  private static ColumnType type(String word) {
    return switch (word) {
      case "integer" -> ColumnType.LONG;
      case "number" -> ColumnType.DOUBLE;
      case "boolean" -> ColumnType.BOOLEAN;
      case "date" -> ColumnType.LOCAL_DATE;
      default -> ColumnType.STRING;
    };
  }
}
