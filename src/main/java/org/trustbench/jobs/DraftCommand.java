package org.trustbench.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.trustbench.PipelineException;
import org.trustbench.draft.FrameworkDraft;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.message.FailureCause;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts a framework and layout from an extract, marked where a person has to decide. */
@Command(
    name = "draft",
    mixinStandardHelpOptions = true,
    description = "Draft a framework from an extract, marked where a person has to decide.",
    footer = "trustbench framework draft returns.csv --to my-framework --trust school")
final class DraftCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "an extract: CSV, a workbook or Parquet")
  private Path extract;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "folder to write; without it one of the extract's name, where you are")
  private Path to;

  @Option(
      names = "--trust",
      paramLabel = "COLUMN",
      description = "the column that names the institution; without it one is guessed")
  private String trust;

  @Override
  public Integer call() {
    Path folder = to != null ? to : Path.of(FrameworkDraft.name(extract));
    FrameworkDraft draft = FrameworkDraft.of(extract, trust);
    write(draft.files(), folder);
    draft.account().forEach(System.out::println);
    int open = FrameworkReader.check(folder.toString()).mistakes().size();
    System.out.printf(
        "written: %s%nTo decide: %d. Each is named by: framework check %s%n", folder, open, folder);
    return Job.DONE;
  }

  private static void write(Map<String, String> files, Path folder) {
    try {
      for (String name : files.keySet()) {
        if (Files.exists(folder.resolve(name))) {
          throw PipelineException.usage(
              "%s is there already: name another folder with --to".formatted(folder.resolve(name)));
        }
      }
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw PipelineException.failed(
          "the draft cannot be written to %s: %s".formatted(folder, FailureCause.of(e)), e);
    }
  }
}
