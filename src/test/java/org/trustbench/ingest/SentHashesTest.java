package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Framework;
import org.trustbench.support.TinyFramework;

class SentHashesTest {
  @Test
  void what_was_read_under_earlier_rules_is_told_apart_and_so_read_again() {
    Framework framework = TinyFramework.read();
    String earlier = SentHashes.combined(List.of(framework.formHash() + " " + .05));
    assertThat(SentHashes.formHash(framework, .05)).isNotEqualTo(earlier);
    assertThat(SentHashes.formHash(framework, .05)).isEqualTo(SentHashes.formHash(framework, .05));
    assertThat(SentHashes.formHash(framework, .05))
        .isNotEqualTo(SentHashes.formHash(framework, .1));
  }
}
