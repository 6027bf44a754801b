package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.CASES;
import static org.trustbench.support.SchoolVisits.YES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/** A lake of two frameworks, in whatever catalog is set, that comes under a new key. */
final class NewKey {
  private final Path folder;
  private final Path key;

  private NewKey(Path folder) throws IOException {
    this.folder = folder;
    this.key = Files.writeString(folder.resolve("key"), "the first key, long enough for one\n");
    for (String framework : List.of("schools", "colleges")) {
      TinyFramework.write(
          folder.resolve("of-" + framework),
          json -> json.replace("\"id\": \"schools\"", "\"id\": \"" + framework + "\""));
      LandingFolder inbox = new LandingFolder(folder.resolve("sent-" + framework));
      for (String trust : List.of("HILL", "DALE")) {
        inbox.file(
            trust + "/inspection.json",
            LandingFolder.manifest(trust + "-1", trust).replace("schools", framework));
        inbox.file(trust + "/cases.csv", CASES);
        inbox.file(trust + "/judgements.csv", YES);
      }
    }
  }

  private MainRun done(String framework, String job, String... further) {
    List<String> words = new ArrayList<>(List.of("--key-file", key.toString()));
    words.addAll(List.of("--framework", folder.resolve("of-" + framework).toString()));
    words.addAll(List.of("--submissions", folder.resolve("sent-" + framework).toString()));
    words.addAll(List.of(further));
    MainRun run = MainRun.in(folder, job, words.toArray(String[]::new));
    assertThat(run.exitCode()).as("%s %s %s %s", framework, job, run.err(), run.out()).isZero();
    return run;
  }

  /** Those of the cases that count, of both frameworks, after a line that names the columns. */
  private List<String> pseudonyms() {
    String cases =
        "select '%1$s' framework, case_id from lake.%1$s.cases c join lake.%1$s.submissions s"
            + " on c.submission_hash = s.submission_hash and c.ingest_id = s.ingest_id";
    return done(
            "schools",
            "sql",
            "--format",
            "csv",
            cases.formatted("schools") + " union all " + cases.formatted("colleges"))
        .out();
  }

  private static List<String> of(String framework, List<String> pseudonyms) {
    return pseudonyms.stream().filter(line -> line.startsWith(framework)).sorted().toList();
  }

  /** Each framework comes under it by itself; figures stay, and no case keeps its pseudonym. */
  static void changesPseudonymsAlone(Path folder) throws IOException {
    NewKey one = new NewKey(folder);
    one.done("schools", "run");
    one.done("colleges", "run");
    Map<String, Integer> releases = SchoolVisits.bytes(folder.resolve("output/internal/releases"));
    List<String> before = one.pseudonyms();
    Files.writeString(
        one.key, "then\nthe second key, long enough for one\n", StandardOpenOption.APPEND);

    assertThat(one.done("schools", "rekey").out().toString()).contains("rekeyed: 2 submissions");
    List<String> after = one.pseudonyms();
    assertThat(one.done("colleges", "rekey").out().toString()).contains("rekeyed: 2 submissions");

    assertThat(of("schools", before)).hasSize(4);
    assertThat(of("schools", after)).hasSize(4).doesNotContainAnyElementsOf(before);
    assertThat(of("colleges", after)).hasSize(4).isEqualTo(of("colleges", before));
    for (String framework : List.of("schools", "colleges")) {
      one.done(framework, "publish");
      assertThat(one.done(framework, "check").out())
          .anyMatch(line -> line.startsWith("no fault found: "));
    }
    assertThat(SchoolVisits.bytes(folder.resolve("output/internal/releases"))).isEqualTo(releases);
  }
}
