package org.trustbench.ingest.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Framework;
import org.trustbench.support.TinyFramework;

class ContentHashesTest {
  @Test
  void what_was_read_under_earlier_rules_is_told_apart_and_so_read_again() {
    Framework framework = TinyFramework.read();
    String earlier = ContentHashes.combined(List.of(framework.formHash() + " " + .05));
    assertThat(ContentHashes.formHash(framework, .05)).isNotEqualTo(earlier);
    assertThat(ContentHashes.formHash(framework, .05))
        .isEqualTo(ContentHashes.formHash(framework, .05));
    assertThat(ContentHashes.formHash(framework, .05))
        .isNotEqualTo(ContentHashes.formHash(framework, .1));
  }
}
