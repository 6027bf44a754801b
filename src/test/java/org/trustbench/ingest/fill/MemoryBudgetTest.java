package org.trustbench.ingest.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.ingest.Sent;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.matrix.Reading;

/** What a submission may make a task hold, and what is said of one that would make it hold more. */
class MemoryBudgetTest {
  private static final List<String> NOTHING = java.util.Arrays.asList(null, null, null);
  private static final int PLAN = Sent.CODEBOOK.question("plan");

  @TempDir Path landing;

  private static InspectionBuilder builder(int cases, int cells, int remembered) {
    return new InspectionBuilder(
        Sent.CODEBOOK,
        List.of(new SentFile("X/f", "/f", 0)),
        new MemoryBudget(cases, cells, remembered));
  }

  private static int caseRow(
      InspectionBuilder builder, String id, String evidence, List<String> attributes)
      throws Refusal {
    return builder.caseRow(id, evidence, attributes, 0, 1, false);
  }

  @Test
  void a_case_more_than_allowed_refuses_the_submission() throws Refusal {
    InspectionBuilder byCases = builder(2, 1000, 1000);
    InspectionBuilder byCells = builder(1000, 14, 1000);
    for (InspectionBuilder builder : List.of(byCases, byCells)) {
      caseRow(builder, "C1", "", NOTHING);
      caseRow(builder, "C2", "", NOTHING);
      assertThatThrownBy(() -> caseRow(builder, "C3", "", NOTHING))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith("more than ");
    }
  }

  @Test
  void a_row_more_to_be_remembered_than_allowed_refuses_the_submission() throws Refusal {
    InspectionBuilder builder = builder(10, 1000, 3);
    int first = caseRow(builder, "C1", "", NOTHING);
    for (int i = 0; i < 4; i++) {
      builder.of(Reading.FIRST).judgement(first, PLAN, i % 2 == 0 ? "yes" : "no", 0, i);
    }
    assertThatThrownBy(() -> builder.of(Reading.FIRST).judgement(first, PLAN, "yes", 0, 9))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("more than 3 rows repeat");
  }

  @Test
  void judgements_of_the_wrong_evidence_and_doubtful_cases_are_remembered_too() throws Refusal {
    InspectionBuilder misplaced = builder(10, 1000, 1);
    int interview = caseRow(misplaced, "C1", "interview", NOTHING);
    misplaced.of(Reading.FIRST).judgement(interview, PLAN, "yes", 0, 1);
    assertThatThrownBy(() -> misplaced.of(Reading.FIRST).judgement(interview, PLAN, "yes", 0, 2))
        .isInstanceOf(Refusal.class);

    InspectionBuilder doubtful = builder(10, 1000, 25);
    caseRow(doubtful, "C1", "rumour", NOTHING);
    caseRow(doubtful, "C2", "", List.of("middle", "", ""));
    assertThatThrownBy(() -> caseRow(doubtful, "C3", "", List.of("middle", "", "")))
        .isInstanceOf(Refusal.class);

    InspectionBuilder described = builder(10, 1000, 35);
    caseRow(described, "C1", "", NOTHING);
    caseRow(described, "C1", "", List.of("early", "", ""));
    caseRow(described, "C1", "", List.of("late", "", ""));
    assertThatThrownBy(() -> caseRow(described, "C1", "", List.of("late", "low", "")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_case_id_longer_than_any_is_rejected_with_its_row() {
    String id = "x".repeat(201);

    assertThat(
            Sent.sound(landing)
                .file("cases.csv", "case_id,stage\nC1,\nC2,\n%s,\n".formatted(id))
                .account())
        .endsWith(
            "cases.csv:4 malformed-line 0: case_id is longer than 200 characters: correct it\n");
    assertThat(
            Sent.in(landing.resolve("json"))
                .file(
                    "cases.jsonl",
                    "{\"case_id\":\"C1\",\"judgements\":{\"plan\":\"yes\"}}\n{\"case_id\":\"%s\",\"judgements\":{\"plan\":\"yes\",\"pace\":\"yes\"}}\n"
                        .formatted(id)))
        .extracting(Sent::account)
        .asString()
        .endsWith(
            "cases.jsonl:2 malformed-line 2: case_id is longer than 200 characters: correct it\n");
  }

  @Test
  void a_manifest_longer_than_any_refuses_the_submission() {
    String manifest = "{\"inspection_id\": \"" + "x".repeat(1 << 20) + "\"}";

    assertThat(Sent.sound(landing).file("inspection.json", manifest).read().reading().reason())
        .isEqualTo(
            "X/inspection.json: it is longer than 1048576 bytes: write the fields of one"
                + " inspection");
  }

  @Test
  void a_million_repeats_packed_into_a_few_kilobytes_refuse_the_submission() {
    String rows =
        IntStream.rangeClosed(0, 1_000_001)
            .mapToObj(i -> "C1,plan,yes\n")
            .collect(Collectors.joining());

    Sent sent =
        Sent.sound(landing)
            .without("judgements.csv")
            .file(
                "judgements.csv.gz",
                org.trustbench.support.LandingFolder.gzip("case_id,question_id,answer\n" + rows));

    assertThat(sent.folder().resolve("judgements.csv.gz").toFile().length()).isLessThan(50_000);
    assertThat(sent.read().reading().reason())
        .isEqualTo(
            "X/judgements.csv.gz: more than 1000000 rows repeat or contradict others, or are of the"
                + " wrong evidence: send each judgement once");
  }
}
