package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.ingest.folder.JsonCasesReader;
import org.trustbench.ingest.sent.ManifestFields;
import org.trustbench.support.Launched;
import org.trustbench.support.MainRun;

/** The guide to what an institution sends, held to what is read. */
class SubmissionGuideTest {
  private static final Path GUIDE = Launched.root().resolve("jobs/SUBMISSIONS.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```json\\n(.*?)^```$");

  @TempDir Path folder;

  /** The first column of the table under a heading. */
  private static List<String> fields(String heading) throws IOException {
    String text = Files.readString(GUIDE);
    String part = text.substring(text.indexOf("\n## " + heading + "\n") + 4);
    int end = part.indexOf("\n## ");
    return part.substring(0, end < 0 ? part.length() : end)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(3, line.indexOf('`', 3)))
        .toList();
  }

  @Test
  void every_field_of_an_inspection_is_explained_and_no_other() throws IOException {
    assertThat(fields("inspection.json")).containsExactlyElementsOf(ManifestFields.NAMES);
  }

  @Test
  void every_field_of_a_case_is_explained_and_no_other() throws IOException {
    assertThat(fields("cases.jsonl")).containsExactlyElementsOf(JsonCasesReader.KNOWN);
  }

  @Test
  void the_examples_are_a_submission_that_would_be_taken_in_whole() throws IOException {
    Path sent = Files.createDirectory(folder.resolve("NSP-2014-03"));
    Matcher examples = EXAMPLE.matcher(Files.readString(GUIDE));
    for (String file : List.of("inspection.json", "cases.jsonl")) {
      assertThat(examples.find()).as(file).isTrue();
      Files.writeString(sent.resolve(file), examples.group(1));
    }

    MainRun run =
        MainRun.of(
            "check-submission", sent.toString(), "--to", folder.resolve("problems").toString());

    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    assertThat(run.out())
        .anyMatch(line -> line.endsWith("1 of 1 would be taken in"))
        .anyMatch(line -> line.strip().equals("judgements read 4, accepted 4, cases 2"))
        .noneMatch(line -> line.contains("passed over") || line.contains("lacking"));
  }

  @Test
  void the_kinds_of_evidence_it_names_are_the_framework_s() throws IOException {
    Codebook codebook = new Codebook(FrameworkReader.read("iaow-2013"));
    assertThat(codebook.framework().evidence()).containsExactly("case", "interview");
    assertThat(GUIDE).content().contains("as `case` or `interview`");
  }
}
