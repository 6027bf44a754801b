package org.trustbench.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.support.ForkFolder;
import org.trustbench.support.Judged;
import org.trustbench.support.TinyFramework;

/**
 * Schools with peers of their own, from a line each: code, pupils, setting, friends (- for none of
 * these), sufficient of judged. Every judgement is one of the same question, each in a case of its
 * own.
 */
public final class PeerSchools {
  public static final String PEERS =
      """
      "peers": [
        { "id": "near", "label": "Three nearest", "nearest": 3, "numbers": ["pupils"],
          "categories": ["setting"] },
        { "id": "friends", "label": "Friends", "column": "friends", "separator": "+" }],
      """;

  private PeerSchools() {}

  /** What is worked out of them. */
  public static Results results(String lines) {
    StringBuilder trusts =
        new StringBuilder("code,name,aliases,tranche,county,pupils,setting,friends\n");
    List<String[]> rows =
        lines
            .strip()
            .lines()
            .map(line -> line.strip().replaceAll(" +", " ").split(" ", -1))
            .toList();
    for (String[] row : rows) {
      trusts.append(
          "%s,School %s,,,,%s,%s,%s%n"
              .formatted(row[0], row[0], known(row[1]), known(row[2]), known(row[3])));
    }
    try {
      Path folder = write(ForkFolder.create("peers"));
      Files.writeString(folder.resolve("trusts.csv"), trusts);
      Codebook codebook = new Codebook(FrameworkReader.read(folder.toString()));
      List<InspectionTallies> inspections = new ArrayList<>();
      for (String[] row : rows) {
        if (row.length > 4) {
          inspections.add(inspection(codebook, row[0], row[4].split("/", -1)));
        }
      }
      return Benchmark.of(
          codebook.framework(), new AnalysisRules(AnalysisRules.POOLED, 10), inspections);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the framework, whose register has no value of what peers are chosen by. */
  public static Path write(Path folder) throws IOException {
    TinyFramework.write(folder, PeerSchools::json);
    Files.writeString(
        folder.resolve("trusts.csv"), "code,name,aliases,tranche,county,pupils,setting,friends\n");
    return folder;
  }

  static String json(String json) {
    return json.replace(
            "{ \"id\": \"county\", \"label\": \"County\" }",
            "{ \"id\": \"county\", \"label\": \"County\" }, { \"id\": \"pupils\", \"label\":"
                + " \"Pupils\" }, { \"id\": \"setting\", \"label\": \"Setting\" }, { \"id\":"
                + " \"friends\", \"label\": \"Friends\" }")
        .replace("\"layouts\":", PEERS + "\"layouts\":");
  }

  private static String known(String value) {
    return value.equals("-") ? "" : value;
  }

  private static InspectionTallies inspection(Codebook codebook, String code, String[] judged) {
    InspectionTallies one =
        Judged.inspection(codebook, code, "plan 0/0 %s/%s".formatted(judged[0], judged[1]));
    return new InspectionTallies(
        code + "-2014",
        one.trust(),
        null,
        LocalDate.of(2014, 1, 1),
        LocalDate.of(2014, 1, 31),
        LocalDate.of(2014, 3, 1),
        null,
        null,
        one.cases(),
        true,
        one.counts());
  }
}
