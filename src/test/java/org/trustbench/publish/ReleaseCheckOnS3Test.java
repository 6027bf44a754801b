package org.trustbench.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustbench.PipelineException;
import org.trustbench.storage.Place;
import org.trustbench.storage.StorageSettings;
import org.trustbench.support.ScriptedS3;

/** What is not known of a release in a bucket is not told as damage of it. */
class ReleaseCheckOnS3Test {
  private static final String RELEASE = "out/internal/releases/0123456789abcdef/";

  private final ScriptedS3 server = ScriptedS3.start();
  private final Path output = Place.of("s3://" + ScriptedS3.BUCKET + "/out");

  @BeforeEach
  void use() {
    server.use();
    server.put(RELEASE + "run.json", "{}".getBytes(UTF_8));
  }

  @AfterEach
  void close() {
    StorageSettings.from(() -> new StorageSettings.Values(Map.of(), Map.of()));
    server.close();
  }

  private void manifest(String text) {
    server.put(RELEASE + "manifest.json", text.getBytes(UTF_8));
  }

  @Test
  void a_release_whose_manifest_has_not_been_stored_yet_is_unfinished() {
    assertThat(ReleaseCheck.in(output).faults())
        .singleElement()
        .asString()
        .contains("holds a part of a release and no manifest.json")
        .doesNotContain("delete the release's folder");
  }

  @Test
  void a_manifest_that_is_no_json_is_damaged() {
    manifest("{");

    assertThat(ReleaseCheck.in(output).faults())
        .singleElement()
        .asString()
        .contains("delete the release's folder and make it again");
  }

  @Test
  void a_manifest_that_the_server_does_not_give_ends_the_check_and_says_nothing_of_damage() {
    manifest("{}");
    for (int status : new int[] {403, 503}) {
      server.script(request -> request.reads("/manifest.json") ? status : 0);

      assertThatThrownBy(() -> ReleaseCheck.in(output))
          .isInstanceOf(PipelineException.class)
          .hasMessageContaining(RELEASE + "manifest.json cannot be read: ")
          .message()
          .doesNotContain("delete");
    }
  }

  @Test
  void a_file_that_may_not_be_read_is_told_as_that() {
    manifest("{\"files\":{\"tables/a.csv\":\"00\"}}");
    server.put(RELEASE + "tables/a.csv", "a".getBytes(UTF_8));
    server.script(request -> request.reads("a.csv") ? 403 : 0);

    assertThat(ReleaseCheck.in(output).faults())
        .anyMatch(fault -> fault.contains("a.csv cannot be read: this user may not read or write"))
        .noneMatch(fault -> fault.contains("a.csv") && fault.contains("delete"));
  }
}
