package org.trustbench.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.message.Counted;
import org.trustbench.message.FailureCause;
import org.trustbench.template.CollectionWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a workbook in which the judgements of an inspection are collected. */
@Command(
    name = "template",
    description = "Write a workbook in which the judgements of an inspection are collected.",
    footer = {
      "trustbench template --to form.xlsx --framework iaow-2013 --cases 200",
      "trustbench template --to form.xlsx --framework pools --on 2026-04-01"
    })
final class TemplateJob implements Callable<Integer> {
  /** Rows of a sheet, less its header. */
  private static final int MOST_CASES = 1_048_575;

  @Option(
      names = "--framework",
      paramLabel = "ID|DIR",
      defaultValue = "iaow-2013",
      description = "whose questions and trusts; default: ${DEFAULT-VALUE}")
  private String framework;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE.xlsx",
      description = "workbook to write")
  private Path to;

  @Option(
      names = "--cases",
      paramLabel = "N",
      defaultValue = "500",
      description = "cases that there is room for; default: ${DEFAULT-VALUE}")
  private int cases;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description =
          "first day of the inspection: the form is the version in force then; without it the"
              + " latest")
  private String on;

  @Override
  public Integer call() {
    if (cases < 1 || cases > MOST_CASES) {
      throw PipelineException.usage("--cases %d is not from 1 to %d".formatted(cases, MOST_CASES));
    }
    if (!to.toString().endsWith(".xlsx")) {
      throw PipelineException.usage(
          "--to %s is no name of a workbook: end it with .xlsx".formatted(to));
    }
    Framework whole = FrameworkReader.read(framework);
    boolean isOfSeveral = !whole.forms().isEmpty();
    Framework read = whole.ofForm(FormOn.version(whole, Optional.ofNullable(on)));
    if (Files.exists(to)) {
      throw PipelineException.usage(
          "%s is there already, and may hold judgements: name another file with --to"
              .formatted(to));
    }
    try {
      Files.write(to, CollectionWorkbook.of(read, cases), StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw PipelineException.failed(
          "the workbook cannot be written to %s: %s".formatted(to, FailureCause.of(e)), e);
    }
    System.out.println(
        read.terms()
            .text(
                "written: %s, with %s%s and room for %s",
                to,
                Counted.of(read.questions().size(), "question"),
                isOfSeveral ? " of version " + read.version() : "",
                read.terms().counted(cases, "{case}", "{cases}")));
    return Job.DONE;
  }
}
