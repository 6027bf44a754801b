package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.ComparisonOutcome;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.FunnelPoint;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.benchmark.SchoolProgramme;
import org.trustbench.benchmark.UserComparator;
import org.trustbench.framework.Trust;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Intervals;
import org.trustbench.stats.Verdict;
import org.trustbench.stats.VerdictRule;
import org.trustbench.submission.RevisionKind;
import org.trustbench.submission.SubmissionStatus;
import org.trustbench.support.Judged;
import org.trustbench.terms.Terms;

/**
 * Every figure of a public release beside the exact one, of schools with so many cases of each kind
 * that nothing of a section is withheld.
 */
class PublicRoundingTest {
  private final ReleaseContent internal = internal(List.of());
  private final ReleaseContent shownContent =
      Disclosure.forPublic(internal, DisclosureRules.STANDARD);

  private static ReleaseContent internal(List<FileCoverage> coverage) {
    AnalysisRules rules =
        new AnalysisRules(
            AnalysisRules.POOLED,
            BenchmarkRule.POOLED_OTHERS,
            VerdictRule.DIFFERENCE,
            10,
            Optional.empty(),
            Optional.of("HILL"),
            Optional.empty(),
            List.of(new UserComparator.FixedValue("target", "Target", .704)),
            false);
    return ReleaseContent.internal(
        true,
        Benchmark.of(SchoolProgramme.CODEBOOK.framework(), rules, schools()),
        coverage,
        List.of(),
        List.of(
            new PublishedRevision(
                "HILL-2014",
                "HILL",
                2,
                RevisionKind.CHANGED,
                Optional.of("abc"),
                Optional.of(7L))));
  }

  /** Five schools of fifty lessons; of one few come through the first step of the pathway. */
  private static List<InspectionTallies> schools() {
    List<InspectionTallies> schools = new ArrayList<>();
    List<Trust> trusts = SchoolProgramme.CODEBOOK.framework().trusts();
    for (int i = 0; i < 5; i++) {
      String table =
          """
          plan   %d/20 %d/31
          pace   %d/20 %d/31
          marked %d/20 %d/31
          safe   %d/20 %d/31
          """
              .formatted(
                  i == 2 ? 6 : 11 + i % 7,
                  16 + i,
                  12 + 3 * i % 7,
                  i == 0 ? 6 : 15 + 2 * i % 12,
                  13 + 5 * i % 6,
                  i == 0 ? 6 : 14 + 5 * i % 14,
                  12 + 2 * i % 7,
                  18 + i % 9);
      schools.add(Judged.inspection(SchoolProgramme.CODEBOOK, trusts.get(i).code(), table));
    }
    return schools;
  }

  private static double whole(double proportion) {
    return Math.floor(proportion * 100 + .5) / 100 + 0.0;
  }

  private static Double whole(Double proportion) {
    return proportion == null ? null : (Double) whole(proportion.doubleValue());
  }

  private static List<Double> whole(Interval interval) {
    return interval == null ? null : List.of(whole(interval.low()), whole(interval.high()));
  }

  private static List<Double> ends(Interval interval) {
    return interval == null ? null : List.of(interval.low() + 0.0, interval.high() + 0.0);
  }

  private static List<Object> whole(Intervals intervals) {
    return intervals == null ? null : List.of(whole(intervals.at95()), whole(intervals.at998()));
  }

  private static List<Object> ends(Intervals intervals) {
    return intervals == null ? null : List.of(ends(intervals.at95()), ends(intervals.at998()));
  }

  private static List<Comparison> sections(ReleaseContent content) {
    return content.results().comparisons().stream()
        .filter(one -> one.score().measure().id().matches("section-A[12]|overall"))
        .toList();
  }

  @Test
  void nothing_of_these_schools_sections_is_withheld() {
    assertThat(sections(shownContent))
        .hasSize(sections(internal).size())
        .hasSizeGreaterThan(30)
        .extracting(one -> one.score().availability())
        .doesNotContain(Availability.SUPPRESSED);
  }

  @Test
  void scores_and_their_intervals_are_whole() {
    for (int i = 0; i < sections(shownContent).size(); i++) {
      InspectionScore exact = sections(internal).get(i).score();
      InspectionScore shown = sections(shownContent).get(i).score();
      assertThat(shown.score()).isEqualTo(whole(exact.score()));
      assertThat(ends(shown.interval95())).isEqualTo(whole(exact.interval95()));
      assertThat(ends(shown.interval998())).isEqualTo(whole(exact.interval998()));
      assertThat(shown.intervalRule()).isEqualTo(exact.intervalRule());
      assertThat(shown.isReliable()).isEqualTo(exact.isReliable());
      assertThat(shown.effectiveJudgements()).isEmpty();
      long assessed = shown.base().assessed().orElseThrow();
      assertThat(assessed % 5).isZero();
      assertThat(assessed).isBetween(exact.counts().assessed() - 3, exact.counts().assessed() + 3);
    }
  }

  @Test
  void differences_benchmarks_and_limits_are_whole_and_verdicts_and_ranks_as_they_were() {
    for (int i = 0; i < sections(shownContent).size(); i++) {
      Comparison exact = sections(internal).get(i);
      Comparison shown = sections(shownContent).get(i);
      assertThat(shown.difference()).isEqualTo(whole(exact.difference()));
      assertThat(ends(shown.tested(ComparisonOutcome.Tested::intervals)))
          .isEqualTo(whole(exact.tested(ComparisonOutcome.Tested::intervals)));
      assertThat(shown.benchmark()).isEqualTo(whole(exact.benchmark()));
      assertThat(shown.reference().availability()).isEqualTo(exact.reference().availability());
      assertThat(shown.reference().otherTrusts()).isEqualTo(exact.otherTrusts());
      assertThat(shown.reference().byRule().keySet())
          .isEqualTo(exact.reference().byRule().keySet());
      exact
          .reference()
          .byRule()
          .forEach(
              (rule, value) ->
                  assertThat(shown.reference().byRule().get(rule)).isEqualTo(whole(value)));
      assertThat(shown.verdict95()).isEqualTo(exact.verdict95());
      assertThat(shown.verdict998()).isEqualTo(exact.verdict998());
      assertThat(shown.isFdrSignificant()).isEqualTo(exact.isFdrSignificant());
      assertThat(shown.ranked()).isEqualTo(exact.ranked());
      assertThat(shown.limits().centre()).isEqualTo(whole(exact.limits().centre()));
      assertThat(ends(shown.limits().score())).isEqualTo(whole(exact.limits().score()));
      assertThat(ends(shown.limits().exact())).isEqualTo(whole(exact.limits().exact()));
      assertThat((Object) shown.caseMix(mix -> mix)).isNull();
      assertThat(shown.shrunken() == null).isEqualTo(exact.shrunken() == null);
      if (exact.shrunken() != null) {
        assertThat(shown.shrunken().score()).isEqualTo(whole(exact.shrunken().score()));
      }
    }
  }

  @Test
  void figures_of_a_group_are_whole_and_its_counts_rounded() {
    ComparatorScore exact = internal.results().comparators().get(0);
    ComparatorScore shown = shownContent.results().comparators().get(0);
    assertThat(shown.trustsSuppressed()).isZero();
    assertThat(shown.availability()).isEqualTo(Availability.SHOWN);
    assertThat(shown.rankedTrusts()).isEqualTo(5);
    assertThat(shown.figures().pooled()).isEqualTo(whole(exact.figures().pooled()));
    assertThat(shown.figures().meanOfTrusts()).isEqualTo(whole(exact.figures().meanOfTrusts()));
    assertThat(shown.spread().lowest()).isEqualTo(whole(exact.spread().lowest()));
    assertThat(shown.spread().median()).isEqualTo(whole(exact.spread().median()));
    assertThat(shown.spread().highest()).isEqualTo(whole(exact.spread().highest()));
    assertThat(shown.spread().trusts()).isEqualTo(5);
    assertThat(shown.base().sufficient()).isEmpty();
    assertThat(shown.base().notApplicable()).isEmpty();
    assertThat(shown.base().casesAssessed())
        .contains(DisclosureRules.STANDARD.rounded(exact.base().exact().casesAssessed()));
    assertThat(shown.base().casesInScope())
        .contains(DisclosureRules.STANDARD.rounded(exact.base().exact().casesInScope()));
    assertThat(shown.base().notRecorded()).contains(0L);
    assertThat(shown.base().isRounded()).isTrue();
    assertThat(shownContent.results().comparisons().get(0).group()).isSameAs(shown);
  }

  @Test
  void steps_of_pathways_have_a_share_and_no_numbers_of_those_left() {
    List<PathwayStep> exact =
        internal.pathways().stream().filter(one -> !one.comparatorGroup().isFixed()).toList();
    assertThat(shownContent.pathways()).hasSize(exact.size());
    int hidden = 0;
    int compared = 0;
    for (int i = 0; i < exact.size(); i++) {
      PathwayStep shown = shownContent.pathways().get(i);
      assertThat(shown.step()).isEqualTo(exact.get(i).step());
      assertThat(shown.label()).isEqualTo(exact.get(i).label());
      assertThat(shown.entered()).isNull();
      assertThat(shown.remaining()).isNull();
      assertThat(shown.othersRemaining()).isNull();
      if (shown.availability() == Availability.SUPPRESSED) {
        hidden++;
        assertThat(Arrays.asList(shown.started(), shown.share(), shown.interval95()))
            .allMatch(Objects::isNull);
        assertThat(shown.difference95()).isNull();
      } else {
        assertThat(shown.share()).isEqualTo(whole(exact.get(i).share()));
        assertThat(shown.started())
            .isEqualTo(DisclosureRules.STANDARD.rounded(exact.get(i).started()));
        assertThat(ends(shown.interval95())).isEqualTo(whole(exact.get(i).interval95()));
        compared += shown.difference95() == null ? 0 : 1;
        assertThat(shown.difference95() == null)
            .isEqualTo(shown.verdict95() == Verdict.NOT_COMPARED);
      }
    }
    assertThat(compared).isPositive();
    assertThat(shownContent.results().scores()).noneMatch(one -> one.measure().isPathwayStep());
    assertThat(hidden).isPositive().isLessThan(exact.size());
  }

  @Test
  void funnels_are_drawn_by_whole_percent_at_multiples_of_five() {
    assertThat(shownContent.funnels()).isNotEmpty();
    for (FunnelLimits limits : shownContent.funnels()) {
      assertThat(limits.judgements() % 5).isZero();
      assertThat(limits.limits().centre()).isEqualTo(whole(limits.limits().centre()));
      assertThat(ends(limits.limits().score())).isEqualTo(whole(limits.limits().score()));
    }
    List<FunnelPoint> exact = internal.funnelPoints();
    assertThat(shownContent.funnelPoints()).isNotEmpty();
    for (FunnelPoint point : shownContent.funnelPoints()) {
      FunnelPoint same =
          exact.stream()
              .filter(
                  one ->
                      one.comparison()
                              .comparatorGroup()
                              .equals(point.comparison().comparatorGroup())
                          && one.comparison()
                              .score()
                              .measure()
                              .equals(point.comparison().score().measure())
                          && one.comparison()
                              .score()
                              .inspection()
                              .inspectionId()
                              .equals(point.comparison().score().inspection().inspectionId()))
              .findFirst()
              .orElseThrow();
      assertThat(point.effectiveJudgements() % 5).isZero();
      assertThat(point.effectiveJudgements())
          .isBetween(same.effectiveJudgements() - 3, same.effectiveJudgements() + 3);
      assertThat(point.zone()).isEqualTo(same.zone());
    }
  }

  @Test
  void findings_have_no_p_value_and_the_rounded_figures_in_their_sentence() {
    assertThat(shownContent.findings()).isNotEmpty().allMatch(one -> one.adjustedPValue() == null);
    Finding hill =
        shownContent.findings().stream()
            .filter(one -> one.score().measure().id().equals("section-A2"))
            .filter(one -> one.score().inspection().trust().code().equals("HILL"))
            .findFirst()
            .orElseThrow();
    assertThat(hill.basis()).isEqualTo(Finding.Basis.COMPARATIVE);
    assertThat(hill.sentence())
        .contains(
            "36 % of about 100 judgements sufficient, few (95 % interval 24 to 50 %)",
            "lower than the other trusts together (71 %), by 34 points (19 to 48;");
    assertThat(hill.comparison().difference()).isEqualTo(whole(hill.comparison().difference()));
  }

  @Test
  void of_a_revision_the_public_is_not_told_what_it_holds() {
    assertThat(shownContent.revisions())
        .containsExactly(
            new PublishedRevision(
                "HILL-2014", "HILL", 2, RevisionKind.CHANGED, Optional.empty(), Optional.empty()));
    assertThat(shownContent.protectionNotes())
        .containsAll(DisclosureRules.STANDARD.sentences(Terms.STANDARD));
    assertThat(internal.protectionNotes()).isEmpty();
  }

  private static FileCoverage file(
      String inspection,
      String name,
      long read,
      Long cases,
      Long never,
      String passed,
      SubmissionStatus status) {
    return new FileCoverage(
        inspection, "HILL", name, read, read, 0L, 0L, 1L, cases, never, passed, "no plan", status);
  }

  @Test
  void the_files_of_an_inspection_are_one_row_and_what_was_refused_none() {
    List<FileCoverage> files = new ArrayList<>();
    files.add(file("HILL-2014", "a.csv", 101, 30L, 1L, null, SubmissionStatus.ACCEPTED));
    files.add(file("HILL-2014", "b.csv", 102, null, 4L, "Note", SubmissionStatus.ACCEPTED));
    files.add(file("HILL-2014", "c.csv", 50, 30L, null, null, SubmissionStatus.REFUSED));
    files.add(file(null, "d.csv", 50, 30L, null, null, SubmissionStatus.UNROUTED));
    files.add(file("DALE-2014", "e.csv", 12, 9L, 2L, null, SubmissionStatus.ACCEPTED));
    List<FileCoverage> shown =
        Disclosure.forPublic(internal(files), DisclosureRules.STANDARD).coverage();
    assertThat(shown)
        .containsExactly(
            new FileCoverage(
                "DALE-2014",
                "HILL",
                "DALE-2014",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                SubmissionStatus.ACCEPTED),
            new FileCoverage(
                "HILL-2014",
                "HILL",
                "HILL-2014",
                205L,
                205L,
                0L,
                0L,
                5L,
                30L,
                4L,
                "yes",
                "no plan",
                SubmissionStatus.ACCEPTED));
  }

  @Test
  void what_a_file_lacks_is_said_once() {
    FileCoverage one = file("A", "a", 1, 1L, 1L, "x", SubmissionStatus.ACCEPTED);
    FileCoverage other = file("A", "b", 1, 1L, 1L, "y", SubmissionStatus.ACCEPTED);
    FileCoverage none = file("A", "c", 1, 1L, 1L, null, SubmissionStatus.ACCEPTED);
    assertThat(FileCoverage.together(List.of(one, none, other, one), FileCoverage::passedOver))
        .isEqualTo("x, y");
    assertThat(FileCoverage.together(List.of(none), FileCoverage::passedOver)).isNull();
  }

  @Test
  void scores_adjusted_for_case_mix_are_not_told_to_the_public_and_it_says_so() {
    assertThat(sections(internal)).anyMatch(one -> one.caseMix(mix -> mix) != null);
    assertThat(shownContent.results().comparisons())
        .allMatch(one -> one.caseMix(mix -> mix) == null);
    assertThat(shownContent.protectionNotes())
        .anySatisfy(note -> assertThat(note).contains("scores adjusted for case mix"));
  }
}
