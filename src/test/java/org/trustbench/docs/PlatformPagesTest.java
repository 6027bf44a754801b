package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustbench.support.Launched;

/**
 * Every command and every settings file of the pages on platforms is run by a test that takes it
 * from the page, or stands on the page in the list of what was not tried.
 */
class PlatformPagesTest {
  private static final String MAIN = "../PLATFORMS.md";
  private static final String UNTRIED = "What was not tried";
  private static final Path PAGES = Launched.root().resolve("jobs/platforms");

  /** How a test takes a section of a page. */
  private static final Pattern TAKEN =
      Pattern.compile("Recipe\\.of\\(\\s*\"([^\"]+)\",\\s*\"([^\"]+)\"");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /** A row of the list: what was not tried, and why. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| (.+?) \\|$");

  private record Section(String page, String heading, String text) {
    String name() {
      return page + " " + heading;
    }

    List<MatchResult> blocks() {
      return BLOCK.matcher(text).results().toList();
    }

    Stream<String> commands() {
      return blocks().stream()
          .filter(block -> block.group(1).equals("sh"))
          .flatMap(block -> block.group(2).replaceAll("\\\\\\n\\s*", "").lines())
          .map(String::strip)
          .filter(line -> !line.isEmpty());
    }
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return Stream.concat(
              Stream.of(MAIN),
              files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md")))
          .sorted()
          .toList();
    }
  }

  private static List<Section> sections() throws IOException {
    List<Section> sections = new ArrayList<>();
    for (String page : pages()) {
      for (String part : Files.readString(PAGES.resolve(page)).split("(?m)^## ", -1)) {
        String heading = part.substring(0, part.indexOf('\n'));
        sections.add(new Section(page, heading, part));
      }
    }
    return sections;
  }

  /** The sections that tests take, by page and heading. */
  private static Set<String> taken() throws IOException {
    Set<String> taken = new TreeSet<>();
    try (Stream<Path> tests =
        Files.walk(Launched.root().resolve("src/test/java/org/trustbench/platforms"))) {
      for (Path test : tests.filter(Files::isRegularFile).toList()) {
        TAKEN
            .matcher(Files.readString(test))
            .results()
            .forEach(found -> taken.add(found.group(1) + " " + found.group(2)));
      }
    }
    return taken;
  }

  /** What the list says, by what was not tried. */
  private static Map<String, String> untried() throws IOException {
    Section list =
        sections().stream()
            .filter(section -> section.heading().equals(UNTRIED))
            .findFirst()
            .orElseThrow();
    Map<String, String> rows = new LinkedHashMap<>();
    ROW.matcher(list.text()).results().forEach(row -> rows.put(row.group(1), row.group(2)));
    rows.remove("what");
    rows.remove("---");
    return rows;
  }

  /** Those of the list that are commands, without their marks. */
  private static List<String> untriedCommands() throws IOException {
    return untried().keySet().stream()
        .filter(row -> row.matches("`.*`"))
        .map(row -> row.substring(1, row.length() - 1).replace("\\|", "|"))
        .toList();
  }

  @Test
  void a_test_takes_no_section_that_is_not_there() throws IOException {
    assertThat(sections()).extracting(Section::name).containsAll(taken());
  }

  @Test
  void the_commands_that_no_test_runs_are_exactly_those_of_the_list() throws IOException {
    Set<String> taken = taken();
    List<String> notRun =
        sections().stream()
            .filter(section -> !taken.contains(section.name()))
            .flatMap(Section::commands)
            .toList();

    assertThat(untriedCommands()).doesNotHaveDuplicates();
    assertThat(untriedCommands()).containsExactlyInAnyOrderElementsOf(notRun);
  }

  @Test
  void so_are_the_sections_with_settings_or_queries_that_no_test_takes() throws IOException {
    Set<String> taken = taken();
    List<String> notRun =
        sections().stream()
            .filter(section -> !taken.contains(section.name()))
            .filter(
                section ->
                    section.blocks().stream().anyMatch(block -> !block.group(1).equals("sh")))
            .map(Section::heading)
            .toList();
    String list = String.join("\n", untried().keySet());

    assertThat(notRun).allMatch(heading -> list.contains("[" + heading + "]("));
    assertThat(Pattern.compile("\\[(.+?)\\]\\(").matcher(list).results().map(one -> one.group(1)))
        .isSubsetOf(notRun);
  }

  @Test
  void every_row_says_why() throws IOException {
    assertThat(untried()).hasSizeGreaterThan(5);
    assertThat(untried().values()).allMatch(why -> why.length() > 10);
  }

  @Test
  void every_file_beside_the_pages_is_named_by_one() throws IOException {
    String all =
        sections().stream().map(Section::text).collect(Collectors.joining("\n"))
            + Files.readString(PAGES.resolve("spark-home"));
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(name -> all.contains("platforms/" + name) || all.contains(name + "/"));
    }
  }
}
