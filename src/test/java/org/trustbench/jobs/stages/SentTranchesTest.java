package org.trustbench.jobs.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.TinyFramework;

/** A tranche that the register does not know and inspections spell in several ways. */
class SentTranchesTest {
  private static final String CASES = "case_id,stage,risk,town\nC1,late,low,Ely\nC2,early,high,\n";
  private static final String YES = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,yes,no,3\n";

  @TempDir Path workspace;

  @Test
  void spellings_of_one_tranche_make_one_group_and_are_told() throws IOException {
    Path framework =
        TinyFramework.write(
            workspace.resolve("framework"),
            json ->
                json.replace(
                    "\"comparators\": [",
                    "\"comparators\": [{ \"id\": \"tranche\", \"label\": \"Tranche\", \"by\": \"tranche\" }, "));
    Files.writeString(
        framework.resolve("trusts.csv"),
        "code,name,aliases,tranche,county\nHILL,Hill School,,First,\nDALE,Dale School,,,\n"
            + "FORD,Ford School,,,\nMOOR,Moor School,,,\n");
    send("HILL", "first");
    send("DALE", "FIRST");
    send("FORD", "Pilot");
    send("MOOR", "pilot");
    MainRun run =
        MainRun.in(
            workspace,
            "run",
            "--framework",
            framework.toString(),
            "--submissions",
            workspace.resolve("inbox").toString());
    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    assertThat(PlainCsv.rows(run.release().resolve("tables/inspections.csv")))
        .extracting(row -> row.get("trust_id") + " " + row.get("tranche"))
        .containsExactlyInAnyOrder("HILL First", "DALE First", "FORD Pilot", "MOOR Pilot");
    assertThat(PlainCsv.rows(run.release().resolve("tables/comparator_groups.csv")))
        .filteredOn(row -> row.get("comparator_id").equals("tranche"))
        .hasSize(2);
    assertThat(run.out())
        .anyMatch(
            line -> line.startsWith("tranche \"Pilot\" is spelt in several ways (Pilot, pilot)"));
  }

  private void send(String school, String tranche) {
    new LandingFolder(workspace.resolve("inbox"))
        .send(school, school + "-1", school, CASES, YES)
        .file(
            school + "/inspection.json",
            LandingFolder.manifest(school + "-1", school)
                .replace("\"synthetic\"", "\"tranche\": \"" + tranche + "\", \"synthetic\""));
  }
}
