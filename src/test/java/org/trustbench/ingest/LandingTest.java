package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.sent.ContentHashes;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.support.LandingFolder;

/** What lies in a landing folder besides sound submissions bars its own submission and no other. */
class LandingTest {
  private static final String CASES = "case_id,stage\nC1,\n";
  private static final String JUDGEMENTS = "case_id,plan\nC1,yes\n";

  @TempDir Path folder;

  @BeforeEach
  void send() {
    landing("inbox").send("X", "X-1", "HILL", CASES, JUDGEMENTS);
    landing("elsewhere").send("Y", "Y-1", "HILL", CASES, JUDGEMENTS);
  }

  private LandingFolder landing(String name) {
    return new LandingFolder(folder.resolve(name));
  }

  private Path inbox(String name) {
    return folder.resolve("inbox").resolve(name);
  }

  /** What became of every submission: accepted, or why not. */
  private List<String> read() {
    return Sent.outcomes(folder.resolve("inbox"));
  }

  @Test
  void a_folder_reached_by_a_link_out_of_the_landing_folder_is_refused() throws IOException {
    Files.createSymbolicLink(inbox("W"), folder.resolve("elsewhere/Y"));

    assertThat(read())
        .containsExactly(
            "W: W is a link that leads out of the landing folder: send what it stands for",
            "X accepted");
  }

  @Test
  void a_file_reached_by_a_link_out_of_the_landing_folder_refuses_its_submission()
      throws IOException {
    Files.delete(inbox("X/judgements.csv"));
    Files.createSymbolicLink(
        inbox("X/judgements.csv"), folder.resolve("elsewhere/Y/judgements.csv"));

    assertThat(read())
        .containsExactly(
            "X: judgements.csv is a link that leads out of the landing folder: send what it stands for");
  }

  @Test
  void a_link_up_and_back_down_another_way_leads_out_too() throws IOException {
    Files.createSymbolicLink(inbox("V"), Path.of("../inbox/../elsewhere/Y"));
    Files.createSymbolicLink(inbox("W"), Path.of(".."));

    assertThat(read()).filteredOn(line -> line.contains("leads out")).hasSize(2);
  }

  @Test
  void a_link_within_the_landing_folder_is_followed() throws IOException {
    landing("inbox").send(".store/Z", "Z-1", "DALE", CASES, JUDGEMENTS);
    Files.createSymbolicLink(inbox("Z"), Path.of(".store/Z"));
    Files.delete(inbox("X/cases.csv"));
    Files.createSymbolicLink(inbox("X/cases.csv"), Path.of("../.store/Z/cases.csv"));

    assertThat(read()).containsExactly("X accepted", "Z accepted");
  }

  @Test
  void a_landing_folder_may_itself_be_reached_by_a_link() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("inbox"));

    assertThat(Landing.submissions(link)).extracting(Submission::barred).containsOnlyNulls();
  }

  @Test
  void links_that_lead_nowhere_or_to_themselves_are_refused_and_links_to_other_files_passed_over()
      throws IOException {
    Files.createSymbolicLink(inbox("U"), Path.of("gone"));
    Files.createSymbolicLink(inbox("V"), Path.of("V"));
    Files.createSymbolicLink(inbox("notes.txt"), Path.of("X/cases.csv"));

    assertThat(read())
        .containsExactly(
            "U: U is a link that leads nowhere: send what it stands for",
            "V: V is a link that leads nowhere: send what it stands for",
            "X accepted");
  }

  @Test
  void a_folder_in_place_of_a_file_refuses_its_submission() throws IOException {
    Files.delete(inbox("X/judgements.csv"));
    Files.createDirectory(inbox("X/judgements.csv"));
    landing("inbox").send("Z", "Z-1", "DALE", CASES, JUDGEMENTS);

    assertThat(read())
        .containsExactly("X: judgements.csv is not a file: send it as one", "Z accepted");
  }

  @Test
  void a_pipe_in_place_of_a_file_is_not_waited_for() throws Exception {
    Files.delete(inbox("X/inspection.json"));
    Process made = new ProcessBuilder("mkfifo", inbox("X/inspection.json").toString()).start();
    assertThat(made.waitFor()).isZero();

    assertThat(read()).containsExactly("X: inspection.json is not a file: send it as one");
  }

  @Test
  void a_file_that_vanishes_before_it_is_read_refuses_its_submission_and_names_no_path()
      throws IOException {
    landing("inbox").send("Z", "Z-1", "DALE", CASES, JUDGEMENTS);
    List<Submission> listed = Landing.submissions(folder.resolve("inbox"));
    Files.delete(inbox("X/judgements.csv"));

    assertThat(
            listed.stream().map(one -> Sent.read(one, 1).get(0).reading()).map(ReadOutcome::reason))
        .containsExactly(
            "X/judgements.csv: it cannot be read: see that it is still there and may be read, and send it again",
            "");
  }

  @Test
  void a_link_put_in_place_of_a_file_after_it_was_listed_is_not_followed() throws IOException {
    List<Submission> listed = Landing.submissions(folder.resolve("inbox"));
    Files.delete(inbox("X/judgements.csv"));
    Files.createSymbolicLink(
        inbox("X/judgements.csv"), folder.resolve("elsewhere/Y/judgements.csv"));

    assertThat(Sent.read(listed.get(0), 1).get(0).reading().status())
        .isEqualTo(ReadOutcome.Status.REFUSED);
  }

  @Test
  void a_submission_that_was_barred_is_another_once_its_link_is_gone() throws IOException {
    Files.createSymbolicLink(inbox("X/cases.jsonl"), folder.resolve("elsewhere"));
    Submission barred = Landing.submissions(folder.resolve("inbox")).get(0);
    Files.delete(inbox("X/cases.jsonl"));
    Submission sound = Landing.submissions(folder.resolve("inbox")).get(0);

    assertThat(hash(barred)).isNotEqualTo(hash(sound));
    assertThat(read()).containsExactly("X accepted");
  }

  private static String hash(Submission submission) {
    return ContentHashes.sourceHash(submission, ContentHashes.digests(submission));
  }

  @Test
  void an_extract_that_is_a_link_is_whoever_runs_it_to_name_but_its_folder_is_not_left()
      throws IOException {
    landing("elsewhere").file("a.csv", "x\n");
    Path link =
        Files.createSymbolicLink(folder.resolve("a.csv"), folder.resolve("elsewhere/a.csv"));
    assertThat(ExtractSubmission.of(List.of(link), "long").files())
        .extracting(SentFile::name)
        .containsExactly("a.csv");

    Path extracts = Files.createDirectory(folder.resolve("extracts"));
    Files.createSymbolicLink(extracts.resolve("a.csv"), folder.resolve("elsewhere/a.csv"));
    assertThatThrownBy(() -> ExtractSubmission.of(List.of(extracts), "long"))
        .isInstanceOf(PipelineException.class)
        .hasMessageEndingWith(
            "a.csv is a link that leads out of the landing folder: send what it stands for");
  }
}
