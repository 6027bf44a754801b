package org.trustbench.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Trust;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.publish.workbook.FindingDocument;
import org.trustbench.summary.FindingText;
import org.trustbench.summary.FindingTexts;

/**
 * The draft findings of the trusts in focus, as Markdown and as an OpenDocument text for those who
 * edit them: {@code findings.md} and {@code findings.odt}, and with every trust in focus two files
 * beside each page, with the headlines of all in {@code findings.md}.
 */
public final class FindingDocuments {
  private static final String STEM = "findings";

  /** Of so many trusts the headlines are read through. */
  private static final int MOST_HEADLINES = 300;

  private FindingDocuments() {}

  /**
   * Makes the documents of a release.
   *
   * @param focus code of a trust, {@link ReportPage#EVERY_TRUST}, or null for none
   */
  public static void all(ReleaseContent content, String focus, Release.ReportFiles files)
      throws IOException {
    FindingTexts texts = FindingTexts.of(content);
    if (focus != null && !focus.equals(ReportPage.EVERY_TRUST)) {
      Trust trust = content.results().framework().trust(focus);
      Optional<FindingText> text = texts.of(focus);
      if (text.isPresent()) {
        write(content, trust, text.get(), STEM, files);
        return;
      }
    }
    Map<String, String> pages =
        ReportPage.EVERY_TRUST.equals(focus)
            ? ReportPage.paths(content.results().framework().trusts())
            : Map.of();
    List<String> headlines = new ArrayList<>();
    for (Trust trust : content.results().framework().trusts()) {
      Optional<FindingText> text = texts.of(trust.code());
      if (text.isEmpty()) {
        continue;
      }
      String page = pages.get(trust.code());
      String headline = text.get().headline();
      if (page != null) {
        String stem = page.substring(0, page.lastIndexOf('.'));
        write(content, trust, text.get(), stem, files);
        headline = FindingMarkdown.linked(headline, stem + ".md");
      } else {
        headline = FindingMarkdown.linked(headline, "tables/findings.csv");
      }
      headlines.add(headline);
    }
    files.take(STEM + ".md", headlines(content, headlines));
  }

  private static String headlines(ReleaseContent content, List<String> headlines) {
    boolean isLong = headlines.size() > MOST_HEADLINES;
    return FindingMarkdown.headlines(
        content,
        isLong ? List.of() : headlines,
        content
            .terms()
            .text(
                isLong
                    ? "Every finding of every {institution} is in findings.json and"
                        + " tables/findings.csv; publish with --focus and a code for the draft of one."
                    : "Of each {institution} the headline. Publish with --focus and a code for the"
                        + " draft of one, or with --focus all for each."));
  }

  private static void write(
      ReleaseContent content, Trust trust, FindingText text, String stem, Release.ReportFiles files)
      throws IOException {
    files.take(stem + ".md", FindingMarkdown.of(content, trust, text));
    files.take(stem + ".odt", FindingDocument.of(content, text, preamble(content)));
  }

  /** What every draft says first. */
  static List<String> preamble(ReleaseContent content) {
    List<String> lines = new ArrayList<>();
    lines.add(FindingText.WHAT_A_DRAFT_IS);
    lines.add(
        "%s. Audience: %s."
            .formatted(content.results().framework().title(), content.audience().label()));
    if (content.isSynthetic()) {
      lines.add(
          content
              .terms()
              .text(
                  "SYNTHETIC DATA: invented judgements, no figure here is of a real {institution}."));
    }
    if (!content.inferred().isEmpty()) {
      lines.add(content.inferred());
    }
    return lines;
  }
}
