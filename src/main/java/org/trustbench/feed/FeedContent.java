package org.trustbench.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.publish.OccasionalTables;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.table.Column;
import org.trustbench.table.Table;
import org.trustbench.terms.Terms;

/** The star schema of a release as it lies in its folder, described by its own data package. */
final class FeedContent {
  private final ReleaseFolder release;
  private final JsonNode described;
  private final List<Fact> facts = new ArrayList<>();

  /** A table of the star schema and its Parquet file; a table without rows may have none. */
  record Fact(Table<Object[]> table, Optional<Path> file) {
    /** Its rows, one value a column; the stream holds the file open. */
    Stream<Object[]> rows() {
      return file.map(one -> ParquetTable.rows(one, table)).orElseGet(Stream::empty);
    }
  }

  private FeedContent(ReleaseFolder release, JsonNode described) {
    this.release = release;
    this.described = described;
  }

  /**
   * Reads what a release says of its tables.
   *
   * @throws PipelineException if it was published with tables of another version
   */
  static FeedContent of(ReleaseFolder release) {
    FeedContent content = new FeedContent(release, release.dataPackage());
    int version = content.described.path("schema_version").asInt();
    if (version != ReleaseFolder.schemaVersion()) {
      throw PipelineException.usage(
          "release %s has tables of version %d and this program feeds version %d: publish its submissions again with this version of the program"
              .formatted(release.id(), version, ReleaseFolder.schemaVersion()));
    }
    for (JsonNode resource : content.described.path("resources")) {
      if (resource.path("format").asText().equals("parquet")) {
        content.facts.add(content.fact(resource));
      }
    }
    content.addWithoutRows();
    return content;
  }

  /** What the release has no rows for is there and empty. */
  private void addWithoutRows() {
    Set<String> there = facts.stream().map(fact -> fact.table().name()).collect(Collectors.toSet());
    for (Table<?> table : OccasionalTables.in(terms())) {
      if (!there.contains(table.name())) {
        facts.add(new Fact(withoutRows(table), Optional.empty()));
      }
    }
  }

  private static Table<Object[]> withoutRows(Table<?> table) {
    List<Column<Object[]>> columns = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      int position = columns.size();
      columns.add(
          new Column<>(
              column.name(),
              column.type(),
              column.unit(),
              column.decimals(),
              column.description(),
              row -> row[position],
              column.isFree()));
    }
    return new Table<>(table.name(), table.grain(), table.key(), columns, table.foreignKeys());
  }

  String releaseId() {
    return release.id();
  }

  /** Whom the release is for. */
  String audience() {
    return release.audience();
  }

  /**
   * The schema that holds the programme's tables in a database: the framework's id as a plain name.
   */
  String schema() {
    String id = release.manifest().path("framework").path("id").asText();
    String name = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    return name.matches("[a-z].*") ? name : "p_" + name;
  }

  /** What the programme calls its institutions and cases. */
  Terms terms() {
    return release.terms();
  }

  /** Tables that others refer to come first. */
  List<Fact> facts() {
    return facts;
  }

  ReleaseMetadata record(String definition, long feedNumber, boolean isCurrent) {
    return new ReleaseMetadata(
        releaseId(),
        described.path("title").asText(),
        release.manifest(),
        definition,
        feedNumber,
        isCurrent);
  }

  /** Every table that is fed, those that others refer to first. */
  List<Table<?>> tables() {
    List<Table<?>> tables = new ArrayList<>();
    tables.add(ReleaseMetadata.RELEASE);
    facts.forEach(fact -> tables.add(fact.table()));
    tables.add(ReleaseMetadata.SUBMISSION);
    tables.add(ReleaseMetadata.SETTING);
    return tables;
  }

  private Fact fact(JsonNode resource) {
    JsonNode schema = resource.path("schema");
    List<Column<Object[]>> columns = new ArrayList<>();
    for (JsonNode field : schema.path("fields")) {
      columns.add(column(field, columns.size()));
    }
    List<Table.ForeignKey> foreignKeys = new ArrayList<>();
    for (JsonNode key : schema.path("foreignKeys")) {
      foreignKeys.add(
          new Table.ForeignKey(
              key.path("fields").path(0).asText(),
              key.path("reference").path("resource").asText()));
    }
    Path file = release.verified(resource.path("path").asText());
    return new Fact(
        new Table<>(
            resource.path("name").asText(),
            resource.path("description").asText(),
            texts(schema.path("primaryKey")),
            columns,
            foreignKeys),
        Optional.of(file));
  }

  private static Column<Object[]> column(JsonNode field, int position) {
    return new Column<>(
        field.path("name").asText(),
        type(field.path("type").asText()),
        field.path("unit").asText(""),
        0,
        field.path("description").asText(),
        row -> row[position],
        false);
  }

  private static Column.Type type(String name) {
    return switch (name) {
      case "integer" -> Column.Type.INTEGER;
      case "number" -> Column.Type.DECIMAL;
      case "date" -> Column.Type.DATE;
      case "boolean" -> Column.Type.BOOLEAN;
      default -> Column.Type.TEXT;
    };
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (Iterator<JsonNode> each = list.elements(); each.hasNext(); ) {
      texts.add(each.next().asText());
    }
    return texts;
  }
}
