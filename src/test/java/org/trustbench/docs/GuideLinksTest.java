package org.trustbench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trustbench.support.Launched;

/** Links of the guides lead somewhere, and the list of contents is that of its page. */
class GuideLinksTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\[]+\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,4} (.+)$");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^\\s*```.*?^\\s*```$");

  private static List<Path> guides() throws IOException {
    Path root = Launched.root();
    List<Path> guides = new ArrayList<>();
    try (Stream<Path> top = Files.list(root);
        Stream<Path> jobs = Files.walk(root.resolve("jobs"))) {
      Stream.concat(top, jobs).filter(file -> file.toString().endsWith(".md")).forEach(guides::add);
    }
    return guides;
  }

  private static String text(Path guide) throws IOException {
    return BLOCK.matcher(Files.readString(guide)).replaceAll("");
  }

  private static List<String> headings(Path guide) throws IOException {
    return HEADING.matcher(text(guide)).results().map(one -> anchor(one.group(1))).toList();
  }

  /** As those who show such pages make one of a heading. */
  private static String anchor(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  @Test
  void every_link_leads_to_a_file_and_a_heading_that_are_there() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path guide : guides()) {
      for (MatchResult link : LINK.matcher(text(guide)).results().toList()) {
        String target = link.group(1);
        if (!target.matches("[a-z]+:.*")) {
          String file = target.replaceFirst("#.*", "");
          Path there = file.isEmpty() ? guide : guide.resolveSibling(file).normalize();
          boolean isThere =
              Files.exists(there)
                  && (!target.contains("#")
                      || headings(there).contains(target.substring(target.indexOf('#') + 1)));
          if (!isThere) {
            broken.add(Launched.root().relativize(guide) + ": " + target);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void the_contents_of_the_guide_to_jobs_are_its_headings_in_their_order() throws IOException {
    Path guide = Launched.root().resolve("jobs/README.md");
    String text = text(guide);
    String contents = text.substring(text.indexOf("Contents"), text.indexOf("\n\n`"));
    List<String> listed =
        LINK.matcher(contents)
            .results()
            .map(link -> link.group(1))
            .filter(target -> target.startsWith("#"))
            .map(target -> target.substring(1))
            .toList();

    assertThat(listed).containsExactlyElementsOf(headings(guide));
  }
}
