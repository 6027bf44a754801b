package org.trustbench.publish;

import java.util.List;
import java.util.regex.Pattern;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Trust;
import org.trustbench.summary.FindingText;

/** Findings as Markdown, which any editor opens and any converter takes. */
final class FindingMarkdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|&~]");
  private static final Pattern LISTS = Pattern.compile("^(\\d+)([.)])|^([-+=])");

  private final StringBuilder text = new StringBuilder();

  private FindingMarkdown() {}

  /** The findings of one trust. */
  static String of(ReleaseContent content, Trust trust, FindingText findings) {
    FindingMarkdown made = new FindingMarkdown();
    made.begin(content, FindingText.DRAFT + ": " + findings.trust());
    made.paragraph("**" + escaped(findings.headline()) + "**");
    if (!findings.overall().isEmpty()) {
      made.paragraph(plain(findings.overall()));
    }
    if (!findings.besides().isEmpty()) {
      made.paragraph(plain(String.join(" ", findings.besides())));
    }
    findings.parts().forEach(part -> made.part(trust, part));
    if (!findings.notFromJudgements().isEmpty()) {
      made.paragraph("## Not in these data");
      made.list(findings.notFromJudgements().stream().map(FindingMarkdown::escaped).toList());
    }
    return made.text.toString();
  }

  /** The headlines of many trusts, each with the file that has its findings where there is one. */
  static String headlines(ReleaseContent content, List<String> headlines, String beneath) {
    FindingMarkdown made = new FindingMarkdown();
    made.begin(content, FindingText.DRAFT + ": headlines");
    made.paragraph(beneath);
    made.list(headlines);
    return made.text.toString();
  }

  /** A link to a file, as an item of a list. */
  static String linked(String headline, String path) {
    return "[" + escaped(headline) + "](" + path + ")";
  }

  private void begin(ReleaseContent content, String title) {
    paragraph("# " + escaped(title));
    for (String line : FindingDocuments.preamble(content)) {
      paragraph(plain(line));
    }
  }

  private void part(Trust trust, FindingText.Part part) {
    paragraph("## " + escaped(part.heading()));
    if (part.items().isEmpty()) {
      paragraph(plain(part.nothing()));
    }
    list(part.items().stream().map(item -> item(trust, item)).toList());
  }

  private static String item(Trust trust, FindingText.Item item) {
    StringBuilder line = new StringBuilder("**" + escaped(item.lead()) + "**");
    item.figures().forEach(figure -> line.append(' ').append(escaped(figure.sentence())));
    if (!item.more().isEmpty()) {
      line.append(' ').append(escaped(item.more()));
    }
    line.append(" *").append(escaped(String.join(" ", item.hedge()))).append("*");
    item.measures()
        .keySet()
        .forEach(
            id ->
                line.append("\n  - `")
                    .append(FindingText.derivation(trust.code(), id).replace('`', '\''))
                    .append('`'));
    return line.toString();
  }

  private void paragraph(String line) {
    text.append(text.isEmpty() ? "" : "\n").append(line).append('\n');
  }

  private void list(List<String> items) {
    if (!items.isEmpty()) {
      paragraph("- " + String.join("\n- ", items));
    }
  }

  /** A text that begins a line. */
  private static String plain(String line) {
    return LISTS.matcher(escaped(line)).replaceAll("$1\\\\$2$3");
  }

  private static String escaped(String line) {
    return SPECIAL.matcher(line.replace('\n', ' ').replace('\r', ' ')).replaceAll("\\\\$0");
  }
}
