package org.trustbench.jobs;

import java.util.List;
import java.util.concurrent.Callable;
import org.trustbench.PipelineException;
import org.trustbench.framework.NearestWord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete jobs, flags and their values. */
@Command(
    name = "completion",
    description = "Print what bash, or zsh, needs to complete jobs, flags and values.",
    footer = {
      "trustbench completion bash > ~/.trustbench-completion",
      "source <(trustbench completion zsh)"
    })
final class CompletionCommand implements Callable<Integer> {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  @Spec CommandSpec command;

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash or zsh")
  private String shell;

  @Override
  public Integer call() {
    if (!SHELLS.contains(shell)) {
      throw PipelineException.usage(
          "completion is for %s, and not for \"%s\"%s"
              .formatted(
                  String.join(" and ", SHELLS),
                  shell,
                  NearestWord.to(shell, SHELLS).map("; did you mean %s?"::formatted).orElse("")));
    }
    System.out.print(CompletionScript.of(command.root().commandLine()));
    return Job.DONE;
  }
}
