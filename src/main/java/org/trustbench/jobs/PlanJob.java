package org.trustbench.jobs;

import static org.trustbench.jobs.settings.AudienceSettings.AUDIENCE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;
import static org.trustbench.jobs.settings.RuleSettings.FINITE_POPULATION;
import static org.trustbench.jobs.settings.RuleSettings.RULES;
import static org.trustbench.jobs.settings.RuleSettings.SCORE_RULE;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.FormCounts;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.session.TerminalTables;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.stages.ScoreStage;
import org.trustbench.message.Counted;
import org.trustbench.plan.Assumptions;
import org.trustbench.plan.MeasurePlan;
import org.trustbench.plan.SampleTarget;
import org.trustbench.publish.PlanFile;
import org.trustbench.summary.PlanGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how many cases every institution needs, measure by measure. */
@Command(
    name = "plan",
    description = "Say how many cases a sample needs; writes OUTPUT/internal/plan/FRAMEWORK.csv.",
    footer = {
      "trustbench plan --half-width 5 --difference 10 --power 80",
      "trustbench plan --institutions 6 --caseload 400",
      "trustbench plan --framework pools --on 2028-04-01",
      "trustbench plan --framework DIR --lake none --score 75 --icc 0.1 --applicable 0.8"
          + " --called-for 1"
    })
final class PlanJob extends Job {
  @Option(
      names = "--half-width",
      paramLabel = "POINTS",
      defaultValue = "5",
      description = "half the width of a 95 percent interval; default: ${DEFAULT-VALUE}")
  private double halfWidth;

  @Option(
      names = "--difference",
      paramLabel = "POINTS",
      defaultValue = "10",
      description = "how far a score lies from the others together; default: ${DEFAULT-VALUE}")
  private double difference;

  @Option(
      names = "--power",
      paramLabel = "PERCENT",
      defaultValue = "80",
      description =
          "how often the verdict is to find that, at 95 percent; default: ${DEFAULT-VALUE}")
  private double power;

  @Option(
      names = "--institutions",
      paramLabel = "N",
      description =
          "how many are compared, each with as many cases; without it those that the lake compares,"
              + " else those of the register")
  private Long institutions;

  @Option(
      names = "--caseload",
      paramLabel = "N",
      description =
          "cases that an institution has; with --finite-population intervals allow for the share"
              + " sampled")
  private Long caseload;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description =
          "first day of the inspection planned: the form is the version in force then; without it"
              + " the latest")
  private String on;

  @Mixin private final PlanAssumptions assumptions = new PlanAssumptions();

  @Override
  List<Setting<?>> uses() {
    return together(List.of(LAKE, OUTPUT, AUDIENCE), RULES);
  }

  @Override
  int run(Session session) {
    Framework framework = session.framework();
    checkFlags(session);
    String version = FormOn.version(framework, Optional.ofNullable(on));
    Assumptions assumed = assumptions.of(framework);
    AnalysisRules rules = session.settings().analysisRules();
    List<InspectionTallies> inspections = compared(session, rules);
    SampleTarget target = target(session, inspections.size());
    List<MeasurePlan> plans =
        MeasurePlan.all(
            framework.ofForm(version),
            FormCounts.on(framework, version, inspections),
            assumed,
            target);
    Path file = PlanFile.write(session.settings().get(OUTPUT), framework, plans);
    print(session, plans, target, inspections);
    session.say("");
    session.say("plan: " + file);
    return DONE;
  }

  private void checkFlags(Session session) {
    if (!session.settings().isInternal()) {
      throw PipelineException.usage(
          session
              .framework()
              .terms()
              .text(
                  "plan shows exact figures of {institutions}, which are for internal use: leave"
                      + " out --audience %s",
                  session.settings().get(AUDIENCE)));
    }
    if (!session.settings().get(SCORE_RULE).equals(AnalysisRules.POOLED)) {
      throw PipelineException.usage(
          "score rule %s has no interval and no verdict to plan for: use --score-rule pooled"
              .formatted(session.settings().get(SCORE_RULE)));
    }
    PlanAssumptions.between("--half-width", halfWidth, 0, 50);
    PlanAssumptions.between("--difference", difference, 0, 100);
    PlanAssumptions.between("--power", power, 0, 100);
    if (power == 100) {
      throw PipelineException.usage("--power 100.0 is not below 100");
    }
    if (institutions != null && institutions < 1) {
      throw PipelineException.usage("--institutions %d is less than 1".formatted(institutions));
    }
    if (caseload != null && caseload < 1) {
      throw PipelineException.usage("--caseload %d is less than 1".formatted(caseload));
    }
    if (session.settings().get(FINITE_POPULATION) && caseload == null) {
      throw PipelineException.usage(
          "--finite-population allows for the share of a caseload that is sampled: give"
              + " --caseload");
    }
  }

  /** Those that a lake has; none where there is no lake. */
  private static List<InspectionTallies> compared(Session session, AnalysisRules rules) {
    return session.lakePlace().isNew() || !ScoreStage.hasInspections(session)
        ? List.of()
        : Benchmark.compared(session.framework(), rules, ScoreStage.score(session));
  }

  private SampleTarget target(Session session, int compared) {
    long inLake = compared > 0 ? compared : session.framework().trusts().size();
    return new SampleTarget(
        halfWidth / 100,
        difference / 100,
        power / 100,
        session.settings().analysisRules().verdictRule(),
        institutions != null ? institutions : inLake,
        caseload == null ? OptionalLong.empty() : OptionalLong.of(caseload),
        session.settings().get(FINITE_POPULATION));
  }

  private static void print(
      Session session,
      List<MeasurePlan> plans,
      SampleTarget target,
      List<InspectionTallies> inspections) {
    Framework framework = session.framework();
    Set<String> kinds =
        framework.measureKinds().stream().map(Framework.Named::id).collect(Collectors.toSet());
    List<MeasurePlan> shown =
        plans.stream()
            .filter(
                plan ->
                    Set.of(Measure.OVERALL, Measure.THEME, Measure.SECTION)
                            .contains(plan.measure().kind())
                        || kinds.contains(plan.measure().kind()))
            .toList();
    if (inspections.stream().anyMatch(InspectionTallies::isSynthetic)) {
      session.say("");
      session.say(
          framework
              .terms()
              .text(
                  "SYNTHETIC DATA: invented judgements, no figure here is of a real"
                      + " {institution}."));
    }
    TerminalTables.print(
        session,
        PlanGrid.of(
            framework.terms().text("How many {cases} {an institution} needs"),
            shown,
            target,
            framework.terms()));
    session.say(explained(session, target, inspections.size()));
  }

  private static String explained(Session session, SampleTarget target, int inspections) {
    boolean isLake = inspections > 0;
    return session
        .framework()
        .terms()
        .text(
            "%s{Cases} to sample of each of %s: for a 95 %% interval of ±%s points;"
                + " and for a difference of %s points from the others together, on either side, to"
                + " be found with probability %s %% by the rule %s at 95 %%, before any allowance"
                + " for how many are compared. Called for: {cases} in which anything is assessed;"
                + " the number sampled makes as many to be expected as are needed. Between: the"
                + " standard deviation of true scores, beside which a difference may be large or"
                + " small.%s Single questions are in the file.",
            isLake
                ? terms(
                    session,
                    "As %s in the lake %s, where no flag says otherwise. ",
                    session
                        .framework()
                        .terms()
                        .counted(inspections, "{institution}", "{institutions}"),
                    Counted.word(inspections, "is", "are"))
                : "Without a lake: as the flags assume. ",
            session
                .framework()
                .terms()
                .counted(target.institutions(), "{institution}", "{institutions}"),
            number(100 * target.halfWidth()),
            number(100 * target.difference()),
            number(100 * target.power()),
            target.rule().label(),
            target.isFinitePopulation()
                ? terms(
                    session,
                    " The interval allows for the share sampled of %s.",
                    session
                        .framework()
                        .terms()
                        .counted(target.caseload().orElseThrow(), "{case}", "{cases}"))
                : "");
  }

  private static String terms(Session session, String pattern, Object... values) {
    return session.framework().terms().text(pattern, values);
  }

  private static String number(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
  }
}
