package org.trustbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.stats.ChangeShrinkage.Pair;
import org.trustbench.stats.ChangeShrinkage.Posterior;

class ChangeShrinkageTest {
  /**
   * In R: {@code p1<-c(.50,.60,.70,.80,.55); n1<-c(40,60,50,80,30); p2<-c(.60,.62,.78,.76,.70);
   * n2<-c(50,45,60,70,35); v1<-p1*(1-p1)/n1; v2<-p2*(1-p2)/n2; t1<-var(p1)-mean(v1);
   * t2<-var(p2)-mean(v2); m<-.95*sqrt(t1*t2); g<-min(m,cov(p1,p2));
   * mu<-c(weighted.mean(p1,1/(t1+v1)),weighted.mean(p2,1/(t2+v2))); S<-matrix(c(t1,g,g,t2),2);
   * mu+S%*%solve(S+diag(c(v1[k],v2[k])),c(p1[k],p2[k])-mu)}.
   */
  private static final List<Pair> FIVE =
      List.of(
          pair(.50, 40, .60, 50),
          pair(.60, 60, .62, 45),
          pair(.70, 50, .78, 60),
          pair(.80, 80, .76, 70),
          pair(.55, 30, .70, 35));

  @Test
  void the_moments_are_those_of_matrix_algebra_in_r() {
    ChangeShrinkage fit = ChangeShrinkage.moments(FIVE);

    assertThat(fit.earlierVariance()).isCloseTo(.00956, within(1e-12));
    assertThat(fit.laterVariance()).isCloseTo(.00221974603175, within(1e-12));
    assertThat(fit.covariance()).isCloseTo(.00437627087682, within(1e-12));
    assertThat(fit.earlierMean()).isCloseTo(.64381166900841, within(1e-12));
    assertThat(fit.laterMean()).isCloseTo(.70399670300318, within(1e-12));
  }

  @Test
  void so_are_the_shrunken_scores_and_changes() {
    ChangeShrinkage fit = ChangeShrinkage.moments(FIVE);

    Posterior first = fit.posterior(FIVE.get(0));
    assertThat(first.earlier()).isCloseTo(.537732835541, within(1e-11));
    assertThat(first.later()).isCloseTo(.653045368993, within(1e-11));
    assertThat(first.change()).isCloseTo(.115312533452, within(1e-11));
    assertThat(fit.posterior(FIVE.get(3)).change()).isCloseTo(-.00966141830777, within(1e-11));
  }

  /** By the same R on eight: cov(p1, p2) is .0031 and below 95 %; of others it is beyond −95 %. */
  @Test
  void scores_that_go_together_by_less_are_shrunken_by_their_own_covariance() {
    List<Pair> eight =
        List.of(
            pair(.50, 40, .70, 50),
            pair(.60, 60, .55, 45),
            pair(.70, 50, .72, 60),
            pair(.80, 80, .66, 70),
            pair(.55, 30, .68, 35),
            pair(.65, 45, .50, 40),
            pair(.72, 55, .78, 65),
            pair(.45, 35, .58, 30));
    ChangeShrinkage fit = ChangeShrinkage.fit(eight).orElseThrow();
    assertThat(fit.covariance()).isCloseTo(.0031053571428571, within(1e-14));
    Posterior first = fit.posterior(eight.get(0));
    assertThat(first.earlier()).isCloseTo(.5666950743276, within(1e-11));
    assertThat(first.later()).isCloseTo(.66215471915157, within(1e-11));

    List<Pair> opposite = new ArrayList<>();
    for (int i = 0; i < eight.size(); i++) {
      double off = i % 2 > 0 ? 0 : i % 4 > 0 ? -.01 : .01;
      Pair one = eight.get(i);
      opposite.add(
          pair(one.earlier().p(), one.earlier().n(), 1 - one.earlier().p() + off, one.later().n()));
    }
    assertThat(ChangeShrinkage.moments(opposite).covariance())
        .isCloseTo(-.0090654280101528, within(1e-14));
  }

  @Test
  void a_low_first_score_on_few_judgements_is_held_to_have_risen_less_than_it_seems() {
    ChangeShrinkage fit = ChangeShrinkage.moments(FIVE);
    Pair few = pair(.30, 8, .70, 50);

    assertThat(fit.posterior(few).change()).isPositive().isLessThan(few.change() / 2);
  }

  @Test
  void a_change_on_very_many_judgements_is_left_as_it_is() {
    Pair many = pair(.40, 1e9, .71, 1e9);

    assertThat(ChangeShrinkage.moments(FIVE).posterior(many).change()).isCloseTo(.31, within(1e-5));
  }

  @Test
  void institutions_no_further_apart_than_chance_all_change_by_the_difference_of_the_means() {
    List<Pair> alike = Collections.nCopies(8, pair(.5, 40, .6, 40));
    ChangeShrinkage fit = ChangeShrinkage.fit(alike).orElseThrow();

    assertThat(fit.posterior(pair(.2, 40, .9, 40)).change()).isCloseTo(.1, within(1e-12));
  }

  @Test
  void scores_of_0_and_1_have_an_error_and_stay_on_the_scale() {
    ChangeShrinkage fit = ChangeShrinkage.moments(FIVE);
    Posterior ends = fit.posterior(pair(0, 10, 1, 10));

    assertThat(ends.earlier()).isBetween(0., .5);
    assertThat(ends.later()).isBetween(.55, 1.);
  }

  @Test
  void fewer_than_eight_institutions_are_not_fitted() {
    assertThat(ChangeShrinkage.fit(Collections.nCopies(7, pair(.5, 40, .6, 40)))).isEmpty();
    assertThat(ChangeShrinkage.fit(Collections.nCopies(8, pair(.5, 40, .6, 40)))).isPresent();
  }

  private static Pair pair(double earlier, double earlierN, double later, double laterN) {
    return new Pair(new Proportion(earlier, earlierN), new Proportion(later, laterN));
  }
}
