package org.trustbench.jobs;

import static org.trustbench.jobs.settings.AudienceSettings.AUDIENCE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;
import static org.trustbench.jobs.settings.RuleSettings.RULES;

import java.nio.file.Path;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.PairDifference;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Trust;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.session.TerminalTables;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.stages.BenchmarkStage;
import org.trustbench.jobs.stages.ScoreStage;
import org.trustbench.publish.PairFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sets one trust beside another, measure by measure, and writes their differences to a file. */
@Command(
    name = "compare",
    description = "Set one institution beside another; writes OUTPUT/internal/compare/A-B.csv.",
    footer = "trustbench compare --trust NSP --with KNT")
final class CompareJob extends Job {
  @Option(
      names = "--trust",
      required = true,
      paramLabel = "A",
      description = "code or name of a trust")
  private String trust;

  @Option(
      names = "--with",
      required = true,
      paramLabel = "B",
      description = "code or name of the trust it is compared with")
  private String other;

  @Override
  List<Setting<?>> uses() {
    return together(List.of(LAKE, OUTPUT, AUDIENCE), RULES);
  }

  @Override
  int run(Session session) {
    if (!session.settings().isInternal()) {
      throw PipelineException.usage(
          session
              .framework()
              .terms()
              .text(
                  "compare shows exact differences of two {institutions}, which are for internal use: leave out --audience %s",
                  session.settings().get(AUDIENCE)));
    }
    Trust first = session.trust("--trust", trust);
    Trust second = session.trust("--with", other);
    if (first.code().equals(second.code())) {
      throw PipelineException.usage(
          session
              .framework()
              .terms()
              .text("--trust and --with both name %s: name two {institutions}", first.code()));
    }
    Results results = BenchmarkStage.benchmark(session, ScoreStage.score(session));
    List<PairDifference> pairs =
        PairDifference.of(results, inspected(results, first), inspected(results, second));
    Path file =
        PairFile.write(
            session.settings().get(OUTPUT),
            first.code() + "-" + second.code(),
            pairs,
            results.terms());
    TerminalTables.print(
        session, results, "%s less %s".formatted(first.name(), second.name()), pairs);
    session.say("");
    session.say("comparison: " + file);
    return DONE;
  }

  private static InspectionTallies inspected(Results results, Trust trust) {
    return results
        .inspectionOf(trust.code())
        .orElseThrow(
            () ->
                PipelineException.failed(
                    "%s (%s) has no inspection among those compared"
                        .formatted(trust.name(), trust.code())));
  }
}
