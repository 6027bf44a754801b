package org.trustbench.jobs;

import java.util.concurrent.Callable;
import org.trustbench.PipelineException;
import org.trustbench.framework.FrameworkNotes;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Mistake;
import org.trustbench.jobs.session.TerminalTables;
import org.trustbench.message.Counted;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.FrameworkTable;
import org.trustbench.summary.grid.TerminalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Drafts a framework from an extract, or says what is wrong in one and how to mend it. */
@Command(
    name = "framework",
    description = "Draft a framework of your own from a file, or say what is wrong with one.",
    subcommands = {FrameworkJob.Check.class, DraftCommand.class},
    synopsisSubcommandLabel = "check|draft")
final class FrameworkJob implements Callable<Integer> {

  @Override
  public Integer call() {
    throw PipelineException.usage(
        "framework: say what to do: framework check DIR, or framework draft FILE");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Say every mistake of a framework with its fix, or what the framework holds.",
      footer = "trustbench framework check my-framework")
  static final class Check implements Callable<Integer> {
    @Parameters(
        index = "0",
        paramLabel = "DIR|ID",
        description = "folder of the framework, or id of a built-in one")
    private String framework;

    @Override
    public Integer call() {
      FrameworkReader.Checked checked = FrameworkReader.check(framework);
      for (Mistake mistake : checked.mistakes()) {
        System.out.printf("%s%n    %s%n", mistake.where(), mistake.wrong());
        System.out.print(mistake.fix().isEmpty() ? "" : "    fix: " + mistake.fix() + "\n");
      }
      if (!checked.mistakes().isEmpty()) {
        throw PipelineException.usage(
            "framework %s: %s, see above"
                .formatted(framework, Counted.of(checked.mistakes().size(), "mistake")));
      }
      TerminalTable.lines(FrameworkTable.of(checked.framework()), TerminalTables.width())
          .forEach(System.out::println);
      FrameworkNotes.of(checked.framework(), Verdict.FEWEST_OTHERS)
          .forEach(note -> System.out.println("note: " + note));
      System.out.println("framework %s: no mistake".formatted(framework));
      return Job.DONE;
    }
  }
}
