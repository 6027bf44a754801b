package org.trustbench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.SampleRuns.Whole;

/** A machine whose locale writes other digits makes the same release. */
class LocaleTest {
  @Test
  void a_run_under_a_locale_with_digits_of_its_own_makes_the_same_bytes() throws Exception {
    Whole before = SampleRuns.national();
    Whole other;
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat("%d".formatted(5)).isNotEqualTo("5");
      other = SampleRuns.of(before.submissions(), "local[2]");
    } finally {
      Locale.setDefault(usual);
    }
    assertThat(other.release().getFileName()).isEqualTo(before.release().getFileName());
    assertThat(String.join("\n", other.run().out())).matches("[^٠-٩]*");
    try (var paths = Files.walk(before.release())) {
      for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = before.release().relativize(file).toString();
        if (!name.equals("run.json")) {
          byte[] made = Files.readAllBytes(other.release().resolve(name));
          assertThat(Arrays.equals(made, Files.readAllBytes(file))).as(name).isTrue();
        }
      }
    }
  }
}
