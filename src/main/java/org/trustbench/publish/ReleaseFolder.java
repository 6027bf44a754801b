package org.trustbench.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trustbench.PipelineException;
import org.trustbench.tally.Derivation.QuestionCounts;

/** A release as published, read again to say where a figure of it comes from. */
public record ReleaseFolder(Path folder, JsonNode manifest) {

  /** A row of {@code scores.csv}; texts as published, empty where a figure is not available. */
  public record Score(
      String inspectionId,
      String measureId,
      long casesInScope,
      long casesAssessed,
      QuestionCounts counts,
      String scorePercent,
      String lower95Percent,
      String upper95Percent,
      String intervalRule,
      String designEffect,
      String scoreRule) {}

  /**
   * Opens a release.
   *
   * @param output the folder that releases are published to
   * @param release an id, a folder, or null for the latest
   */
  public static ReleaseFolder open(Path output, String release) {
    if (release == null) {
      Path latest = output.resolve("latest.json");
      Path named = output.resolve(json(latest).path("release").asText()).normalize();
      return new ReleaseFolder(named, json(named.resolve("manifest.json")));
    }
    boolean isId = release.matches("[0-9a-f]{16}");
    Path folder = isId ? Release.folder(output, release) : Path.of(release);
    return new ReleaseFolder(folder, json(folder.resolve("manifest.json")));
  }

  public String id() {
    return manifest.path("release").asText();
  }

  /** The framework as used. */
  public Path framework() {
    return folder.resolve("framework");
  }

  /** The hash of the submission that an inspection's figures were made from. */
  public Optional<String> submissionHash(String inspectionId) {
    return Optional.ofNullable(manifest.path("submissions").path(inspectionId).textValue());
  }

  /** The published scores of a trust by inspection and measure; none where it was not inspected. */
  public Map<String, Map<String, Score>> scores(String trust) {
    Path file = folder.resolve("tables/scores.csv");
    Map<String, Map<String, Score>> scores = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        if (row.getField("trust_id").equals(trust)) {
          Score score = score(row);
          scores
              .computeIfAbsent(score.inspectionId(), inspection -> new HashMap<>())
              .put(score.measureId(), score);
        }
      }
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be read: --release names a release".formatted(file), e);
    }
    return scores;
  }

  private static Score score(NamedCsvRecord row) {
    return new Score(
        row.getField("inspection_id"),
        row.getField("measure_id"),
        number(row, "cases_in_scope"),
        number(row, "cases_assessed"),
        new QuestionCounts(
            row.getField("measure_id"),
            number(row, "sufficient"),
            number(row, "assessed"),
            number(row, "not_applicable"),
            number(row, "not_recorded")),
        row.getField("score_percent"),
        row.getField("lower95_percent"),
        row.getField("upper95_percent"),
        row.getField("interval_rule"),
        row.getField("design_effect"),
        row.getField("score_rule"));
  }

  private static long number(NamedCsvRecord row, String column) {
    return Long.parseLong(row.getField(column));
  }

  private static JsonNode json(Path file) {
    try {
      return new JsonMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw PipelineException.usage(
          "%s cannot be read: --release names a release by its id or its folder, --output the folder of releases"
              .formatted(file),
          e);
    }
  }
}
