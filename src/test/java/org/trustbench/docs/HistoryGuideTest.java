package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.Launched;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;

/** What the guide says of inspections by two versions of a form, tried on the guide's own files. */
class HistoryGuideTest {
  private static final Path GUIDE = Launched.root().resolve("jobs/FRAMEWORKS.md");
  private static final Pattern FILE =
      Pattern.compile("(?ms)^`([^`\\n]+)`:\\n\\n^```\\w+\\n(.*?)^```$");
  private static final int VISITS = 12;

  @TempDir Path folder;

  /** The lines of the section that are indented, as the guide shows them. */
  private static List<String> shown(String beginning) throws IOException {
    String guide = Files.readString(GUIDE);
    String section = guide.substring(guide.indexOf("## Inspected again"));
    section = section.substring(0, section.indexOf("\n## "));
    return section
        .lines()
        .filter(line -> line.startsWith("    " + beginning))
        .map(String::strip)
        .toList();
  }

  /** The pools as the guide leaves them, with what it changes for a second version. */
  private Path pools() throws IOException {
    String guide = Files.readString(GUIDE);
    Map<String, String> files = new HashMap<>();
    Matcher file = FILE.matcher(guide.substring(0, guide.indexOf("## Inspected again")));
    while (file.find()) {
      files.put(file.group(1), file.group(2));
    }
    List<String> questions = new ArrayList<>(shown("id,label"));
    questions.addAll(shown("lifeguards,"));
    questions.addAll(shown("enough_lifeguards,"));
    questions.addAll(shown("signs,"));
    files
        .get("pools/questions.csv")
        .lines()
        .skip(1)
        .filter(line -> !line.startsWith("lifeguards,"))
        .forEach(line -> questions.add(line + ",,"));
    LandingFolder written = new LandingFolder(folder.resolve("pools"));
    written.file("questions.csv", String.join("\n", questions) + "\n");
    written.file("trusts.csv", files.get("pools/trusts.csv"));
    written.file(
        "framework.json",
        files
            .get("pools/framework.json")
            .replaceFirst(
                "\"version\": \"2026-04\"",
                "\"version\": \"2028-04\", " + shown("\"forms\"").get(0))
            .replace("\"id\": \"returns\"", "\"id\": \"returns\", \"version\": \"2026-04\""));
    return folder.resolve("pools");
  }

  private void send(int year, int enough) {
    boolean isFirst = year == 2026;
    StringBuilder cases = new StringBuilder("case_id,swimmers\n");
    StringBuilder judged =
        new StringBuilder(
            "case_id,%s,children_watched,rescue_gear,water_tested,hazard_left,changing_rooms%s%n"
                .formatted(isFirst ? "lifeguards" : "enough_lifeguards", isFirst ? "" : ",signs"));
    for (int visit = 0; visit < VISITS; visit++) {
      cases.append("v%d,children%n".formatted(visit));
      judged.append(
          "v%d,%s,%s,yes,yes,no,%s%s%n"
              .formatted(
                  visit,
                  visit < enough ? "yes" : "no",
                  visit < 8 ? "yes" : "no",
                  visit < 5 ? "good" : "poor",
                  isFirst ? "" : ",yes"));
    }
    String name = "ALD-" + year;
    new LandingFolder(folder.resolve("sent"))
        .file(
            name + "/inspection.json",
            """
            {"inspection_id": "%s", "trust": "Alder Baths", "framework": "pools",
             "framework_version": "%d-04", "start_date": "%d-05-04", "synthetic": true}
            """
                .formatted(name, year, year))
        .file(name + "/cases.csv", cases.toString())
        .file(name + "/judgements.csv", judged.toString());
  }

  @Test
  void what_it_shows_is_what_comes_out() throws IOException {
    String framework = pools().toString();
    send(2026, VISITS / 2);
    send(2028, VISITS);
    MainRun check = MainRun.of("framework", "check", framework);
    MainRun run =
        MainRun.in(
            folder.resolve("workspace"),
            "run",
            "--framework",
            framework,
            "--submissions",
            folder.resolve("sent").toString());

    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    assertThat(check.out().stream().filter(line -> line.startsWith("note: not followed")))
        .containsExactlyElementsOf(shown("note:"));
    List<String> changes =
        PlainCsv.rows(run.release().resolve("tables/change.csv")).stream()
            .filter(row -> row.get("change_status").equals("compared"))
            .filter(row -> !row.get("change_points").equals("0.0000"))
            .map(
                row ->
                    List.of(
                            "measure_id",
                            "earlier_measure_id",
                            "earlier_score_percent",
                            "score_percent",
                            "change_points",
                            "change_lower95_points",
                            "change_upper95_points",
                            "change_verdict95")
                        .stream()
                        .map(row::get)
                        .collect(Collectors.joining(",")))
            .toList();
    List<String> told = new ArrayList<>();
    for (String measure : List.of("section-A1,", "children-safe,", "safe-visit", "question-")) {
      told.addAll(shown(measure));
    }
    assertThat(changes).containsExactlyInAnyOrderElementsOf(told);
  }
}
