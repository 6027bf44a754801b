package org.trustbench.jobs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.synth.ExtractWriter;
import org.trustbench.synth.FileFormat;
import org.trustbench.synth.ProgrammeWriter;
import org.trustbench.synth.SyntheticParameters;
import org.trustbench.synth.SyntheticProgramme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes up a programme of any size from a framework and a seed, marked synthetic throughout. */
@Command(
    name = "synthesise",
    description =
        "Make up what institutions would send, from a framework and a seed, marked synthetic.",
    footer = {
      "trustbench synthesise --to invented --seed 7 --scale 0.1",
      "trustbench synthesise --to invented-again --round 2",
      "trustbench synthesise --to invented --inspectors 40",
      "trustbench synthesise --to invented.csv --framework ofsted-csc-2014 --layout"
          + " ofsted-in-year-2014-15",
      "trustbench synthesise --to invented --parameters parameters.json --format jsonl,gzip"
    })
final class SynthesiseJob implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR|FILE",
      description = "landing folder to fill; with --layout, the file to write")
  private Path to;

  @Option(
      names = "--framework",
      paramLabel = "ID|DIR",
      defaultValue = "iaow-2013",
      description = "whose questions and trusts; default: ${DEFAULT-VALUE}")
  private String framework;

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description = "what decides the judgements; default: the framework's own, or plain ones")
  private Path parameters;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "20140304",
      description = "decides everything random; default: ${DEFAULT-VALUE}")
  private long seed;

  /** An inspection of a hundred cases then has as many as an array can hold. */
  private static final double LARGEST_SCALE = 1_000_000;

  private static final int MOST_ROUNDS = 50;

  @Option(
      names = "--scale",
      paramLabel = "FACTOR",
      defaultValue = "1",
      description = "cases against those of the parameters; default: ${DEFAULT-VALUE}")
  private double scale;

  @Option(
      names = "--round",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "which time everybody is inspected: 2 is two years later, other cases, changed work; each"
              + " by the version of the form in force then; default: ${DEFAULT-VALUE}")
  private int round;

  @Option(
      names = "--format",
      paramLabel = "WORDS",
      description = "send all alike: long, wide or jsonl, with gzip, bom, crlf, semicolon or tab")
  private String format;

  @Option(
      names = "--layout",
      paramLabel = "ID",
      description = "write one national extract in this layout of the framework")
  private String layout;

  @Option(
      names = "--inspectors",
      paramLabel = "N",
      description =
          "judged by N inspectors of the programme: some for each inspection, who differ in"
              + " severity, are named in every file and read a tenth of the cases twice; with"
              + " --layout where that has columns for them; default: as many for each, all alike")
  private Integer inspectors;

  private static final int MOST_INSPECTORS = 10_000;

  @Override
  public Integer call() {
    if (!(scale > 0 && scale <= LARGEST_SCALE)) {
      throw PipelineException.usage(
          "--scale %s is not above 0 and at most %.0f".formatted(scale, LARGEST_SCALE));
    }
    if (round < 1 || round > MOST_ROUNDS) {
      throw PipelineException.usage("--round %d is not from 1 to %d".formatted(round, MOST_ROUNDS));
    }
    Framework read = FrameworkReader.read(framework);
    SyntheticParameters chosen =
        SyntheticParameters.read(read, parameters)
            .scaledBy(scale)
            .inRound(round)
            .without(read.successions());
    if (inspectors != null) {
      chosen = chosen.judgedBy(checkedInspectors(read));
    }
    if (format != null) {
      chosen = chosen.sentAs(FileFormat.of(format));
    }
    if (layout != null) {
      chosen = chosen.madeBy(read, read.layout(layout).version());
    }
    SyntheticProgramme programme = SyntheticProgramme.generate(read, chosen, seed);
    long judgements =
        layout == null
            ? ProgrammeWriter.write(programme, to)
            : ExtractWriter.write(programme, read.layout(layout), to);
    System.out.printf("synthetic judgements: %d%nwritten: %s%n", judgements, to);
    return Job.DONE;
  }

  private int checkedInspectors(Framework read) {
    if (inspectors < 2 || inspectors > MOST_INSPECTORS) {
      throw PipelineException.usage(
          "--inspectors %d is not from 2 to %d".formatted(inspectors, MOST_INSPECTORS));
    }
    if (layout != null && read.layout(layout).judges().inspector() == null) {
      throw PipelineException.usage(
          ("--inspectors with --layout %s, which has no column for them: leave one out, or give the"
                  + " layout an \"inspector\" in framework.json, and a \"reading\" for what is"
                  + " read twice")
              .formatted(layout));
    }
    return inspectors;
  }
}
