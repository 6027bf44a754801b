package org.trustbench.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.Launched;
import org.trustbench.support.PublishedRelease;

/**
 * The steps of the container file, one by one, in a folder that becomes the root of a process and
 * may then only be read. This machine's {@code /usr} and {@code /etc} stand in the place of the
 * base, so the image itself is not tried.
 */
@Tag("packaged")
class ContainerfileTest {
  /** Every instruction that the file may have, so that none is passed over. */
  private static final List<String> KNOWN =
      List.of("ARG", "FROM", "RUN", "ADD", "ENV", "USER", "WORKDIR", "VOLUME", "ENTRYPOINT", "CMD");

  @TempDir Path folder;

  private record Step(String instruction, String rest) {}

  private static List<Step> steps() throws IOException {
    return Files.readAllLines(Launched.root().resolve("jobs/platforms/container/Containerfile"))
        .stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(
            line ->
                new Step(
                    line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)))
        .toList();
  }

  private static List<String> words(String json) throws IOException {
    return List.of(JsonMapper.builder().build().readValue(json, String[].class));
  }

  private static String one(String instruction) throws IOException {
    List<Step> found =
        steps().stream().filter(step -> step.instruction().equals(instruction)).toList();
    assertThat(found).as(instruction).hasSize(1);
    return found.get(0).rest();
  }

  @Test
  void its_steps_make_a_root_in_which_a_user_without_rights_publishes_and_writes_nowhere_else()
      throws IOException {
    Assumptions.assumeTrue(
        Boolean.getBoolean("skip.nothing") || System.getProperty("user.name").equals("root"),
        "only root may give a process another root");
    assertThat(steps()).extracting(Step::instruction).isSubsetOf(KNOWN);
    List<String> volumes = words(one("VOLUME"));
    assertThat(volumes).containsExactly("/data", "/tmp");
    Path context = Files.createDirectories(folder.resolve("context"));
    Files.createSymbolicLink(context.resolve("trustbench-" + version() + ".tar.gz"), download());
    StringBuilder script = new StringBuilder(BASE);
    Map<String, String> environment = new LinkedHashMap<>();
    for (Step step : steps()) {
      String rest = step.rest().replace("${VERSION}", version());
      switch (step.instruction()) {
        case "RUN" -> script.append("within bash -euc '").append(rest).append("'\n");
        case "ADD" -> {
          String[] words = rest.split(" ", -1);
          assertThat(words).hasSize(2);
          script.append(
              "tar xzf '%s' -C \"$root%s\"\n".formatted(context.resolve(words[0]), words[1]));
        }
        case "ENV" -> environment.put(before(rest), rest.substring(rest.indexOf('=') + 1));
        default -> assertThat(KNOWN).contains(step.instruction());
      }
    }
    script.append(READ_ONLY.replace("USER", one("USER")));
    List<String> command = new ArrayList<>(words(one("ENTRYPOINT")));
    String user =
        "in_container() { chroot --userspec=%s \"$root\" env -i -C %s HOME=/data PATH=/usr/bin:/bin JAVA_HOME='%s' TRUSTBENCH_JAVA_OPTS='%s' %s \"$@\"; }\n"
            .formatted(
                one("USER"),
                one("WORKDIR"),
                System.getProperty("java.home"),
                Launched.QUICK_JVM,
                environments(environment));
    script.append(user);
    script.append("in_container ").append(String.join(" ", command)).append(" run\n");
    script.append("in_container ").append(String.join(" ", command));
    script.append(' ').append(String.join(" ", words(one("CMD")))).append(" | grep -q maintain\n");
    script.append("! in_container touch /opt/here /etc/here /here 2>/dev/null\n");
    script.append("in_container id -u\n");
    script.append("rm -rf \"$1/root/etc\" \"$1/context\"\n");

    Launched done =
        Launched.run(
            Map.of(),
            List.of(
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "bash",
                "-c",
                script.toString(),
                "bash",
                folder.toString()));

    assertThat(done.exitCode()).as(done.printed()).isZero();
    assertThat(done.out()).endsWith("10001\n");
    assertThat(PublishedRelease.latestInternal(folder.resolve("data/output")).checksums())
        .isEqualTo(PublishedRelease.embedded().checksums());
  }

  private static final String BASE =
      """
      set -euo pipefail
      root=$1/root
      mkdir -p "$root"/{usr,opt,proc,tmp,dev} "$1/data"
      cp -a /etc "$root/etc"
      for link in bin sbin lib lib64; do
        if [ -L /$link ]; then cp -a /$link "$root/$link"; else mkdir "$root/$link"; mount --rbind /$link "$root/$link"; fi
      done
      mount --rbind /usr "$root/usr"
      mount -o remount,ro,bind "$root/usr"
      mount --rbind /dev "$root/dev"
      mount --rbind /proc "$root/proc"
      within() { chroot "$root" "$@"; }
      """;

  /** As {@code --read-only} does, with the volumes that the file names. */
  private static final String READ_ONLY =
      """
      chown USER "$1/data"
      mkdir "$root.ro"
      mount --bind "$root" "$root.ro"
      mount --rbind "$root/usr" "$root.ro/usr"
      mount --rbind "$root/dev" "$root.ro/dev"
      mount --rbind "$root/proc" "$root.ro/proc"
      mount --bind "$1/data" "$root.ro/data"
      mount -t tmpfs -o mode=1777 tmpfs "$root.ro/tmp"
      mount -o remount,ro,bind "$root.ro"
      root=$root.ro
      """;

  private static String environments(Map<String, String> environment) {
    StringBuilder words = new StringBuilder();
    environment.forEach(
        (name, value) -> words.append(' ').append(name).append("='").append(value).append('\''));
    return words.toString();
  }

  private static String before(String assignment) {
    return assignment.substring(0, assignment.indexOf('='));
  }

  private static Path download() throws IOException {
    try (Stream<Path> made = Files.list(Launched.root().resolve("target"))) {
      return made.filter(file -> file.getFileName().toString().matches("trustbench-.*\\.tar\\.gz"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String version() throws IOException {
    String name = download().getFileName().toString();
    return name.substring("trustbench-".length(), name.length() - ".tar.gz".length());
  }
}
