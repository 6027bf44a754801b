package org.trustbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.lake.read.StoredInspection;
import org.trustbench.lake.read.StoredJudgements;
import org.trustbench.lake.table.CasesTable;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.JudgementsTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.FileAccount;
import org.trustbench.matrix.Reading;
import org.trustbench.matrix.SubmissionDifferences;
import org.trustbench.matrix.SubmissionDifferences.OfAttribute;
import org.trustbench.support.TinyFramework;
import org.trustbench.table.parquet.DictionaryRowsList;
import org.trustbench.tally.Counts;
import org.trustbench.tally.Tallier;
import org.trustbench.tally.Tally;

/** Every audit finds the fault it is there for, in rows that are sound otherwise. */
class AuditTest {
  private static final Codebook CODEBOOK = TinyFramework.codebook();
  private static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.25);

  private static final StoredRows STORED = new StoredRows("h", "ingest");

  private final List<CasesTable.Row> cases =
      new ArrayList<>(List.of(aCase("C1", 2), aCase("C2", 3), aCase("C3", 4), aCase("C4", 5)));
  private final List<JudgementsTable.Row> judgements =
      new ArrayList<>(
          List.of(
              judgement("C1", "plan", "yes", "sufficient", 2),
              judgement("C1", "pace", "no", "insufficient", 3),
              judgement("C2", "safe", "1", "sufficient", 4)));
  private List<FilesTable.Row> files = List.of(account(4, 3, 1, 4));
  private long rejectedCells = 1;
  private List<Tally> tallies = tallied();
  private SubmissionDifferences differences = new SubmissionDifferences(3, 4, 4, 1, 0, List.of());

  private static CasesTable.Row aCase(String id, int line) {
    return new CasesTable.Row(
        STORED,
        "H-1",
        "cases.csv",
        new CaseRow(id, "lesson", Arrays.asList("late", "low", null), 0, line));
  }

  private static JudgementsTable.Row judgement(
      String caseId, String question, String answer, String outcome, int line) {
    return new JudgementsTable.Row(
        "h", "ingest", "H-1", caseId, question, answer, outcome, "judgements.csv", line, null);
  }

  private static FilesTable.Row account(long read, long accepted, long rejected, long cases) {
    return new FilesTable.Row(
        STORED, new FileAccount("judgements.csv", "", 1, read, accepted, rejected, 0, 0, cases));
  }

  private List<Tally> tallied() {
    return new ArrayList<>(new Tallier(CODEBOOK).tally("H-1", stored(List.of()).matrix()));
  }

  private StoredInspection stored(List<Tally> kept) {
    StoredJudgements.Filling filling = new StoredJudgements.Filling(CODEBOOK, cases);
    StoredJudgements.Filling.add(
        new DictionaryRowsList<>(
            JudgementsTable.DEFINITION,
            List.of(
                "case_id",
                "question_id",
                "answer",
                "outcome",
                "file",
                "line",
                "inspector",
                "submission_hash"),
            judgements),
        CODEBOOK,
        Reading.FIRST,
        Map.of("h", filling));
    return new StoredInspection(cases, filling.filled(), rejectedCells, kept);
  }

  private String fault() {
    Optional<AuditFault> fault =
        Audit.first(
            new AuditInput(CODEBOOK, "H-1", files, stored(tallies), differences), THRESHOLDS);
    return fault.map(found -> found.audit() + ": " + found.reason()).orElse("none");
  }

  @Test
  void sound_rows_have_no_fault() {
    assertThat(fault()).isEqualTo("none");
    assertThat(tallies).hasSizeGreaterThan(5);
  }

  @Test
  void a_lost_judgement_is_missed_by_the_accounting() {
    judgements.remove(1);
    assertThat(fault()).isEqualTo("accounting: H-1: 3 judgements were counted and 2 are stored");
  }

  @Test
  void a_lost_case_is_missed_by_the_accounting() {
    cases.remove(3);
    assertThat(fault()).isEqualTo("accounting: H-1: 4 cases were counted and 3 are stored");
  }

  @Test
  void a_lost_reject_is_missed_by_the_accounting() {
    rejectedCells = 0;
    assertThat(fault()).isEqualTo("accounting: H-1: 1 reject was counted and 0 are stored");
  }

  @Test
  void a_judgement_counted_nowhere_is_missed_by_the_accounting() {
    files = List.of(account(5, 3, 1, 4));
    assertThat(fault())
        .isEqualTo("accounting: judgements.csv: 5 judgements were read and 4 accounted for");
  }

  @Test
  void a_judgement_stored_twice_is_named() {
    judgements.set(1, judgement("C1", "plan", "no", "insufficient", 9));
    assertThat(fault())
        .isEqualTo(
            "unique-keys: 1 judgement is stored more than once: judgements.csv line 9 (question"
                + " plan)");
  }

  @Test
  void a_case_stored_twice_is_named_by_its_place() {
    cases.set(2, aCase("C2", 7));
    assertThat(fault()).isEqualTo("unique-keys: 1 case is stored more than once: cases.csv line 7");
  }

  @Test
  void a_judgement_of_an_unknown_case_is_named() {
    judgements.set(0, judgement("C9", "plan", "yes", "sufficient", 2));
    assertThat(fault())
        .isEqualTo(
            "known-places: 1 judgement is of a case that is not stored: judgements.csv line 2"
                + " (question plan)");
  }

  @Test
  void judgements_of_unknown_questions_or_answers_or_of_another_outcome_are_named() {
    judgements.set(0, judgement("C1", "plot", "yes", "sufficient", 2));
    judgements.set(1, judgement("C1", "pace", "perhaps", "sufficient", 3));
    judgements.set(2, judgement("C2", "safe", "1", "insufficient", 4));
    assertThat(fault())
        .isEqualTo(
            "known-places: 3 judgements are of no question of the form, or of no answer to it:"
                + " judgements.csv line 2 (question plot), judgements.csv line 3 (question pace),"
                + " judgements.csv line 4 (question safe)");
  }

  @Test
  void a_stored_tally_that_is_one_too_high_is_found_by_the_recount() {
    change("question-plan", counts -> counts.plus(new Counts(0, 0, 1, 1, 0, 0, 0, 0, 0)));
    assertThat(fault())
        .startsWith("recount: H-1: ")
        .endsWith("they part at measure question-plan, stratum all");
  }

  @Test
  void a_tally_that_is_missing_is_found_by_the_recount() {
    tallies.removeIf(tally -> tally.measureId().equals("safe-late"));
    assertThat(fault()).startsWith("recount: H-1: ").contains("at measure safe-late");
  }

  @Test
  void an_answer_altered_in_storage_is_found_by_the_recount() {
    judgements.set(0, judgement("C1", "plan", "no", "insufficient", 2));
    assertThat(fault()).startsWith("recount: H-1: ");
  }

  private void change(String measure, UnaryOperator<Counts> change) {
    tallies.replaceAll(
        tally ->
            tally.measureId().equals(measure)
                ? new Tally(
                    tally.inspectionId(), measure, tally.stratum(), change.apply(tally.counts()))
                : tally);
  }

  @Test
  void judgements_that_change_by_more_than_their_share_are_sudden() {
    differences = new SubmissionDifferences(4, 4, 4, 2, 0, List.of());
    assertThat(fault()).isEqualTo("none");
    differences = new SubmissionDifferences(4, 4, 4, 3, 0, List.of());
    assertThat(fault())
        .isEqualTo(
            "sudden-change: H-1: 3 judgements differ from the 4 there were, more than the share of"
                + " 0.5 that is let through");
  }

  @Test
  void cases_that_come_or_go_by_more_than_their_share_are_sudden() {
    differences = new SubmissionDifferences(4, 5, 4, 0, 0, List.of());
    assertThat(fault()).isEqualTo("none");
    differences = new SubmissionDifferences(4, 6, 4, 0, 0, List.of());
    assertThat(fault()).startsWith("sudden-change: H-1: 4 cases where there were 6");
    differences = new SubmissionDifferences(4, 3, 4, 0, 0, List.of());
    assertThat(fault()).startsWith("sudden-change: H-1: 4 cases where there were 3");
  }

  @Test
  void attributes_and_evidence_that_change_by_more_than_their_share_are_sudden() {
    differences = new SubmissionDifferences(4, 8, 8, 0, 2, List.of(new OfAttribute(8, 2, 2)));
    assertThat(fault()).isEqualTo("none");
    differences = new SubmissionDifferences(4, 8, 8, 0, 3, List.of());
    assertThat(fault())
        .startsWith("sudden-change: H-1: 3 of 8 cases are of another kind of evidence");
    differences =
        new SubmissionDifferences(
            4, 8, 8, 0, 0, List.of(new OfAttribute(8, 0, 1), new OfAttribute(2, 2, 2)));
    assertThat(fault())
        .isEqualTo(
            "sudden-change: H-1: attribute risk differs in 2 of 8 cases, and is no longer known in"
                + " 2 of the 2 in which it was, more than the share of 0.25 that is let through");
    differences = new SubmissionDifferences(4, 8, 8, 0, 0, List.of(new OfAttribute(8, 0, 3)));
    assertThat(fault()).startsWith("sudden-change: H-1: attribute stage differs in 3 of 8 cases");
  }

  @Test
  void a_first_submission_is_never_sudden() {
    differences = null;
    assertThat(fault()).isEqualTo("none");
  }

  @Test
  void only_a_sudden_change_is_for_somebody_to_judge() {
    assertThat(
            List.of("accounting", "unique-keys", "known-places", "recount", "sudden-change")
                .stream()
                .filter(AuditFault::isForSomebodyToJudge))
        .containsExactly("sudden-change");
  }

  @Test
  void coverage_names_the_trusts_that_are_expected_and_lacking() {
    TrustCoverage coverage = TrustCoverage.of(TinyFramework.read(), Set.of("HILL", "FORD"));

    assertThat(coverage).isEqualTo(new TrustCoverage(3, List.of("DALE")));
    assertThat(coverage.reaches(2.0 / 3)).isTrue();
    assertThat(coverage.reaches(0.7)).isFalse();
  }
}
