package org.trustbench.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.support.ForkFolder;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Counts;

/**
 * Schools in towns, in counties, from a line each: code, town, county (- for none, _ for a blank),
 * sufficient of judged.
 */
public final class LevelSchools {
  static final String MEASURE = "question-plan";

  private final Codebook codebook;
  private final List<InspectionTallies> inspections = new ArrayList<>();

  private LevelSchools(Framework framework) {
    this.codebook = new Codebook(framework);
  }

  /** Every judgement is one of the same question, each in a case of its own. */
  public static LevelSchools of(String lines) {
    StringBuilder trusts = new StringBuilder("code,name,aliases,tranche,county,town\n");
    List<String[]> rows =
        lines.strip().lines().map(line -> line.replaceAll(" +", " ").split(" ", -1)).toList();
    for (String[] row : rows) {
      trusts.append(
          "%s,School %s,,,%s,%s%n".formatted(row[0], row[0], known(row[2]), known(row[1])));
    }
    try {
      Path folder = TinyFramework.write(ForkFolder.create("levels"), LevelSchools::json);
      Files.writeString(folder.resolve("trusts.csv"), trusts);
      LevelSchools schools = new LevelSchools(FrameworkReader.read(folder.toString()));
      rows.forEach(schools::add);
      return schools;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String known(String group) {
    return group.equals("-")
        ? ""
        : "\"%s\"".formatted(group.replace('_', ' ').replace("\"", "\"\""));
  }

  private static String json(String json) {
    return json.replace(
            "{ \"id\": \"county\", \"label\": \"County\" }",
            "{ \"id\": \"county\", \"label\": \"County\" }, { \"id\": \"town\", \"label\": \"Town\""
                + " }")
        .replace(
            "{ \"id\": \"programme\", \"label\": \"All schools\" }",
            "{ \"id\": \"programme\", \"label\": \"All schools\" }, { \"id\": \"alike\","
                + " \"label\": \"Alike\", \"by\": \"county\", \"and\": [\"town\"] }")
        .replace(
            "\"vocabulary\"",
            "\"levels\": [{ \"by\": \"town\", \"one\": \"town\", \"many\": \"towns\" },"
                + " { \"by\": \"county\", \"one\": \"county\", \"many\": \"counties\" }],"
                + " \"vocabulary\"");
  }

  private void add(String[] row) {
    if (row.length > 3) {
      String[] judged = row[3].split("/", -1);
      add(row[0], 2014, Integer.parseInt(judged[0]), Integer.parseInt(judged[1]));
    }
  }

  /** One more inspection of a school. */
  public void add(String code, int year, int sufficient, int judged) {
    InspectionTallies one =
        Judged.inspection(codebook, code, "plan 0/0 %d/%d".formatted(sufficient, judged));
    inspections.add(
        new InspectionTallies(
            code + "-" + year,
            one.trust(),
            null,
            LocalDate.of(year, 1, 1),
            LocalDate.of(year, 1, 31),
            LocalDate.of(year, 3, 1),
            null,
            null,
            one.cases(),
            true,
            one.counts()));
  }

  /** One more inspection, of whatever counts. */
  public void add(String code, Map<String, Map<String, Counts>> counts) {
    add(code, 2015, 0, 0);
    InspectionTallies empty = inspections.remove(inspections.size() - 1);
    inspections.add(empty.with(null, null, 10L, counts));
  }

  public Framework framework() {
    return codebook.framework();
  }

  public Results results() {
    return Benchmark.of(
        framework(), new AnalysisRules(AnalysisRules.POOLED, 10), List.copyOf(inspections));
  }

  List<LevelResults> levels() {
    return LevelResults.of(results(), 1);
  }
}
