package org.trustbench.jobs.session;

import static org.trustbench.jobs.settings.PlaceSettings.FRAMEWORK;
import static org.trustbench.jobs.settings.PlaceSettings.KEY_FILE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Trust;
import org.trustbench.ingest.store.Pseudonyms;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.settings.Settings;
import org.trustbench.jobs.settings.SettingsReader;
import org.trustbench.jobs.spark.SparkTaskRunner;
import org.trustbench.lake.Lake;
import org.trustbench.lake.read.CurrentSubmissions;
import org.trustbench.lake.release.PublishedRelease;
import org.trustbench.lake.repair.FileCheck;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.message.PrintableText;
import org.trustbench.storage.StorageSettings;

/** What the jobs of one command share: framework, lake, runner, and standard output. */
public final class Session implements AutoCloseable {
  /** The stage that brings what was sent into the lake. */
  public static final String INGEST = "ingest";

  private final List<Setting<?>> used;
  private Settings settings;
  private Framework framework;
  private final PrintStream out;
  private final StageTimes times = new StageTimes();
  private final SparkConf conf = new SparkConf();
  private final SparkTaskRunner runner =
      new SparkTaskRunner(conf, () -> times.sinceStart("spark ready"));
  private final CopyFolder copies = new CopyFolder();

  private Lake lake;
  private CurrentSubmissions present;
  private PublishedRelease returnedTo;

  /**
   * Begins with the framework that the settings name.
   *
   * @param used those of the settings that the job asks for
   * @param unused flags that somebody gave and that it does not use
   */
  public Session(Settings settings, List<Setting<?>> used, List<String> unused, PrintStream out) {
    this.used = List.copyOf(used);
    this.out = out;
    try {
      this.framework = FrameworkReader.read(settings.get(FRAMEWORK));
      this.settings = new KnownTrusts(framework).resolved(settings).only(used);
      times.sinceStart("framework read");
      say(
          "settings: "
              + sentence()
              + (unused.isEmpty() ? "" : "; this job does not use " + String.join(", ", unused)));
      if (!settings.withoutEffect().isEmpty()) {
        say(
            "%s: no effect, since nothing is drawn at random: leave out"
                .formatted(String.join(" and ", settings.withoutEffect())));
      }
    } catch (RuntimeException e) {
      // With the driver in the cluster Spark has been started by now.
      runner.close();
      throw e;
    }
  }

  public Settings settings() {
    return settings;
  }

  public Framework framework() {
    return framework;
  }

  public void say(String line) {
    out.println(PrintableText.line(line));
  }

  /** Says on standard error what somebody has to mend. */
  public void warn(String line) {
    System.err.println("trustbench: " + PrintableText.words(line));
  }

  /** How long its stages took, and which is being done. */
  public StageTimes times() {
    return times;
  }

  /** Says of a job that is stopped from outside what stands of its work. */
  public void sayStopped() {
    String stage = times.running();
    if (stage == null) {
      warn("stopped before it was done; what the lake holds is whole: run it again");
    } else if (stage.equals(INGEST)) {
      warn(
          "stopped during ingest: what was sent counts whole or, as long as this run had not come"
              + " to its one commit, not at all; run it again, which reads what is not there yet");
    } else {
      warn(
          "stopped during %s: what was sent is in the lake, and no release was made of it; run it again"
              .formatted(stage));
    }
  }

  /** Where the lake is. */
  public LakePlace lakePlace() {
    return new LakePlace(conf, settings);
  }

  /**
   * The lake, which is there already: only {@link #lakeToFill} makes one.
   *
   * @throws PipelineException if there is none, or it cannot be opened
   */
  public Lake lake() {
    if (lake == null) {
      checkThereIsLake();
    }
    return lakeToFill();
  }

  /**
   * The lake that what was sent is brought into. It is made if there is none.
   *
   * @throws PipelineException if it cannot be opened
   */
  public Lake lakeToFill() {
    if (lake == null) {
      lake = lakePlace().opened(framework);
      times.sinceStart("lake open");
    }
    return lake;
  }

  private void checkThereIsLake() {
    if (lakePlace().isNew()) {
      throw PipelineException.failed(
          "there is no lake in %s: name the folder of one by --lake, or make one by ingest"
              .formatted(settings.get(LAKE)));
    }
  }

  /**
   * Looks at every file that the lake rests on; an embedded one need not be fit to be opened.
   *
   * @throws PipelineException if there is no lake
   */
  public FileCheck.Found checkedFiles() {
    if (lakePlace().hasOwnCatalog()) {
      return lake().files().check();
    }
    checkThereIsLake();
    return FileCheck.ofFolder(settings.get(LAKE));
  }

  /**
   * A trust that an option names.
   *
   * @param name its code or name
   */
  public Trust trust(String option, String name) {
    return new KnownTrusts(framework).trust(option, name);
  }

  /** What stands for case ids in the lake. */
  public Pseudonyms pseudonyms() {
    return key().pseudonyms(lake());
  }

  /** What is to stand for case ids in the lake, once it has been brought under its last key. */
  public Pseudonyms newestPseudonyms() {
    return key().newest(lake());
  }

  private PseudonymKey key() {
    return new PseudonymKey(
        settings.get(KEY_FILE), System.getenv(PseudonymKey.VARIABLE), settings.get(LAKE));
  }

  /**
   * What stands when it is first asked for, after any ingest of this command. All it publishes
   * rests on this, whatever another command commits meanwhile.
   */
  public CurrentSubmissions present() {
    if (present == null) {
      present = lake().submissions().present();
    }
    return present;
  }

  public List<SubmissionsTable.Row> submissions() {
    return present().submissions();
  }

  /**
   * Goes back to what a release was made from: its submissions, framework and settings. Where
   * things lie stays as it is.
   */
  public void returnTo(String releaseId) {
    PublishedRelease release = lake().releases().get(releaseId);
    framework =
        FrameworkReader.read("framework kept in the lake", lake().releases().frameworkOf(release));
    if (!framework.hash().equals(release.frameworkHash())) {
      throw PipelineException.failed(
          "the framework that the lake keeps for release %s is not the one it was made with: restore it from a copy of the lake"
              .formatted(releaseId));
    }
    settings =
        new KnownTrusts(framework)
            .resolved(SettingsReader.recorded(framework.id(), release.settings(), settings))
            .only(used);
    lake = lake.with(framework);
    present = lake.submissions().presentAt(release.submissionsSnapshot());
    returnedTo = release;
    say(
        "settings of release %s: %s"
            .formatted(releaseId, settings.sentence(Map.of(), framework.terms())));
  }

  /** The release that the session went back to; null in the present. */
  public PublishedRelease returnedTo() {
    return returnedTo;
  }

  /** Who reads what was sent. */
  public SparkTaskRunner runner() {
    return runner;
  }

  /** Tells whoever watches how long its stages took, the start of Java included. */
  public void tellTimes() {
    times.sentence(StageTimes.sinceStart()).ifPresent(System.err::println);
  }

  /** Options that somebody gave and that were of no effect are not passed over in silence. */
  public void sayWhatWasIdle() {
    List<String> idle = runner.idleOptions();
    if (!idle.isEmpty()) {
      say(
          "Spark had nothing to do and was not started, so these options had no effect: "
              + String.join(", ", idle));
    }
  }

  /** Where copies of tables lie until the session is closed. */
  public CopyFolder copies() {
    return copies;
  }

  @Override
  public void close() {
    try (runner;
        copies) {
      if (lake != null) {
        lake.close();
      }
      StorageSettings.close();
    }
  }

  private String sentence() {
    return settings.sentence(
        lakePlace().hasOwnCatalog()
            ? Map.of(LAKE, "catalog " + lakePlace().catalogName())
            : Map.of(),
        framework.terms());
  }
}
