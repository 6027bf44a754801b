package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.MainRun;

/** Words that a job was called with and that it does not know. */
class UsageMistakeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rn                  | there is no job \"rn\"; did you mean run? (--help lists them)",
        "help rn             | there is no job \"rn\"; did you mean run? (--help lists them)",
        "publsih --lake x    | there is no job \"publsih\"; did you mean publish? (--help lists them)",
        "frobnicate          | there is no job \"frobnicate\" (--help lists them)",
        "run --focsu NSP     | run has no flag --focsu; did you mean --focus? (run --help lists its flags)",
        "run --focsu=NSP     | run has no flag --focsu; did you mean --focus? (run --help lists its flags)",
        "run --trust NSP     | run has no flag --trust: it is one of compare and explain (run --help lists its flags)",
        "run --nonsense      | run has no flag --nonsense (run --help lists its flags)",
        "run NSP             | \"NSP\" follows no flag: a value stands behind the flag that it is for (run --help lists its flags)",
        "framework chek DIR  | framework has no \"chek\"; did you mean check? (framework --help lists them)",
        "--verison           | the program has no flag --verison; did you mean --version? (--help lists them)",
        "run --audience pubic | audience \"pubic\" is not one of internal, public; did you mean public? (--audience)",
        "run --score-rule poled | score rule \"poled\" is not one of pooled, mean-of-questions; did you mean pooled? (--score-rule)",
      })
  void a_word_that_is_not_known_gets_the_nearest_one(String words, String line) {
    MainRun run = MainRun.of(words.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).containsExactly("trustbench: " + line);
    assertThat(run.out()).isEmpty();
  }
}
