package org.trustbench.jobs;

import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.lake.maintain.Maintenance;
import org.trustbench.message.Counted;
import org.trustbench.publish.EarlierOutput;
import org.trustbench.publish.UnfinishedReleases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Clears away what neither the present nor any release needs. */
@Command(
    name = "maintain",
    description = "Clear away what neither the present nor any release needs.",
    footer = {"trustbench maintain --keep-days 30", "trustbench maintain --sort-output"})
final class MaintainJob extends Job {
  @Option(
      names = "--keep-days",
      paramLabel = "N",
      defaultValue = "7",
      description =
          "leave alone what is younger, as a run may still be at it; 0 is refused while another job"
              + " is at an embedded lake; default: ${DEFAULT-VALUE}")
  private int keepDays;

  @Option(
      names = "--sort-output",
      description =
          "do nothing but sort an output folder of an earlier version into internal and public")
  private boolean isSorting;

  @Override
  List<Setting<?>> uses() {
    return List.of(LAKE, OUTPUT);
  }

  @Override
  void checkOutput(Path output) {
    if (!isSorting) {
      super.checkOutput(output);
    }
  }

  @Override
  int run(Session session) {
    if (isSorting) {
      return sort(session);
    }
    if (keepDays < 0) {
      throw PipelineException.usage("--keep-days %d is below 0".formatted(keepDays));
    }
    Instant before = Instant.now().minus(Duration.ofDays(keepDays));
    Maintenance.Cleared cleared =
        keepDays == 0
            ? session.lake().maintainAlone("maintain --keep-days 0")
            : session.lake().maintain(before);
    int unfinished = UnfinishedReleases.remove(session.settings().get(OUTPUT), before);
    session.say(
        "cleared away: rows of %s, %s, %s, %s; compacted: %s"
            .formatted(
                Counted.of(cleared.submissions(), "submission"),
                Counted.of(cleared.snapshots(), "snapshot"),
                Counted.of(cleared.orphans(), "orphan file"),
                Counted.of(unfinished, "unfinished release"),
                Counted.of(cleared.compactedPartitions(), "partition")));
    return DONE;
  }

  private static int sort(Session session) {
    Path output = session.settings().get(OUTPUT);
    EarlierOutput.Sorted sorted = EarlierOutput.sort(output);
    session.say(
        "sorted: releases for the public: %d, internal ones: %d, in folders of these names in %s"
            .formatted(sorted.ofPublic(), sorted.releases() - sorted.ofPublic(), output));
    if (sorted.latest() != null) {
      session.say("the latest is named by " + sorted.latest());
    }
    return DONE;
  }
}
