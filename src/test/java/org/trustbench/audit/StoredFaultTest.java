package org.trustbench.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.lake.Lake;
import org.trustbench.lake.file.LostFileException;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.lake.write.InspectionWriter.Accepted;
import org.trustbench.lake.write.InspectionWriter.Written;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.FileAccount;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Tallier;

/** The audits look at the files themselves: what is altered on the disk is found. */
class StoredFaultTest {
  private static final Framework FRAMEWORK = TinyFramework.read();
  private static final Codebook CODEBOOK = new Codebook(FRAMEWORK);

  @TempDir Path folder;

  private static Written write(Lake lake, String answer) throws IOException {
    JudgementMatrix matrix = new JudgementMatrix(FRAMEWORK.questions().size());
    matrix.addCase(new CaseRow("C1", "lesson", Arrays.asList("late", "low", null), 0, 2));
    matrix.place(0, CODEBOOK.question("plan"), CODEBOOK.answer(answer), 0, 2);
    return lake.inspectionWriter("ingest")
        .write(
            CODEBOOK,
            List.of(
                new Accepted(
                    "a",
                    "H-1",
                    matrix,
                    List.of("judgements.csv"),
                    new Tallier(CODEBOOK).tally("H-1", matrix))),
            List.of());
  }

  private static String fault(Lake lake, Written written) throws IOException {
    AuditInput appended =
        new AuditInput(
            CODEBOOK,
            "H-1",
            List.of(
                new FilesTable.Row(
                    new StoredRows("a", "ingest"),
                    new FileAccount("judgements.csv", "", 1, 1, 1, 0, 0, 0, 1))),
            lake.inspectionSource().stored(CODEBOOK, written, Set.of("a")).get("a"),
            null);
    return Audit.first(appended, new Thresholds(1, 1)).map(AuditFault::audit).orElse("none");
  }

  @Test
  void a_file_of_judgements_that_is_not_what_was_written_is_found() throws IOException {
    try (Lake lake = LakeFolder.open(FRAMEWORK, folder)) {
      Written sound = write(lake, "yes");
      Written other = write(lake, "no");
      assertThat(fault(lake, sound)).isEqualTo("none");

      Files.copy(
          place(other.file("judgements").orElseThrow().location()),
          place(sound.file("judgements").orElseThrow().location()),
          StandardCopyOption.REPLACE_EXISTING);

      assertThatThrownBy(() -> fault(lake, sound))
          .isInstanceOf(LostFileException.class)
          .hasMessageContaining("instead of");
    }
  }

  /** Places in a lake are named from the lake. */
  private Path place(String location) {
    return folder.resolve(location.substring("lake:/".length()));
  }
}
