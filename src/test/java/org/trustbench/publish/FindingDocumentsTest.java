package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;

/** The draft findings of a trust as files to be edited. */
class FindingDocumentsTest {
  private static final Framework FRAMEWORK =
      Programmes.renamed(Programmes.framework(Programmes.PROBATION), "*A* <b> & Co");
  private static final String FOCUS = FRAMEWORK.trusts().get(0).code();

  private static Map<String, byte[]> files(String focus) throws IOException {
    ReleaseContent content =
        Programmes.content(FRAMEWORK, Programmes.inspections(FRAMEWORK, 4, 12, 15, 16, 14));
    Map<String, byte[]> files = new TreeMap<>();
    FindingDocuments.all(
        content,
        focus,
        new Release.ReportFiles() {
          @Override
          public void take(String path, String text) {
            files.put(path, text.getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public void take(String path, byte[] bytes) {
            files.put(path, bytes);
          }
        });
    return files;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Map<String, String> unpacked(byte[] odt) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), text(zip.readAllBytes()));
      }
    }
    return files;
  }

  @Test
  void the_text_is_marked_a_draft_and_escapes_the_name_it_is_about() throws IOException {
    assertThat(text(files(FOCUS).get("findings.md")))
        .startsWith("# Draft findings: \\*A\\* \\<b\\> \\& Co\n")
        .contains("nobody has read or approved it", "## What needs attention\n")
        .contains("jobs/submit explain --trust " + FOCUS + " --measure ")
        .doesNotContain("<b>");
  }

  @Test
  void the_document_has_headings_a_language_and_says_on_every_page_that_it_is_a_draft()
      throws IOException {
    Map<String, String> odt = unpacked(files(FOCUS).get("findings.odt"));
    assertThat(odt.get("mimetype")).isEqualTo("application/vnd.oasis.opendocument.text");
    assertThat(odt.get("content.xml"))
        .containsSubsequence(
            "text:outline-level=\"1\">Draft findings: *A* &lt;b",
            "text:outline-level=\"2\">What was done well<",
            "text:outline-level=\"2\">What needs attention<",
            "<text:list-item>");
    assertThat(odt.get("styles.xml"))
        .contains("fo:language=\"en\"", ">DRAFT. ", "Audience: internal.");
    assertThat(odt.get("meta.xml")).contains("<dc:title>Draft findings: ");
  }

  @Test
  void with_every_trust_in_focus_each_has_both_beside_its_page_and_the_headlines_stand_together()
      throws IOException {
    Map<String, byte[]> files = files("all");
    assertThat(files.keySet().stream().filter(path -> path.endsWith(".odt"))).hasSize(5);
    assertThat(files).containsKey("trusts/" + FOCUS + ".md");
    assertThat(text(files.get("findings.md"))).contains("](trusts/" + FOCUS + ".md)");
  }
}
