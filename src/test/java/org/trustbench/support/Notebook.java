package org.trustbench.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** A notebook for a Java kernel, run cell by cell with the JDK's JShell. */
public final class Notebook {
  private static final Path FOLDER = Launched.root().resolve("notebooks-java");
  private static final String JARS = "%jars ";

  private final JsonNode notebook;

  public Notebook(String name) {
    try {
      notebook = new JsonMapper().readTree(Files.readString(FOLDER.resolve(name + ".ipynb")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of all notebooks there are. */
  public static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".ipynb"))
          .map(name -> name.substring(0, name.lastIndexOf('.')))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode json() {
    return notebook;
  }

  /** The cells of code. */
  public List<JsonNode> cells() {
    List<JsonNode> cells = new ArrayList<>();
    for (JsonNode cell : notebook.get("cells")) {
      if (cell.get("cell_type").asText().equals("code")) {
        cells.add(cell);
      }
    }
    return cells;
  }

  /** The text of a cell. */
  public static String source(JsonNode cell) {
    StringBuilder source = new StringBuilder();
    cell.get("source").forEach(line -> source.append(line.asText()));
    return source.toString();
  }

  /** Runs the cells from the first to the last on a release; gives what they print. */
  public String run(PublishedRelease release) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> options = new ArrayList<>(opens());
    options.addAll(
        List.of(
            "-Dfile.encoding=UTF-8",
            Launched.QUICK_JVM,
            "-Dtrustbench.settings=" + Launched.root().resolve("jobs/programme.json"),
            "-Dtrustbench.release=" + release.folder()));
    try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        JShell shell =
            JShell.builder()
                .out(stream)
                .err(stream)
                .remoteVMOptions(options.toArray(String[]::new))
                .build()) {
      for (JsonNode cell : cells()) {
        String source = source(cell);
        if (source.startsWith(JARS)) {
          // In one call: JShell indexes the class path anew at each.
          shell.addToClasspath(
              String.join(File.pathSeparator, jars(source.substring(JARS.length()))));
        } else {
          evaluate(shell, source, out);
        }
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The access to the platform that these tests have, and that Spark asks for. */
  private static List<String> opens() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .toList();
  }

  private static void evaluate(JShell shell, String cell, ByteArrayOutputStream out) {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    String rest = cell;
    while (!rest.isBlank()) {
      CompletionInfo next = analysis.analyzeCompletion(rest);
      assertThat(next.completeness().isComplete()).as(rest).isTrue();
      for (SnippetEvent event : shell.eval(next.source())) {
        Snippet snippet = event.snippet();
        assertThat(shell.diagnostics(snippet).map(d -> d.getMessage(Locale.ENGLISH)))
            .as(snippet.source())
            .isEmpty();
        assertThat(event.exception())
            .as("%s%n%s", snippet.source(), out.toString(StandardCharsets.UTF_8))
            .isNull();
        assertThat(event.status()).as(snippet.source()).isEqualTo(Snippet.Status.VALID);
        assertThat(snippet.kind())
            .as("a notebook defines nothing: " + snippet.source())
            .isNotIn(Snippet.Kind.METHOD, Snippet.Kind.TYPE_DECL);
      }
      rest = next.remaining();
    }
  }

  /** The files that the patterns of the first cell mean. */
  private static List<String> jars(String patterns) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String pattern : patterns.strip().split(" ", -1)) {
      Path path = FOLDER.resolve(pattern).normalize();
      String name = path.getFileName().toString();
      try (Stream<Path> files = Files.list(path.getParent())) {
        files
            .filter(
                file ->
                    file.getFileSystem().getPathMatcher("glob:" + name).matches(file.getFileName()))
            .forEach(file -> jars.add(file.toString()));
      }
    }
    assertThat(jars).as(patterns).hasSizeGreaterThan(2);
    return jars;
  }
}
