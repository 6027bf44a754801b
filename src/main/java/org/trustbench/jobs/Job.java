package org.trustbench.jobs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.trustbench.ingest.Ingest;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.session.StorageAccess;
import org.trustbench.jobs.settings.PlaceSettings;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.settings.SettingFlags;
import org.trustbench.jobs.settings.Settings;
import org.trustbench.jobs.settings.SettingsReader;
import org.trustbench.jobs.spark.TemporaryFolders;
import org.trustbench.jobs.terminal.Failure;
import org.trustbench.jobs.terminal.Progress;
import org.trustbench.message.PrintableText;
import org.trustbench.publish.EarlierOutput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every job on a programme does: read settings, open a session, work, give an exit code. */
abstract class Job implements Callable<Integer> {
  static final int DONE = 0;
  static final int DONE_WITH_REFUSALS = 3;

  @Spec CommandSpec command;

  /** The settings that the job asks for, besides the framework; it sees no others. */
  abstract List<Setting<?>> uses();

  /** Settings adapted to what the job is asked for, once they are complete. */
  Settings adapted(Settings settings) {
    return settings;
  }

  /** Where the job says what it does; where its work is printed on standard output, elsewhere. */
  PrintStream voice() {
    return System.out;
  }

  /** Refuses an output folder in which releases for different audiences would meet. */
  void checkOutput(Path output) {
    EarlierOutput.refuse(output);
  }

  /** The job's work; gives the exit code. */
  abstract int run(Session session);

  @Override
  public Integer call() {
    RuntimeVersions.present()
        .untried()
        .ifPresent(line -> System.err.println("trustbench: " + PrintableText.words(line)));
    Map<Setting<?>, Object> flags = SettingFlags.given(command.commandLine().getParseResult());
    Settings settings = SettingsReader.read(flags, standardSettings(), used());
    TemporaryFolders.check();
    StorageAccess.bySettings();
    if (used().contains(PlaceSettings.OUTPUT)) {
      checkOutput(settings.get(PlaceSettings.OUTPUT));
    }
    List<String> unused = SettingFlags.unused(flags, used());
    try (Session session = new Session(adapted(settings), used(), unused, voice())) {
      Thread stopped = new Thread(session::sayStopped, "stopped");
      Runtime.getRuntime().addShutdownHook(stopped);
      try {
        int code = run(session);
        session.sayWhatWasIdle();
        if (Progress.isWatched()) {
          session.tellTimes();
        }
        return code;
      } catch (RuntimeException e) {
        throw Failure.isTold(e) ? e : session.lakePlace().placed(e);
      } finally {
        forget(stopped);
      }
    }
  }

  /** All that the job asks for: what every job does, and its own. */
  final List<Setting<?>> used() {
    return Stream.concat(
            Stream.of(PlaceSettings.SETTINGS, PlaceSettings.FRAMEWORK), uses().stream())
        .distinct()
        .toList();
  }

  /** Several lists of settings as one. */
  @SafeVarargs
  static List<Setting<?>> together(List<Setting<?>>... some) {
    return Stream.of(some).flatMap(List::stream).distinct().toList();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is being stopped, and the hook has its say.
    }
  }

  /** Beside the launch scripts, which say where that is. */
  private static Path standardSettings() {
    return Path.of(System.getProperty("trustbench.settings", "jobs/programme.json"));
  }

  static int exitCode(Ingest.Report report) {
    return report.isComplete() ? DONE : DONE_WITH_REFUSALS;
  }
}
