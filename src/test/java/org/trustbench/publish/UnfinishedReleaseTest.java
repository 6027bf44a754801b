package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;

/** A release that cannot be written to its end. */
class UnfinishedReleaseTest {
  @TempDir Path output;

  @Test
  void a_release_that_a_full_disk_breaks_off_leaves_nothing_and_says_why() throws IOException {
    Framework framework = Programmes.framework(Programmes.PROBATION);
    ReleaseContent content =
        Programmes.content(framework, Programmes.inspections(framework, 10, 12));
    Release.Inputs inputs = new Release.Inputs("test", Map.of(), Map.of(), Map.of());

    AudienceFolder place = AudienceFolder.internal(output);

    assertThatThrownBy(
            () ->
                Release.publish(
                    place,
                    content,
                    inputs,
                    files -> {
                      throw new UncheckedIOException(new IOException("No space left on device"));
                    },
                    Map.of()))
        .hasMessageContaining("cannot be written: the disk is full: free some space");

    try (Stream<Path> left = Files.list(place.releases())) {
      assertThat(left).isEmpty();
    }
  }
}
