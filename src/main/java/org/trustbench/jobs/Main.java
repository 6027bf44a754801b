package org.trustbench.jobs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.SparkUserAppException;
import org.trustbench.PipelineException;
import org.trustbench.environment.LocalPath;
import org.trustbench.environment.OutputLocale;
import org.trustbench.environment.SoftwareVersion;
import org.trustbench.jobs.settings.Arguments;
import org.trustbench.jobs.settings.ExtractAddress;
import org.trustbench.jobs.settings.SettingFlags;
import org.trustbench.jobs.terminal.Failure;
import org.trustbench.jobs.terminal.PrintedOutput;
import org.trustbench.message.PrintableText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

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
      CheckJob.class,
      MaintainJob.class,
      RekeyJob.class,
      SqlJob.class,
      SynthesiseJob.class,
      FrameworkJob.class,
      TemplateJob.class,
      PlanJob.class,
      CheckSubmissionJob.class,
      CompletionCommand.class
    })
public final class Main {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "when the job fails, print where in the program too")
  private boolean isDebugged;

  private Main() {}

  /**
   * Ends the process with the exit code of the job.
   *
   * @throws SparkUserAppException on YARN in its place, which learns the code from it
   */
  public static void main(String[] args) throws SparkUserAppException {
    PrintedOutput printed = new PrintedOutput(new FileOutputStream(FileDescriptor.out));
    System.setOut(printed.stream());
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> System.err.println("trustbench: " + Failure.line(e)));
    int code = whole(run(args), printed);
    // The application master of YARN counts an exit as a failure that nothing is known of.
    if (code != 0 && isInYarn()) {
      throw new SparkUserAppException(code, null);
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Fails a job that did its work if what it had to say was not all written. */
  private static int whole(int code, PrintedOutput printed) {
    printed
        .lost()
        .ifPresent(
            cause ->
                System.err.println(
                    "trustbench: what was printed is cut short, since it could not be written (%s): the job's work is done, print it elsewhere"
                        .formatted(cause)));
    return printed.lost().isPresent() && code != USAGE ? FAILED : code;
  }

  private static boolean isInYarn() {
    return LocalPath.isElsewhere() && System.getProperty("spark.master", "").equals("yarn");
  }

  /** Runs a job and gives its exit code. */
  public static int run(String... args) {
    OutputLocale.set();
    Main main = new Main();
    CommandLine commandLine = commandLine(main);
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commandLine.setParameterExceptionHandler((e, given) -> usage(e));
    commandLine.setExecutionExceptionHandler((e, command, parsed) -> main.failed(e));
    if (args.length == 0) {
      commandLine.usage(System.err);
      return USAGE;
    }
    try {
      return commandLine.execute(asked(commandLine, args));
    } catch (Throwable e) {
      return main.failed(e);
    }
  }

  /**
   * Help as it may be asked for: {@code help}, {@code help JOB}, {@code JOB help}. What {@code
   * jobs/run} is asked for besides comes behind the word {@code run}.
   */
  private static String[] asked(CommandLine commandLine, String... args) {
    if (args.length > 1 && args[0].equals("run") && args[1].equals("completion")) {
      return List.of(args).subList(1, args.length).toArray(String[]::new);
    }
    boolean isFirst = args[0].equals("help");
    boolean isSecond =
        args.length == 2
            && args[1].equals("help")
            && commandLine.getSubcommands().containsKey(args[0]);
    if (isFirst) {
      boolean isJob = args.length > 1 && commandLine.getSubcommands().containsKey(args[1]);
      return args.length == 1
          ? new String[] {"--help"}
          : isJob ? new String[] {args[1], "--help"} : new String[] {args[1]};
    }
    return isSecond ? new String[] {args[0], "--help"} : args;
  }

  /** The jobs and their flags. */
  public static CommandLine commandLine() {
    return commandLine(new Main());
  }

  private static CommandLine commandLine(Main main) {
    CommandLine commandLine = new CommandLine(main);
    for (CommandLine job : commandLine.getSubcommands().values()) {
      job.getCommandSpec().mixinStandardHelpOptions(true);
      if (job.getCommand() instanceof Job ofProgramme) {
        SettingFlags.add(job.getCommandSpec(), ofProgramme.used());
      }
      if (job.getSubcommands().isEmpty()) {
        JobHelp.layOut(job);
      }
      job.getSubcommands().values().forEach(JobHelp::layOut);
    }
    ProgramHelp.layOut(commandLine);
    readValues(commandLine);
    return commandLine;
  }

  private static void readValues(CommandLine commandLine) {
    commandLine.registerConverter(Path.class, Arguments::path);
    commandLine.registerConverter(ExtractAddress.class, ExtractAddress::ofArgument);
    commandLine.registerConverter(LocalDate.class, Arguments::date);
    commandLine.registerConverter(Integer.class, Arguments::wholeNumber);
    commandLine.registerConverter(int.class, Arguments::wholeNumber);
    commandLine.registerConverter(Long.class, Arguments::longNumber);
    commandLine.registerConverter(long.class, Arguments::longNumber);
    commandLine.registerConverter(Double.class, Arguments::number);
    commandLine.registerConverter(double.class, Arguments::number);
  }

  private static int usage(ParameterException e) {
    System.err.println("trustbench: " + PrintableText.words(UsageMistake.line(e)));
    return USAGE;
  }

  /** Says in one line why the job ended; where in the program, only to whom asks for it. */
  private int failed(Throwable e) {
    System.err.println("trustbench: " + Failure.line(e));
    if (isDebugged) {
      e.printStackTrace(System.err);
    }
    PipelineException known = Failure.find(e, PipelineException.class);
    return known != null && known.reason() == PipelineException.Reason.USAGE ? USAGE : FAILED;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"trustbench " + SoftwareVersion.current()};
    }
  }
}
