package org.trustbench.jobs;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Lays out the help of the program: its jobs by what somebody wants, and the words they go by. */
final class ProgramHelp {
  private static final int JOB_WIDTH = 20;

  private static final Map<String, List<String>> GROUPS = groups();

  private ProgramHelp() {}

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put(
        "From what was sent to a release",
        List.of("run", "ingest", "score", "benchmark", "publish"));
    groups.put("Looking into figures", List.of("explain", "compare", "diff", "feed", "sql"));
    groups.put("Before it is sent", List.of("template", "check-submission"));
    groups.put("A programme of your own", List.of("framework", "plan", "synthesise"));
    groups.put("Keeping it", List.of("check", "maintain", "rekey", "completion"));
    return groups;
  }

  static void layOut(CommandLine program) {
    program.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, ProgramHelp::jobs);
    program
        .getCommandSpec()
        .usageMessage()
        .synopsisSubcommandLabel("JOB")
        .commandListHeading("")
        .footer(
            "",
            "A submission is what an institution sends of one inspection. A lake is the folder that"
                + " keeps all that was accepted. A release is a folder with a report, tables and a"
                + " workbook, which never changes. A framework holds an inspectorate's questions,"
                + " measures and institutions.",
            "",
            "JOB --help shows what a job does, its flags and an example. In a folder of sources"
                + " trustbench is called jobs/submit, and jobs/run does the job run.");
  }

  private static String jobs(Help help) {
    StringBuilder text = new StringBuilder();
    GROUPS.forEach(
        (heading, jobs) -> {
          TextTable table =
              TextTable.forColumns(
                  help.colorScheme(),
                  new Column(JOB_WIDTH, 2, Overflow.SPAN),
                  new Column(
                      help.commandSpec().usageMessage().width() - JOB_WIDTH, 1, Overflow.WRAP));
          for (String job : jobs) {
            Help ofJob = help.subcommands().get(job);
            table.addRowValues(job, ofJob.commandSpec().usageMessage().description()[0]);
          }
          text.append("%n%s:%n".formatted(heading)).append(table);
        });
    return text.toString();
  }
}
