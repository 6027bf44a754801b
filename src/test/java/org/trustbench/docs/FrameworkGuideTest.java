package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.JobsFolder;
import org.trustbench.support.Launched;

/**
 * The guide for the author of a framework, followed word for word: its files are written and its
 * commands run in an empty folder, and what they print is what it shows. {@code -Ddocs.write} puts
 * what is printed into the guide, between the first and last line of each block.
 */
class FrameworkGuideTest {
  private static final Path GUIDE = Launched.root().resolve("jobs/FRAMEWORKS.md");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)(?:^`([^`\\n]+)`:\\n\\n)?^```(\\w+)\\n(.*?)^```$");
  private static final String BEGIN = "<!-- entries -->\n";
  private static final String END = "<!-- /entries -->\n";

  private static final List<String> LINKS = List.of("target", "src", "pom.xml", "data-samples");

  /** Looks like the folder of the project, with nothing in it of the guide's. */
  @TempDir Path folder;

  @Test
  @Tag("packaged")
  void what_the_guide_says_is_what_happens() throws IOException {
    likeTheProject();
    String guide = Files.readString(GUIDE);
    StringBuilder renewed = new StringBuilder();
    int files = 0;
    int shown = 0;
    int end = 0;
    String printed = "";
    Matcher block = BLOCK.matcher(guide);
    while (block.find()) {
      String text = block.group(3);
      renewed.append(guide, end, block.start(3));
      end = block.end(3);
      switch (block.group(2)) {
        case "sh" -> printed = run(text);
        case "text" -> {
          text = Boolean.getBoolean("docs.write") ? between(printed, text) : text;
          assertThat(printed).as("-Ddocs.write=true renews the guide").contains(text);
          shown++;
        }
        default -> {
          assertThat(block.group(1)).as("name of the file%n%s", text).isNotNull();
          Files.createDirectories(folder.resolve(block.group(1)).getParent());
          Files.writeString(folder.resolve(block.group(1)), text);
          files++;
        }
      }
      renewed.append(text);
    }
    assertThat(files).as("files of the guide").isGreaterThan(5);
    assertThat(shown).as("outputs of the guide").isGreaterThan(4);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(GUIDE, renewed.append(guide.substring(end)).toString());
    }
  }

  @Test
  void the_entries_in_the_guide_are_those_of_the_schema() throws IOException {
    String guide = Files.readString(GUIDE);
    assertThat(guide).contains(BEGIN, END);
    String wanted =
        guide.substring(0, guide.indexOf(BEGIN) + BEGIN.length())
            + entries()
            + guide.substring(guide.indexOf(END));
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(GUIDE, wanted);
    } else {
      assertThat(guide).as("-Ddocs.write=true renews the guide").isEqualTo(wanted);
    }
  }

  @AfterEach
  void without_links() throws IOException {
    for (String name : LINKS) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  /** The scripts themselves, and the built program as links, which is no place to write to. */
  private void likeTheProject() throws IOException {
    Path root = Launched.root();
    JobsFolder.copyTo(folder.resolve("jobs"));
    for (String name : LINKS) {
      Files.createSymbolicLink(folder.resolve(name), root.resolve(name));
    }
  }

  /** What the commands of a block print, both of what is said and of what is complained of. */
  private String run(String commands) {
    Launched done =
        Launched.run(Map.of(), List.of("bash", "-c", "cd '%s'\n%s".formatted(folder, commands)));
    boolean isRefusal = done.err().contains("mistakes, see above");
    assertThat(done.exitCode()).as(commands + done.printed()).isEqualTo(isRefusal ? 2 : 0);
    return done.out() + done.err();
  }

  /** What was printed from the first line of a block to its last. */
  private static String between(String printed, String block) {
    List<String> lines = block.lines().toList();
    int from = printed.indexOf(lines.get(0) + "\n");
    String last = lines.get(lines.size() - 1) + "\n";
    int to = printed.indexOf(last, from + (lines.size() == 1 ? 0 : 1));
    assertThat(from).as("%s in%n%s", lines.get(0), printed).isNotNegative();
    assertThat(to).as("%s in%n%s", last, printed).isNotNegative();
    return printed.substring(from, to + last.length());
  }

  private static String entries() throws IOException {
    JsonNode schema =
        new JsonMapper()
            .readTree(
                FrameworkGuideTest.class.getResourceAsStream("/frameworks/framework.schema.json"));
    List<String> rows = new ArrayList<>();
    add(rows, "", schema, schema);
    return "\n| entry | must be there | is |\n|---|---|---|\n" + String.join("", rows) + "\n";
  }

  private static void add(List<String> rows, String path, JsonNode object, JsonNode schema) {
    List<String> required = new ArrayList<>();
    object.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
      JsonNode is = property.getValue();
      String name = path + property.getKey();
      rows.add(
          "| `%s` | %s | %s |\n"
              .formatted(
                  name,
                  required.contains(property.getKey()) ? "yes" : "",
                  is.path("description").asText()));
      JsonNode whole = resolved(is, schema);
      JsonNode items = whole.path("items");
      if (items.path("properties").isObject()) {
        add(rows, name + "[].", items, schema);
      } else if (whole.path("properties").isObject()) {
        add(rows, name + ".", whole, schema);
      }
    }
  }

  private static JsonNode resolved(JsonNode node, JsonNode schema) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : schema.at(reference.substring(1));
  }
}
