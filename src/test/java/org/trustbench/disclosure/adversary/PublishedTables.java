package org.trustbench.disclosure.adversary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tables of a release as texts, which is all that the attacker sees of it.
 *
 * @param rows by table, each row by column
 */
public record PublishedTables(Map<String, List<Map<String, String>>> rows) {

  /** Reads the CSV files of a release. */
  public static PublishedTables of(Path release) {
    Map<String, List<Map<String, String>>> tables = new TreeMap<>();
    try (Stream<Path> files = Files.list(release.resolve("tables"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
          tables.put(name, csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PublishedTables(tables);
  }

  /** The rows of a table; none when it is not published. */
  public List<Map<String, String>> table(String name) {
    return rows.getOrDefault(name, List.of());
  }

  /** The rows that are about one inspection alone. */
  public PublishedTables only(String inspectionId) {
    Map<String, List<Map<String, String>>> some = new TreeMap<>();
    rows.forEach(
        (name, all) ->
            some.put(
                name,
                all.stream()
                    .filter(row -> inspectionId.equals(row.get("inspection_id")))
                    .toList()));
    return new PublishedTables(some);
  }
}
