package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;

/** What the job says of figures of a public release. */
class ExplainPublicTest {
  @TempDir static Path folder;
  private static SchoolVisits schools;

  /** Forty lessons with seven late ones, in which alone the safety measure is scored. */
  @BeforeAll
  static void publish() throws IOException {
    StringBuilder cases = new StringBuilder("case_id,stage,risk,town\n");
    StringBuilder judged = new StringBuilder("case_id,plan,pace,safe\n");
    for (int i = 0; i < 40; i++) {
      cases.append("C%d,%s,low,\n".formatted(i, i < 7 ? "late" : "early"));
      judged.append(
          "C%d,%s,%s,%s\n"
              .formatted(
                  i, i % 4 == 0 ? "no" : "yes", i % 5 == 0 ? "no" : "yes", i % 2 == 0 ? "1" : "3"));
    }
    schools = new SchoolVisits(folder);
    schools.inbox().send("H", "H-1", "HILL", cases.toString(), judged.toString());
    schools.done("run", "--audience", "public");
  }

  private static List<String> explained(String measure, String... further) {
    MainRun run =
        schools.done(
            "explain",
            Stream.concat(
                    Stream.of("--audience", "public", "--trust", "HILL", "--measure", measure),
                    Stream.of(further))
                .toArray(String[]::new));
    return run.out();
  }

  @Test
  void a_figure_is_told_as_it_was_published_with_what_is_withheld_of_its_questions() {
    List<String> lines = explained("question-plan");
    assertThat(lines)
        .anyMatch(line -> line.matches("release [0-9a-f]{16}, public: .*"))
        .anyMatch(
            line ->
                line.matches(
                    "score: 75 % \\(95 %: \\d+ to \\d+, wilson\\) of about 40 judgements, rule pooled"))
        .anyMatch(line -> line.matches("Lesson planned +75 +40 +0"));
    assertThat(explained("section-A1")).anyMatch(line -> line.matches("Pace right +80 +40 +0"));
  }

  @Test
  void a_figure_that_is_withheld_is_said_to_be_whatever_is_asked() {
    assertThat(explained("safe-late")).contains("score: suppressed");
    assertThat(explained("safe-late", "--judgements"))
        .contains("score: suppressed")
        .anyMatch(line -> line.contains("Judgements are told of internal releases alone"))
        .noneMatch(line -> line.contains("judgements.csv"));
  }
}
