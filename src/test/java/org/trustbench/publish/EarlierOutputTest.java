package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.PipelineException;
import org.trustbench.disclosure.Audience;

/** Output folders in which releases for different audiences would meet. */
class EarlierOutputTest {
  @TempDir Path folder;

  private Path output() {
    return folder.resolve("output");
  }

  /** A release as its manifest alone says it is. */
  private void release(String at, String audience) throws IOException {
    Path release = Files.createDirectories(folder.resolve(at));
    Files.writeString(
        release.resolve("manifest.json"), "{\"audience\": \"%s: so\"}".formatted(audience));
  }

  private void latest(String at, String id) throws IOException {
    Files.writeString(
        folder.resolve(at).resolve("latest.json"), "{\"release\": \"releases/%s\"}".formatted(id));
  }

  @Test
  void a_folder_that_is_new_or_has_one_folder_for_each_audience_is_taken() throws IOException {
    assertThatCode(() -> EarlierOutput.refuse(output())).doesNotThrowAnyException();
    release("output/internal/releases/0000000000000000", "internal");
    release("output/public/releases/1111111111111111", "public");
    assertThatCode(() -> EarlierOutput.refuse(output())).doesNotThrowAnyException();
  }

  @Test
  void the_folder_of_one_audience_is_refused_and_the_one_above_it_asked_for() throws IOException {
    release("output/public/releases/1111111111111111", "public");
    assertThatThrownBy(() -> EarlierOutput.refuse(output().resolve("public")))
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "--output %s is the folder of one audience: name the one above it"
                .formatted(output().resolve("public")));
  }

  @Test
  void a_folder_that_is_only_called_as_an_audience_is_one_of_an_earlier_version()
      throws IOException {
    release("public/releases/0000000000000000", "internal");
    release("public/releases/1111111111111111", "public");
    assertThatThrownBy(() -> EarlierOutput.refuse(folder.resolve("public")))
        .hasMessageContaining("maintain --sort-output");
  }

  @Test
  void links_do_not_lead_both_audiences_to_one_folder() throws IOException {
    Files.createDirectories(output().resolve("internal"));
    Files.createSymbolicLink(output().resolve("public"), output().resolve("internal"));
    assertThatThrownBy(() -> EarlierOutput.refuse(output()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("are one folder");
  }

  @Test
  void what_cannot_be_told_to_be_for_the_public_is_sorted_to_what_is_internal() throws IOException {
    release("output/releases/1111111111111111", "public");
    Files.createDirectories(output().resolve("releases/.2222222222222222-17"));
    release("output/releases/3333333333333333", "publicly");
    latest("output", "1111111111111111");

    EarlierOutput.Sorted sorted = EarlierOutput.sort(output());

    AudienceFolder forPublic = new AudienceFolder(output(), Audience.PUBLIC);
    AudienceFolder internal = AudienceFolder.internal(output());
    assertThat(sorted).isEqualTo(new EarlierOutput.Sorted(2, 1, forPublic.latest()));
    assertThat(forPublic.releases().toFile().list()).containsExactly("1111111111111111");
    assertThat(internal.releases().toFile().list())
        .containsExactlyInAnyOrder(".2222222222222222-17", "3333333333333333");
    assertThat(internal.latest()).doesNotExist();
    assertThatCode(() -> EarlierOutput.refuse(output())).doesNotThrowAnyException();
  }

  @Test
  void sorting_that_was_broken_off_goes_on_and_the_latest_of_a_later_run_stays()
      throws IOException {
    release("output/internal/releases/0000000000000000", "internal");
    release("output/internal/releases/4444444444444444", "internal");
    release("output/releases/1111111111111111", "public");
    latest("output", "0000000000000000");
    latest("output/internal", "4444444444444444");

    EarlierOutput.sort(output());

    assertThat(output().toFile().list()).containsExactlyInAnyOrder("internal", "public");
    assertThat(AudienceFolder.internal(output()).latest()).content().contains("4444444444444444");
  }

  @Test
  void nothing_is_moved_over_what_is_there() throws IOException {
    release("output/releases/1111111111111111", "public");
    release("output/public/releases/1111111111111111", "public");
    assertThatThrownBy(() -> EarlierOutput.sort(output()))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("is there already");
    assertThat(output().resolve("releases/1111111111111111")).exists();
  }
}
