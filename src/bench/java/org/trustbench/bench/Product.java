package org.trustbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The product as a user starts it, on a lake and an output folder of its own. */
final class Product {
  private final Workshop workshop;
  private final List<String> sent;
  private final String name;

  /** Nothing is in the lake yet. */
  Product(Workshop workshop, String name, Path sent) throws IOException {
    this(workshop, name, List.of("--submissions", sent.toString()));
  }

  /** The same, of flags that say what was sent. */
  Product(Workshop workshop, String name, List<String> sent) throws IOException {
    this.workshop = workshop;
    this.sent = sent;
    this.name = name;
    delete();
  }

  /** From what was sent to a finished release, in one process. */
  Measured run(String... more) throws IOException, InterruptedException {
    return start(List.of("jobs/run"), more);
  }

  /** One job through spark-submit. */
  Measured submit(String job, String... more) throws IOException, InterruptedException {
    return start(List.of("jobs/submit", job), more);
  }

  private Measured start(List<String> words, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(words);
    command.addAll(sent);
    command.addAll(
        List.of(
            "--lake",
            workshop.folder(name).resolve("lake").toString(),
            "--output",
            workshop.folder(name).resolve("output").toString()));
    command.addAll(List.of(more));
    return workshop.run(command);
  }

  /** The folder of the latest release. */
  Path release() throws IOException {
    Path latest = workshop.folder(name).resolve("output/internal/latest.json");
    return Path.of(new ObjectMapper().readTree(latest.toFile()).path("path").asText());
  }

  /** Seconds that a stage of the latest release took, by its own account. */
  double stageSeconds(String stage) throws IOException {
    JsonNode run = new ObjectMapper().readTree(release().resolve("run.json").toFile());
    return run.path("milliseconds").path(stage).asLong() / 1000.0;
  }

  void delete() throws IOException {
    workshop.delete(name);
  }
}
