package org.trustbench.jobs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.trustbench.ingest.Ingest;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Settings;
import org.trustbench.jobs.settings.SettingsReader;
import org.trustbench.jobs.spark.TemporaryFolders;
import org.trustbench.message.PrintableText;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every job on a programme does: read settings, open a session, work, give an exit code. */
abstract class Job implements Callable<Integer> {
  static final int DONE = 0;
  static final int DONE_WITH_REFUSALS = 3;

  @Mixin Settings settings;
  @Spec CommandSpec command;

  /** Adapts settings to what the job is asked for, once they are complete. */
  void adapt() {}

  /** Where the job says what it does; where its work is printed on standard output, elsewhere. */
  PrintStream voice() {
    return System.out;
  }

  /** The job's work; gives the exit code. */
  abstract int run(Session session);

  @Override
  public Integer call() {
    RuntimeVersions.present()
        .untried()
        .ifPresent(line -> System.err.println("trustbench: " + PrintableText.words(line)));
    SettingsReader.complete(settings, standardSettings());
    TemporaryFolders.check();
    adapt();
    try (Session session = new Session(settings, voice())) {
      Thread stopped = new Thread(session::sayStopped, "stopped");
      Runtime.getRuntime().addShutdownHook(stopped);
      try {
        int code = run(session);
        session.sayWhatWasIdle();
        return code;
      } finally {
        forget(stopped);
      }
    }
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
