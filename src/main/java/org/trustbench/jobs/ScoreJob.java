package org.trustbench.jobs;

import static org.trustbench.jobs.settings.PlaceSettings.LAKE;

import java.util.List;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.stages.ScoreStage;
import org.trustbench.message.Counted;
import picocli.CommandLine.Command;

/** Tallies every current inspection under the present framework, from the lake where needed. */
@Command(
    name = "score",
    description = "Score the inspections in the lake that have no scores yet.",
    footer = "trustbench score")
final class ScoreJob extends Job {
  @Override
  List<Setting<?>> uses() {
    return List.of(LAKE);
  }

  @Override
  int run(Session session) {
    List<InspectionTallies> inspections = ScoreStage.score(session);
    session.say(
        "scored: %s, %s"
            .formatted(
                Counted.of(inspections.size(), "inspection"),
                Counted.of(session.framework().measures().size(), "measure")));
    return DONE;
  }
}
