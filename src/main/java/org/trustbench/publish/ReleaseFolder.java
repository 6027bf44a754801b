package org.trustbench.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trustbench.Cause;
import org.trustbench.LocalPath;
import org.trustbench.PipelineException;
import org.trustbench.history.PublishedTable;

/** A release as it lies in its folder, read by what it says of itself. */
public record ReleaseFolder(Path folder, JsonNode manifest) {
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

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Opens a release.
   *
   * @param output the folder that releases are published to
   * @param release an id, a folder, or null for the latest
   */
  public static ReleaseFolder open(Path output, String release) {
    if (release == null) {
      Path latest = output.resolve("latest.json");
      return in(output.resolve(json(latest).path("release").asText()).normalize());
    }
    if (!release.matches("[0-9a-f]{16}")) {
      return in(LocalPath.of(release));
    }
    if (!Release.exists(output, release)) {
      throw PipelineException.usage(
          "release %s is not in %s: publish --as-of %s makes it again"
              .formatted(release, output.resolve("releases"), release));
    }
    return in(Release.folder(output, release));
  }

  private static ReleaseFolder in(Path folder) {
    return new ReleaseFolder(folder, json(folder.resolve("manifest.json")));
  }

  public String id() {
    return manifest.path("release").asText();
  }

  /** Whom it is for. */
  public String audience() {
    return manifest.path("audience").asText();
  }

  /** The framework as used. */
  public Path framework() {
    return folder.resolve("framework");
  }

  /** What it says of its tables. */
  public JsonNode dataPackage() {
    return json(folder.resolve("datapackage.json"));
  }

  /** The version of the tables that this program publishes. */
  public static int schemaVersion() {
    return StarSchema.VERSION;
  }

  /** The hash of the submission that an inspection's figures were made from. */
  public Optional<String> submissionHash(String inspectionId) {
    return Optional.ofNullable(manifest.path("submissions").path(inspectionId).textValue());
  }

  /** Its tables that hold figures. */
  public List<PublishedTable> tables() {
    List<PublishedTable> tables = new ArrayList<>();
    try {
      for (JsonNode resource :
          JSON.readTree(folder.resolve("datapackage.json").toFile()).path("resources")) {
        if (resource.path("format").asText().equals("csv")
            && !NO_FIGURES.contains(resource.path("name").asText())) {
          tables.add(table(resource));
        }
      }
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    return tables;
  }

  /** What differs between this release and another besides submissions, in words. */
  public List<String> otherwiseThan(ReleaseFolder other) {
    List<String> differing = new ArrayList<>();
    if (!manifest.path("software").equals(other.manifest.path("software"))) {
      differing.add("another version of the program");
    }
    if (!manifest.path("framework").equals(other.manifest.path("framework"))) {
      differing.add("another framework");
    }
    JsonNode mine = manifest.path("settings");
    JsonNode others = other.manifest.path("settings");
    Set<String> names = new TreeSet<>();
    mine.fieldNames().forEachRemaining(names::add);
    others.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> mine.path(name).equals(others.path(name)));
    names.forEach(name -> differing.add("setting " + name));
    return differing;
  }

  private PublishedTable table(JsonNode resource) throws IOException {
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
        rows(folder.resolve(resource.path("path").asText())));
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

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw PipelineException.usage(
          "%s cannot be read: --release names a release by its id or its folder, --output the folder of releases"
              .formatted(file),
          e);
    }
  }

  private static PipelineException unreadable(Path folder, IOException e) {
    return PipelineException.failed(
        "the release %s cannot be read: %s; delete it and make it again by publish --as-of"
            .formatted(folder, Cause.of(e)),
        e);
  }
}
