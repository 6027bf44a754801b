package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.audit.Thresholds;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.plan.IngestPolicy;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.InspectionTasks;
import org.trustbench.ingest.spread.InspectionTasks.Stored;
import org.trustbench.ingest.store.InspectionBatch.IngestedBatch;
import org.trustbench.ingest.store.InspectionBatch.Tools;
import org.trustbench.ingest.store.Pseudonyms;
import org.trustbench.lake.Lake;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.NoWorkers;
import org.trustbench.support.SharedSpark;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Tally;
import org.trustbench.tasks.TaskRunner;

/** What the lake holds after one ingest, after several, and after one that broke off. */
class LakeIngestTest {
  @RegisterExtension static final SharedSpark SPARK = new SharedSpark();
  private static final Framework FRAMEWORK = TinyFramework.read();
  private static final IngestPolicy ANY_CHANGE =
      new IngestPolicy(0.5, new Thresholds(100, 100), 0, Set.of());
  static final Pseudonyms PSEUDONYMS =
      new Pseudonyms(
          List.of("a key of the tests, long enough to be one".getBytes(StandardCharsets.UTF_8)));
  private static final String CASES = "case_id,stage,risk,town\nC1,late,low,Ely\nC2,early,high,\n";
  private static final String YES = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,3\n";
  private static final String NO = "case_id,plan,pace,safe\nC1,no,no,4\nC2,no,na,3\n";
  @TempDir Path folder;

  private Lake open() {
    return LakeFolder.open(FRAMEWORK, folder.resolve("lake"));
  }

  private List<Map<String, Object>> judgements() {
    return LakeFolder.rows(folder.resolve("lake"), "schools", "judgements");
  }

  private LandingFolder landing(String name) {
    return new LandingFolder(folder.resolve(name));
  }

  private static Ingest.Report ingest(Lake lake, LandingFolder landing) {
    return ingest(lake, Landing.submissions(landing.path()), SPARK.runner());
  }

  private static Ingest.Report ingest(Lake lake, List<Submission> submissions, TaskRunner runner) {
    return new Ingest(lake, ANY_CHANGE, PSEUDONYMS, Clock.systemUTC()).run(submissions, runner);
  }

  /** So many inspections were new, changed and unchanged. */
  private static Consumer<Ingest.Report> counts(int added, int changed, int unchanged) {
    return report ->
        assertThat(List.of(report.added(), report.changed(), report.unchanged()))
            .isEqualTo(List.of(added, changed, unchanged));
  }

  private LandingFolder twoSchools() {
    return landing("inbox")
        .send("H", "H-1", "HILL", CASES, YES)
        .send("D", "D-1", "DALE", CASES, NO);
  }

  /** The tallies of every inspection that stands. */
  private static Map<String, List<Tally>> tallies(Lake lake) {
    Map<String, List<Tally>> byInspection = new HashMap<>();
    List<SubmissionsTable.Row> accepted =
        lake.submissions().present().submissions().stream()
            .filter(SubmissionsTable.Row::isAccepted)
            .toList();
    Map<StoredRows, List<Tally>> bySubmission =
        lake.rows().tallies(accepted.stream().map(SubmissionsTable.Row::stored).toList());
    for (SubmissionsTable.Row row : accepted) {
      assertThat(byInspection).doesNotContainKey(row.inspectionId());
      byInspection.put(row.inspectionId(), bySubmission.getOrDefault(row.stored(), List.of()));
    }
    return byInspection;
  }

  private static List<StoredRows> present(Lake lake) {
    return lake.submissions().present().submissions().stream()
        .map(SubmissionsTable.Row::stored)
        .toList();
  }

  private static long sufficientPlans(Lake lake, String inspection) {
    return tallies(lake).get(inspection).stream()
        .filter(tally -> tally.measureId().equals("question-plan"))
        .mapToLong(tally -> tally.counts().sufficient())
        .sum();
  }

  @Test
  void an_unchanged_landing_folder_is_not_read_and_asks_for_no_spark() {
    try (Lake lake = open()) {
      assertThat(ingest(lake, twoSchools())).satisfies(counts(2, 0, 0));
      long snapshot = lake.submissions().present().snapshot();

      Ingest.Report again = ingest(lake, Landing.submissions(twoSchools().path()), new NoWorkers());

      assertThat(again).satisfies(counts(0, 0, 2));
      assertThat(lake.submissions().present().snapshot()).isEqualTo(snapshot);
    }
  }

  @Test
  void an_unchanged_landing_folder_is_known_to_another_process_too() {
    try (Lake lake = open()) {
      ingest(lake, twoSchools());
    }
    try (Lake lake = LakeFolder.open(TinyFramework.read(), folder.resolve("lake"))) {
      assertThat(
              ingest(lake, Landing.submissions(folder.resolve("inbox")), new NoWorkers())
                  .unchanged())
          .isEqualTo(2);
    }
  }

  @Test
  void names_are_told_by_the_run_that_reads_them_and_stay_beside_the_rejects() {
    try (Lake lake = open()) {
      String evidence = "lacking, and so not known: column evidence";
      Ingest.Report first = ingest(lake, twoSchools());
      assertThat(first.names()).contains("D/cases.csv (and 1 more): " + evidence);
      assertThat(first.isComplete()).isTrue();
      assertThat(ingest(lake, twoSchools()).names()).isEmpty();
      assertThat(LakeFolder.rows(folder.resolve("lake"), "schools", "rejects"))
          .extracting(row -> row.get("reason"))
          .contains(evidence, evidence);
    }
  }

  @Test
  void rows_of_an_institution_that_nobody_knows_are_told_every_time() {
    landing("extract")
        .file("long.csv", "School,Case,Stage,Item,Result\nHill,C1,late,Q1,J\nHull,C2,late,Q1,J\n");
    List<Submission> extract =
        List.of(ExtractSubmission.of(List.of(folder.resolve("extract/long.csv")), "long"));
    try (Lake lake = open()) {
      Ingest.Report first = ingest(lake, extract, SPARK.runner());
      assertThat(first.astray()).hasSize(1);
      assertThat(first.astray().get(0)).contains("not in the register: 1", "\"Hull\"");
      assertThat(first.isComplete()).isFalse();

      Ingest.Report again = ingest(lake, extract, new NoWorkers());
      assertThat(again.astray()).isEqualTo(first.astray());
      assertThat(again.isComplete()).isFalse();
    }
  }

  @Test
  void a_changed_submission_replaces_its_inspection_and_no_other() {
    try (Lake lake = open()) {
      ingest(lake, twoSchools());
      Map<String, List<Tally>> before = tallies(lake);

      Ingest.Report report = ingest(lake, twoSchools().send("H", "H-1", "HILL", CASES, NO));

      assertThat(report).satisfies(counts(0, 1, 1));
      assertThat(tallies(lake).keySet()).isEqualTo(before.keySet());
      assertThat(tallies(lake).get("D-1")).isEqualTo(before.get("D-1"));
      assertThat(sufficientPlans(lake, "H-1")).isZero();
    }
  }

  @Test
  void what_was_sent_first_and_then_again_stands_again() {
    try (Lake lake = open()) {
      ingest(lake, twoSchools());
      Map<String, List<Tally>> first = tallies(lake);
      ingest(lake, twoSchools().send("H", "H-1", "HILL", CASES, NO));
      assertThat(tallies(lake)).isNotEqualTo(first);

      assertThat(ingest(lake, twoSchools())).satisfies(counts(0, 1, 1));

      assertThat(tallies(lake)).isEqualTo(first);
      assertThat(judgementsOf(lake, "H-1")).isEqualTo(6);
    }
  }

  private long judgementsOf(Lake lake, String inspection) {
    SubmissionsTable.Row present =
        lake.submissions().present().submissions().stream()
            .filter(row -> inspection.equals(row.inspectionId()))
            .findFirst()
            .orElseThrow();
    return judgements().stream()
        .filter(row -> row.get("submission_hash").equals(present.submissionHash()))
        .filter(row -> row.get("ingest_id").equals(present.ingestId()))
        .count();
  }

  @Test
  void a_half_done_ingest_is_invisible_before_a_rerun_and_after_it() {
    try (Lake lake = open()) {
      LandingFolder inbox = twoSchools();
      List<IngestedBatch> appended =
          InspectionTasks.overFiles(
              SPARK.runner(),
              new ArrayList<>(Landing.submissions(inbox.path())),
              new Tools(
                  FRAMEWORK,
                  lake.inspectionWriter("broken-off"),
                  lake.inspectionSource(),
                  ANY_CHANGE.rejectTolerance(),
                  ANY_CHANGE.thresholds(),
                  PSEUDONYMS,
                  new HashMap<>()));
      lake.appends()
          .append(
              "broken-off",
              appended.stream().flatMap(batch -> batch.written().stream()).toList(),
              List.of());

      assertThat(lake.submissions().present().submissions()).isEmpty();
      assertThat(judgements()).hasSize(12);

      assertThat(ingest(lake, inbox)).satisfies(counts(2, 0, 0));

      assertThat(judgements()).as("both attempts").hasSize(24);
      assertThat(judgementsOf(lake, "H-1")).isEqualTo(6);
      assertThat(sufficientPlans(lake, "H-1")).isEqualTo(2);
      assertThat(lake.rows().files(present(lake))).hasSize(6);

      lake.maintain(Instant.now().plusSeconds(60));

      assertThat(judgements()).hasSize(12);
      assertThat(judgementsOf(lake, "H-1")).isEqualTo(6);
      assertThat(tallies(lake).get("D-1")).isNotEmpty();
      assertThat(lake.rows().files(present(lake))).hasSize(6);
    }
  }

  @Test
  void an_attribute_that_a_framework_gains_between_others_is_stored_under_its_own_name() {
    try (Lake lake = open()) {
      ingest(lake, landing("before").send("H", "H-1", "HILL", CASES, YES));
    }
    Framework wider =
        TinyFramework.read(
            json ->
                json.replace(
                    "{ \"id\": \"town\", \"label\": \"Town\" }",
                    "{ \"id\": \"river\", \"label\": \"River\" }, { \"id\": \"town\", \"label\":"
                        + " \"Town\" }"));
    String cases = "case_id,stage,risk,river,town\nC1,late,low,Ouse,Ely\nC2,early,high,,\n";
    try (Lake lake = LakeFolder.open(wider, folder.resolve("lake"))) {
      ingest(lake, landing("after").send("D", "D-1", "DALE", cases, NO));
    }
    assertThat(LakeFolder.rows(folder.resolve("lake"), "schools", "cases"))
        .filteredOn(row -> row.get("inspection_id").equals("D-1") && row.get("line").equals(2L))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("river")).isEqualTo("Ouse");
              assertThat(row.get("town")).isEqualTo("Ely");
            });
  }

  @Test
  void a_framework_with_other_measures_is_tallied_from_the_lake_as_from_files() {
    Framework other =
        TinyFramework.read(
            json ->
                json.replace("\"id\": \"safe-late\"", "\"id\": \"safe-early\"")
                    .replace(
                        "\"questions\": [\"safe\"], \"when\": { \"attribute\": \"stage\", \"in\":"
                            + " [\"late\"] }",
                        "\"questions\": [\"safe\", \"plan\"], \"when\": { \"attribute\": \"stage\","
                            + " \"in\": [\"early\"] }"));
    assertThat(other.formHash()).isEqualTo(FRAMEWORK.formHash());
    assertThat(other.hash()).isNotEqualTo(FRAMEWORK.hash());
    String dirty = YES + "C1,no,yes,1\nC9,yes,yes,1\nC2,yes,maybe,3\n";
    LandingFolder inbox =
        twoSchools()
            .send(
                "F",
                "F-1",
                "FORD",
                CASES + "C3,late,low,Ely\nC3,early,low,Ely\n",
                dirty + "C3,yes,,1\n");
    try (Lake lake = open()) {
      ingest(lake, inbox);
    }
    Map<String, List<Tally>> fromLake;
    try (Lake lake = LakeFolder.open(other, folder.resolve("lake"))) {
      assertThat(ingest(lake, Landing.submissions(inbox.path()), new NoWorkers()).unchanged())
          .isEqualTo(3);
      assertThat(tallies(lake).values()).containsOnly(List.of());
      List<Stored> stored =
          new ArrayList<>(
              lake.submissions().present().submissions().stream()
                  .map(row -> new Stored(row.stored(), row.inspectionId(), "", row.sourceBytes()))
                  .toList());
      // Of two scorings at once the tallies of the first count.
      for (String scoring : List.of("scoring", "another-scoring")) {
        lake.appends()
            .appendTallies(
                scoring,
                stored.stream().map(Stored::rows).toList(),
                InspectionTasks.overLake(
                    SPARK.runner(),
                    stored,
                    other,
                    lake.inspectionSource(),
                    lake.inspectionWriter(scoring)));
      }
      fromLake = tallies(lake);
    }
    try (Lake lake = LakeFolder.open(other, folder.resolve("other lake"))) {
      ingest(lake, inbox);

      assertThat(fromLake.keySet()).containsExactlyInAnyOrder("H-1", "D-1", "F-1");
      tallies(lake)
          .forEach(
              (inspection, expected) ->
                  assertThat(fromLake.get(inspection))
                      .as(inspection)
                      .containsExactlyInAnyOrderElementsOf(expected));
    }
  }

  @RepeatedTest(3)
  void a_lake_that_is_not_there_yet_opens_for_all_who_come_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Future<Integer>> opened = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      opened.add(
          threads.submit(
              () -> {
                try (Lake lake = open()) {
                  return lake.submissions().present().submissions().size();
                }
              }));
    }
    for (Future<Integer> one : opened) {
      assertThat(one.get()).isZero();
    }
    threads.shutdown();
  }

  @Test
  void ingests_of_different_inspections_at_once_all_land() throws Exception {
    List<Future<Ingest.Report>> running = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      LandingFolder inbox =
          landing("inbox" + i).send("S" + i, "S-" + i, "HILL", CASES, i % 2 == 0 ? YES : NO);
      running.add(
          threads.submit(
              () -> {
                try (Lake lake = open()) {
                  return ingest(lake, inbox);
                }
              }));
    }
    for (Future<Ingest.Report> one : running) {
      assertThat(report(one)).satisfies(counts(1, 0, 0));
    }
    threads.shutdown();
    try (Lake lake = open()) {
      assertThat(tallies(lake).keySet()).containsExactlyInAnyOrder("S-0", "S-1", "S-2", "S-3");
      assertThat(sufficientPlans(lake, "S-2")).isEqualTo(2);
      assertThat(sufficientPlans(lake, "S-3")).isZero();
      assertThat(judgements()).hasSize(24);
      assertThat(lake.rows().files(present(lake))).hasSize(12);
    }
  }

  private static Ingest.Report report(Future<Ingest.Report> one) throws InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  @Test
  void a_refused_submission_is_listed_every_time_and_no_more_once_it_is_mended() {
    try (Lake lake = open()) {
      LandingFolder inbox = twoSchools().file("D/inspection.json", "{");
      Ingest.Report first = ingest(lake, inbox);
      assertThat(first.added()).isEqualTo(1);
      assertThat(first.refused()).singleElement().asString().startsWith("D/inspection.json: ");

      Ingest.Report second = ingest(lake, Landing.submissions(inbox.path()), new NoWorkers());
      assertThat(second)
          .satisfies(counts(0, 0, 1))
          .returns(first.refused(), Ingest.Report::refused);

      Ingest.Report mended = ingest(lake, twoSchools());
      assertThat(mended).satisfies(counts(1, 0, 1));
      assertThat(lake.submissions().present().submissions())
          .allMatch(SubmissionsTable.Row::isAccepted)
          .hasSize(2);
    }
  }

  @Test
  void a_refused_submission_leaves_what_was_accepted_of_its_inspection_before() {
    try (Lake lake = open()) {
      ingest(lake, twoSchools());
      Ingest.Report report = ingest(lake, twoSchools().file("H/judgements.csv", ""));

      assertThat(report.refused()).hasSize(1);
      assertThat(sufficientPlans(lake, "H-1")).isEqualTo(2);
    }
  }

  @Test
  void folders_that_claim_one_inspection_are_refused_until_one_of_them_is_taken_away() {
    try (Lake lake = open()) {
      LandingFolder inbox =
          landing("inbox")
              .send("H", "H-1", "HILL", CASES, YES)
              .send("H copy", "H-1", "HILL", CASES, NO);
      Ingest.Report first = ingest(lake, Landing.submissions(inbox.path()), new NoWorkers());
      assertThat(first.refused())
          .containsExactly(
              "H copy: H and H copy are both inspection H-1: keep the right one",
              "H: H and H copy are both inspection H-1: keep the right one");
      assertThat(ingest(lake, Landing.submissions(inbox.path()), new NoWorkers())).isEqualTo(first);

      inbox.delete("H copy/inspection.json").delete("H copy/cases.csv");
      inbox.delete("H copy/judgements.csv").delete("H copy");
      assertThat(ingest(lake, inbox)).satisfies(counts(1, 0, 0));
      assertThat(sufficientPlans(lake, "H-1")).isEqualTo(2);
    }
  }

  @Test
  void a_second_claim_to_an_inspection_leaves_the_accepted_one_where_it_is() {
    try (Lake lake = open()) {
      LandingFolder inbox = twoSchools();
      ingest(lake, inbox);
      inbox.send("H copy", "H-1", "HILL", CASES, NO);

      assertThat(ingest(lake, Landing.submissions(inbox.path()), new NoWorkers()).refused())
          .hasSize(2);
      assertThat(sufficientPlans(lake, "H-1")).isEqualTo(2);

      inbox.delete("H copy/inspection.json").delete("H copy/cases.csv");
      inbox.delete("H copy/judgements.csv").delete("H copy");
      assertThat(ingest(lake, Landing.submissions(inbox.path()), new NoWorkers()))
          .satisfies(counts(0, 0, 2));
    }
  }

  @Test
  void two_folders_without_files_are_two_refusals_every_time() {
    try (Lake lake = open()) {
      LandingFolder inbox = twoSchools().file("notes/a.txt", "a").file("more notes/b.txt", "b");

      Ingest.Report first = ingest(lake, inbox);
      Ingest.Report second = ingest(lake, Landing.submissions(inbox.path()), new NoWorkers());

      assertThat(first.refused()).hasSize(2);
      assertThat(second.refused()).isEqualTo(first.refused());
      assertThat(
              lake.submissions().present().submissions().stream()
                  .map(SubmissionsTable.Row::submissionHash))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void an_extract_sent_again_takes_back_the_inspections_sent_otherwise_meanwhile() {
    try (Lake lake = open()) {
      landing("extract")
          .file(
              "long.csv",
              "School,Case,Stage,Item,Result\n"
                  + "Hill,C1,late,plan,J\n"
                  + "Dale,C1,late,plan,J\n"
                  + "Hull,C1,,plan,J\n");
      List<Submission> extract =
          List.of(ExtractSubmission.of(List.of(folder.resolve("extract/long.csv")), "long"));
      assertThat(ingest(lake, extract, SPARK.runner()).added()).isEqualTo(2);
      assertThat(ingest(lake, extract, new NoWorkers()).unchanged()).isEqualTo(2);

      ingest(lake, landing("other").send("X", "FORD-1", "FORD", CASES, NO));
      assertThat(ingest(lake, extract, new NoWorkers()).unchanged()).isEqualTo(2);
      assertThat(
              lake.submissions().present().submissions().stream().map(SubmissionsTable.Row::status))
          .containsExactlyInAnyOrder(
              SubmissionStatus.ACCEPTED,
              SubmissionStatus.ACCEPTED,
              SubmissionStatus.ACCEPTED,
              SubmissionStatus.UNROUTED);

      ingest(lake, landing("inbox").send("H", "HILL-2015", "HILL", CASES, NO));
      assertThat(sufficientPlans(lake, "HILL-2015")).isZero();
      assertThat(ingest(lake, extract, SPARK.runner()).changed()).isEqualTo(2);
      assertThat(sufficientPlans(lake, "HILL-2015")).isEqualTo(1);
    }
  }

  @Test
  void judgements_carry_the_pseudonym_of_their_inspector_in_either_shape_and_null_without() {
    String lines =
        """
        case_id,question_id,answer,inspector_id
        C1,plan,yes,jo
        C1,pace,no,
        C2,plan,no,kim
        """;
    String columns = "case_id,inspector_id,plan,pace\nC1,Jo,yes,yes\nC2,,yes,no\n";
    try (Lake lake = open()) {
      ingest(
          lake,
          landing("inbox")
              .send("H", "H-1", "HILL", CASES, lines)
              .send("D", "D-1", "DALE", CASES, columns));
    }
    Map<String, Object> by = new HashMap<>();
    for (Map<String, Object> row : judgements()) {
      String place =
          row.get("inspection_id") + " " + row.get("line") + " " + row.get("question_id");
      by.put(place, row.get("inspector"));
    }
    Object jo = by.get("H-1 2 plan");
    assertThat(jo).isNotNull().isNotEqualTo("jo");
    assertThat(by)
        .containsEntry("H-1 3 pace", null)
        .containsEntry("D-1 2 plan", jo)
        .containsEntry("D-1 2 pace", jo)
        .containsEntry("D-1 3 plan", null);
    assertThat(by.get("H-1 4 plan")).isNotNull().isNotEqualTo(jo);
  }
}
