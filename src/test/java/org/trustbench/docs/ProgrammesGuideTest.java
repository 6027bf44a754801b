package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.jobs.Main;
import org.trustbench.support.Launched;
import org.trustbench.support.MainRun;
import org.trustbench.support.PublishedRelease;

/** The guide to the built-in programmes, and the layouts that it names. */
class ProgrammesGuideTest {
  private static final Path GUIDE = Launched.root().resolve("jobs/PROGRAMMES.md");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./jobs/(?:submit|(run)) (.*)$");

  @TempDir Path folder;

  private static List<List<String>> commands() throws IOException {
    return COMMAND
        .matcher(Files.readString(GUIDE))
        .results()
        .map(found -> (found.group(1) == null ? "" : "run ") + found.group(2))
        .map(command -> List.of(command.split(" ", -1)))
        .toList();
  }

  @Test
  void every_built_in_framework_has_its_row() throws IOException {
    List<String> rows =
        Files.readString(GUIDE)
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();

    assertThat(rows).containsExactlyElementsOf(FrameworkReader.builtIn());
  }

  @Test
  void its_commands_name_frameworks_layouts_and_institutions_that_there_are() throws IOException {
    assertThat(commands()).hasSizeGreaterThan(3);
    for (List<String> command : commands()) {
      assertThatCode(() -> Main.commandLine().parseArgs(command.toArray(String[]::new)))
          .doesNotThrowAnyException();
      Framework framework = FrameworkReader.read(command.get(command.indexOf("--framework") + 1));
      if (command.contains("--layout")) {
        assertThat(framework.layout(command.get(command.indexOf("--layout") + 1))).isNotNull();
      }
      if (command.contains("--focus")) {
        assertThat(framework.trust(command.get(command.indexOf("--focus") + 1))).isNotNull();
      }
    }
  }

  @Test
  void a_file_with_the_datastore_s_header_is_read_with_its_grades() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("datastore.csv"),
            """
            "CSNumber","CareService","Subtype","ServiceType","SIMD2020_Decile","Council_Area_Name","Health_Board_Name","NumberStaff","Registered_Places","Client_group","RAD_SAT_Score","MinGrade","MaxGrade","Publication_of_Latest_Grading","KQ_Support_Wellbeing","KQ_Care_and_Support_Planning","KQ_Setting","KQ_Staff_Team","KQ_Leadership","KQ_Care_Play_and_Learning","Last_inspection_Date"
            "CS1","Care Home Service","Older People","Private","2","Fife","Fife","16","83","Adults","LOW","3","5","15/08/2019","4","3","5","4","5","","09/07/2019"
            "CS2","Child Minding","","Private","","Perth & Kinross","Tayside","1","6","Children","LOW","2","6","15/08/2022","","","6","","2","4","09/07/2022"
            "CS3","Nurse Agency","","Private","","outside Scotland","outside Scotland","","","Adults","LOW","","","","","","","","","",""
            "","","","","","","","","","","","","","","","","","","","",""
            """);

    MainRun run =
        MainRun.in(
            folder.resolve("w"),
            "run",
            "--framework",
            "care-inspectorate-2023",
            "--extract",
            file.toString(),
            "--layout",
            "datastore");

    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    List<NamedCsvRecord> scores =
        new PublishedRelease(run.release())
            .rows("scores").stream()
                .filter(row -> row.getField("measure_id").equals("overall"))
                .toList();
    assertThat(scores)
        .extracting(
            row -> row.getField("trust_id"),
            row -> row.getField("sufficient"),
            row -> row.getField("assessed"))
        .containsExactly(tuple("fife", "4", "5"), tuple("perth-and-kinross", "2", "3"));
  }
}
