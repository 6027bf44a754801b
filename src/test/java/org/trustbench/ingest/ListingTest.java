package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.TinyFramework;

/** Extracts that list only what was insufficient, with a file of the visits beside them. */
class ListingTest {
  private static final String LISTING =
      """
      "layouts": [
          { "id": "listing", "trust": "School", "case_key": ["Visit"], "inspection_id": "{trust}-2016",
            "question": "Item", "question_values": { "Q1": "plan", "Q2": "pace" },
            "lists": "insufficient", "listed": { "safe": "4" }, "not_listed": { "safe": "2" },
            "visits": { "trust": "School", "case_key": ["Visit"], "evidence": "Kind",
              "attributes": { "stage": "Stage" }, "date": "Day", "date_format": "yyyy-MM-dd" } },
      """;
  private static final String JUDGED =
      LISTING.replace(
          "\"evidence\": \"Kind\",",
          "\"evidence\": \"Kind\", \"always_judged\": [\"plan\"], \"judged\": { \"safe\": \"Safety\" },");
  private static final String VISITS =
      """
      School,Visit,Kind,Stage,Day
      Hill,V1,lesson,early,2016-02-03
      Hill,V2,lesson,late,2016-02-04
      Hill,V3,interview,late,2016-02-05
      Dale,V1,lesson,early,2016-02-06
      """;

  @TempDir Path folder;

  private List<Filled> read(String layouts, String visits, String listed) {
    List<Path> files = new ArrayList<>();
    LandingFolder landing = new LandingFolder(folder);
    if (listed != null) {
      landing.file("a-listed.csv", listed);
      files.add(folder.resolve("a-listed.csv"));
    }
    if (visits != null) {
      landing.file("b-visits.csv", visits);
      files.add(folder.resolve("b-visits.csv"));
    }
    Codebook codebook =
        new Codebook(TinyFramework.read(json -> json.replace("\"layouts\": [\n", layouts)));
    return new SubmissionReader(codebook, 1).read(ExtractSubmission.of(files, "listing"));
  }

  private static String accounts(List<Filled> filled) {
    return filled.stream().map(one -> Sent.account(one.reading())).collect(Collectors.joining());
  }

  /** Answers by case and question, and where they stand. */
  private static String cells(Filled filled) {
    StringBuilder text = new StringBuilder();
    JudgementMatrix matrix = filled.matrix();
    for (int c = 0; c < matrix.cases().size(); c++) {
      text.append(matrix.cases().get(c).id());
      for (int q = 0; q < matrix.questions(); q++) {
        byte answer = matrix.answer(c, q);
        text.append(' ')
            .append(
                answer == JudgementMatrix.EMPTY
                    ? "-"
                    : answer == JudgementMatrix.CONFLICT
                        ? "?"
                        : TinyFramework.read().answers().get(answer).code()
                            + "@"
                            + matrix.file(c, q)
                            + ":"
                            + matrix.line(c, q));
      }
      text.append('\n');
    }
    return text.toString();
  }

  @Test
  void what_is_asked_of_a_visit_and_not_listed_is_sufficient() {
    List<Filled> filled =
        read(LISTING, VISITS, "School,Visit,Item\nHill,V1,Q2\nHill,V1,safe\nHill,V1,Q2\n");

    assertThat(cells(filled.get(2)))
        .isEqualTo(
            """
            V1 yes@1:2 no@0:2 yes@1:2 4@0:3 -
            V2 yes@1:3 yes@1:3 yes@1:3 2@1:3 -
            V3 - - - - yes@1:4
            """);
    assertThat(cells(filled.get(1))).isEqualTo("V1 yes@1:5 yes@1:5 yes@1:5 2@1:5 -\n");
    assertThat(accounts(filled))
        .isEqualTo(
            """
            unrouted
            accepted
            b-visits.csv: read 4, accepted 4, rejected 0, collapsed 0, out of scope 0, cases 1
            accepted
            a-listed.csv: read 3, accepted 2, rejected 0, collapsed 1, out of scope 0, cases 0
            b-visits.csv: read 7, accepted 7, rejected 0, collapsed 0, out of scope 0, cases 3
            """);
    assertThat(filled.get(2).reading().rejects())
        .extracting(Reject::rule, Reject::file)
        .contains(org.assertj.core.groups.Tuple.tuple("name-not-listed", "b-visits.csv"));
  }

  @Test
  void a_visit_of_which_everything_is_listed_keeps_its_account() {
    String all = "School,Visit,Item\nDale,V1,Q1\nDale,V1,Q2\nDale,V1,marked\nDale,V1,safe\n";

    assertThat(accounts(read(LISTING, VISITS, all)))
        .contains(
            """
            a-listed.csv: read 4, accepted 4, rejected 0, collapsed 0, out of scope 0, cases 0
            b-visits.csv: read 0, accepted 0, rejected 0, collapsed 0, out of scope 0, cases 1
            """);
  }

  @Test
  void what_is_listed_of_no_visit_is_rejected_and_counted() {
    assertThat(accounts(read(LISTING, VISITS, "School,Visit,Item\nHill,V9,Q1\nHull,V1,Q1\n")))
        .contains(
            "a-listed.csv:3 unknown-trust 1: ",
            "a-listed.csv: read 1, accepted 0, rejected 1, collapsed 0, out of scope 0, cases 0",
            "a-listed.csv:2 unknown-case 1: the visit is not in the file of visits: add it there, or correct [Visit]");
  }

  @Test
  void nothing_follows_of_a_visit_with_a_listing_that_cannot_be_taken_in() {
    List<Filled> filled = read(LISTING, VISITS, "School,Visit,Item\nHill,V1,Q7\nHill,V1,Q1\n");

    assertThat(cells(filled.get(2)))
        .isEqualTo(
            """
            V1 no@0:3 - - - -
            V2 yes@1:3 yes@1:3 yes@1:3 2@1:3 -
            V3 - - - - yes@1:4
            """);
    assertThat(accounts(filled)).contains("a-listed.csv:2 unknown-question 1: ");
  }

  @Test
  void what_was_judged_may_be_said_for_all_visits_and_for_each() {
    String visits =
        """
        School,Visit,Kind,Stage,Day,Safety
        Hill,V1,lesson,early,2016-02-03,yes
        Hill,V2,lesson,early,2016-02-03,no
        Hill,V3,lesson,early,2016-02-03,
        Hill,V4,lesson,early,2016-02-03,perhaps
        """;
    List<Filled> filled = read(JUDGED, visits, "School,Visit,Item\nHill,V2,safe\nHill,V3,Q1\n");

    assertThat(cells(filled.get(1)))
        .isEqualTo(
            """
            V1 yes@1:2 - - 2@1:2 -
            V2 - - - - -
            V3 no@0:3 - - - -
            V4 yes@1:5 - - - -
            """);
    assertThat(accounts(filled))
        .contains(
            "a-listed.csv:2 unknown-question 1: safe is listed of a visit on which it was not judged",
            "b-visits.csv:5 unknown-answer 1: column \"Safety\" says neither yes nor no");
  }

  @Test
  void answers_that_are_listed_are_insufficient_ones_and_two_of_them_are_none() {
    String answered = LISTING.replace("\"lists\"", "\"answer\": \"Grade\", \"lists\"");
    List<Filled> filled =
        read(
            answered,
            VISITS,
            "School,Visit,Item,Grade\nHill,V1,safe,3\nHill,V1,safe,4\nHill,V2,safe,1\n");

    assertThat(cells(filled.get(2)))
        .startsWith(
            """
            V1 yes@1:2 yes@1:2 yes@1:2 ? -
            V2 - - - - -
            """);
    assertThat(accounts(filled))
        .contains(
            "a-listed.csv:2 conflicting-judgement 1: ",
            "a-listed.csv:4 unknown-answer 1: the answer to safe is not an insufficient one");
  }

  @Test
  void a_visit_that_is_rejected_takes_what_follows_from_it_along() {
    List<Filled> filled =
        read(
            LISTING,
            """
            School,Visit,Kind,Stage,Day
            Hill,V1,lesson,never,2016-02-03
            Hill,V2,lesson,late,03/02/2016
            Hill,V3,lesson,late,2016-02-03
            """,
            "School,Visit,Item\nHill,V1,Q1\n");

    assertThat(accounts(filled))
        .contains(
            "a-listed.csv: read 1, accepted 0, rejected 1",
            "b-visits.csv: read 12, accepted 4, rejected 8, collapsed 0, out of scope 0, cases 1",
            "b-visits.csv:3 unreadable-date 5: ");
  }

  @Test
  void without_visits_or_without_a_listing_the_extract_is_refused() {
    assertThat(accounts(read(LISTING, null, "School,Visit,Item\nHill,V1,Q1\n")))
        .contains(
            "refused missing-file: a-listed.csv: layout listing lists only what was insufficient, and no file of visits is with it",
            "with the columns [School, Kind, Day, Visit, Stage]");
    assertThat(accounts(read(LISTING, VISITS, null)))
        .contains("refused missing-file: b-visits.csv: no file lists what was insufficient");
  }

  @Test
  void a_layout_that_leaves_a_choice_of_answers_or_has_no_visits_is_a_mistake() {
    mistaken(
        LISTING.replace(", \"not_listed\": { \"safe\": \"2\" }", ""),
        "not_listed does not say which answer to safe is meant");
    mistaken(
        LISTING.replace("\"listed\": { \"safe\": \"4\" }", "\"listed\": { \"safe\": \"1\" }"),
        "listed does not say which answer to safe is meant");
    mistaken(
        LISTING.replaceAll("(?s), *\n *\"visits\".*\\} \\},", " },"),
        "lists, visits and question go together");
    mistaken(
        LISTING.replace("\"lists\": \"insufficient\",", "\"answer\": \"Grade\","),
        "lists, visits and question go together");
    mistaken(LISTING.replace("\"Kind\"", "\"Item\""), "column \"Item\" is one of its visits too");
  }

  private static void mistaken(String layouts, String words) {
    assertThatThrownBy(() -> TinyFramework.read(json -> json.replace("\"layouts\": [\n", layouts)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(words);
  }
}
