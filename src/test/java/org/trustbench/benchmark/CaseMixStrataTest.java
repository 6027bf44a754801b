package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.CaseMix;
import org.trustbench.tally.Counts;

/** Strata of two attributes, by sufficient of assessed judgements in each. */
class CaseMixStrataTest {
  private static final Framework FRAMEWORK = SchoolProgramme.CODEBOOK.framework();

  private static InspectionTallies inspection(String school, Map<String, Counts> strata) {
    return new InspectionTallies(
        school,
        new Trust(school, school, List.of(), Map.of()),
        null,
        null,
        null,
        LocalDate.of(2014, 1, 1),
        null,
        null,
        null,
        true,
        Map.of("overall", strata));
  }

  private static Counts judged(long sufficient, long assessed) {
    return new Counts(
        assessed, assessed, sufficient, assessed, 0, 0, sufficient, sufficient, assessed);
  }

  private static CaseMixStrata.Matched matched(
      Map<String, Counts> own, Map<String, Counts> others, boolean isMember) {
    List<InspectionTallies> both = List.of(inspection("A", own), inspection("B", others));
    CaseMixStrata strata =
        new CaseMixStrata(Strata.of(FRAMEWORK.measures(), both), both, "overall");
    return strata.matched(0, strata.total(isMember ? List.of(0, 1) : List.of(1)), isMember, 2);
  }

  private static List<String> text(List<CaseMix.Stratum> strata) {
    return strata.stream()
        .map(
            one ->
                "%d of %d against %s of %s, share %s"
                    .formatted(
                        one.trust().y(),
                        one.trust().n(),
                        one.others().p(),
                        one.others().n(),
                        one.share()))
        .toList();
  }

  @Test
  void each_stratum_is_set_against_the_same_of_the_others_on_the_judgements_they_are_worth() {
    CaseMixStrata.Matched matched =
        matched(
            Map.of("late|low", judged(3, 6), "early|low", judged(8, 10)),
            Map.of(
                "late|low", judged(5, 10), "early|low", judged(3, 4), "early|high", judged(6, 8)),
            true);
    // The early and low are four among the others: all the early ones stand for them.
    assertThat(text(matched.others()))
        .containsExactlyInAnyOrder(
            "8 of 10 against 0.75 of 6.0, share 1.0", "3 of 6 against 0.5 of 5.0, share 1.0");
    assertThat(text(matched.all()))
        .containsExactlyInAnyOrder(
            "8 of 10 against 0.75 of 6.0, share " + 12 / 22.,
            "3 of 6 against 0.5 of 5.0, share " + 10 / 16.);
    assertThat(matched.collapsed()).isEqualTo(1);
    assertThat(matched.mixes(2).keySet())
        .containsExactlyInAnyOrder(BenchmarkRule.POOLED_OTHERS, BenchmarkRule.POOLED_ALL);
  }

  @Test
  void of_a_trust_outside_the_group_the_whole_group_are_others() {
    CaseMixStrata.Matched matched =
        matched(Map.of("late|low", judged(3, 6)), Map.of("late|low", judged(5, 10)), false);
    assertThat(text(matched.others())).containsExactly("3 of 6 against 0.5 of 5.0, share 1.0");
    assertThat(matched.all()).isEqualTo(matched.others());
    assertThat(matched.collapsed()).isZero();
  }

  @Test
  void five_judgements_of_the_others_are_enough_for_a_stratum() {
    Map<String, Counts> own = Map.of("late|low", judged(3, 6));
    Map<String, Counts> five =
        Map.of("late|low", judged(2, 5), "late|high", judged(5, 5), "early|low", judged(5, 5));
    assertThat(text(matched(own, five, true).others()))
        .containsExactly("3 of 6 against 0.4 of 2.5, share 1.0");
  }

  @Test
  void strata_widen_to_all_cases_at_last_and_with_too_few_of_these_there_is_no_case_mix() {
    Map<String, Counts> own = Map.of("late|low", judged(3, 6), "", judged(0, 0));
    CaseMixStrata.Matched all = matched(own, Map.of("early|low", judged(6, 8)), true);
    assertThat(text(all.others())).containsExactly("3 of 6 against 0.75 of 4.0, share 1.0");
    CaseMixStrata.Matched none = matched(own, Map.of("early|low", judged(2, 4)), true);
    assertThat(none.others()).isEmpty();
    assertThat(none.all()).isEmpty();
    assertThat(none.collapsed()).isEqualTo(1);
    assertThat(none.mixes(1)).isEmpty();
  }

  @Test
  void strata_that_widen_to_the_same_are_one() {
    CaseMixStrata.Matched matched =
        matched(
            Map.of("late|low", judged(3, 6), "late|high", judged(2, 2)),
            Map.of("late|low", judged(2, 4), "late|high", judged(1, 4)),
            true);
    assertThat(text(matched.others())).containsExactly("5 of 8 against 0.375 of 4.0, share 1.0");
    assertThat(matched.collapsed()).isEqualTo(2);
    assertThat(Stream.of(matched.others(), matched.all())).allMatch(one -> one.size() == 1);
  }
}
