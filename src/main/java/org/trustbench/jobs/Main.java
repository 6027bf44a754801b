package org.trustbench.jobs;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.SoftwareVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The only main: finds the job that the first argument names, and turns what comes of it into an
 * exit code. 0 done · 1 failed · 2 wrong usage or settings · 3 done, some submissions refused or
 * set aside.
 */
@Command(
    name = "trustbench",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "From inspection judgements to honest comparisons of the trusts inspected.",
    subcommands = {
      RunJob.class,
      IngestJob.class,
      ScoreJob.class,
      BenchmarkJob.class,
      CompareJob.class,
      PublishJob.class,
      FeedJob.class,
      ExplainJob.class,
      DiffJob.class,
      MaintainJob.class,
      SqlJob.class,
      SynthesiseJob.class,
      FrameworkJob.class
    })
public final class Main {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private Main() {}

  public static void main(String[] args) {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(run(args));
  }

  /** Runs a job and gives its exit code. */
  public static int run(String... args) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine
        .getSubcommands()
        .values()
        .forEach(c -> c.getCommandSpec().mixinStandardHelpOptions(true));
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commandLine.setParameterExceptionHandler((e, given) -> usage(e));
    commandLine.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    if (args.length == 0) {
      commandLine.usage(System.err);
      return USAGE;
    }
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      return outOfMemory();
    }
  }

  private static int usage(ParameterException e) {
    StringBuilder line = new StringBuilder(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        line.append("; did you mean ").append(String.join(" or ", suggestions)).append("?");
      }
    }
    System.err.println("trustbench: " + line + " (see --help)");
    return USAGE;
  }

  private static int failed(Exception e) {
    if (e instanceof PipelineException known) {
      System.err.println("trustbench: " + known.getMessage());
      if (Boolean.getBoolean("trustbench.trace")) {
        e.printStackTrace(System.err);
      }
      return switch (known.reason()) {
        case USAGE -> USAGE;
        case FAILED -> FAILED;
      };
    }
    System.err.println("trustbench: something went wrong that should not have: " + e);
    e.printStackTrace(System.err);
    return FAILED;
  }

  private static int outOfMemory() {
    System.err.printf(
        "trustbench: %d MB of memory are not enough: give more, by TRUSTBENCH_JAVA_OPTS=-Xmx4g to jobs/run, by --driver-memory 4g to jobs/submit%n",
        Runtime.getRuntime().maxMemory() >> 20);
    return FAILED;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"trustbench " + SoftwareVersion.current()};
    }
  }
}
