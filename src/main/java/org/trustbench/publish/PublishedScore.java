package org.trustbench.publish;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.PipelineException;
import org.trustbench.tally.Derivation.QuestionCounts;

/** A row of {@code scores.csv}; texts as published, empty where a figure is not available. */
public record PublishedScore(
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
    String scoreRule) {

  /** The published scores of a trust by inspection and measure; none where it was not inspected. */
  public static Map<String, Map<String, PublishedScore>> of(ReleaseFolder release, String trust) {
    Map<String, Map<String, PublishedScore>> scores = new TreeMap<>();
    for (NamedCsvRecord row : rows(release, trust)) {
      PublishedScore score = score(row);
      scores
          .computeIfAbsent(score.inspectionId(), inspection -> new HashMap<>())
          .put(score.measureId(), score);
    }
    return scores;
  }

  private static List<NamedCsvRecord> rows(ReleaseFolder release, String trust) {
    Path file = release.verified("tables/scores.csv");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().filter(row -> row.getField("trust_id").equals(trust)).toList();
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be read: --release names a release".formatted(file), e);
    }
  }

  /** The same as texts, by column, as a public release has them: empty where it withholds. */
  public static Map<String, Map<String, Map<String, String>>> texts(
      ReleaseFolder release, String trust) {
    Map<String, Map<String, Map<String, String>>> texts = new TreeMap<>();
    for (NamedCsvRecord row : rows(release, trust)) {
      texts
          .computeIfAbsent(row.getField("inspection_id"), inspection -> new HashMap<>())
          .put(row.getField("measure_id"), row.getFieldsAsMap());
    }
    return texts;
  }

  private static PublishedScore score(NamedCsvRecord row) {
    return new PublishedScore(
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
}
