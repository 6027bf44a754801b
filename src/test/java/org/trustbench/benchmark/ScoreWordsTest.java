package org.trustbench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Vocabulary;
import org.trustbench.stats.Interval;

class ScoreWordsTest {
  private static final Vocabulary VOCABULARY = FrameworkReader.read("iaow-2013").vocabulary();

  @ParameterizedTest(name = "{0} ({1} to {2})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .960 | .901 | .984 | almost all
          .903 | .834 | .945 | almost all, possibly only most
          .867 | .794 | .916 | most, possibly almost all
          .830 | .720 | .900 | most, possibly anything from a majority to almost all
          1    | .824 | 1    | all, possibly only most
          .340 | .230 | .470 | a minority
          .500 | .430 | .570 | half, possibly anything from a minority to a majority
          .502 | .430 | .570 | a majority, possibly only a minority
          .510 | .501 | .519 | a majority
          .498 | .492 | .499 | a minority
          0    | 0    | .100 | none, possibly few
          .160 | .090 | .260 | a minority, possibly only few
          .899 | .893 | .905 | most, possibly almost all
          .999 | .990 | 1    | almost all, possibly all
          .746 | .740 | .752 | a majority, possibly most
          .9   | .9   | .91  | almost all
          .57  | .55  | .59  | a majority
          """)
  void a_score_is_worded_by_itself_and_hedged_by_its_interval(
      double score, double low, double high, String words) {
    assertThat(ScoreWords.of(VOCABULARY, score, new Interval(low, high)).text()).isEqualTo(words);
  }
}
