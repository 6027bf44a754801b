package org.trustbench.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Mistake;
import org.trustbench.publish.Programmes;
import org.trustbench.publish.workbook.LeagueWorkbook;
import org.trustbench.summary.ReportFocus;
import org.trustbench.support.OdsDocument;
import org.trustbench.support.TinyFramework;

/** Terms with accents, marks of markup and script, or of another script, are words like others. */
class OddTermsTest {
  private static final ObjectMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "école de l'île|écoles de l'île|élève|élèves",
        "<b>\"A&B\" </script>|<b>A&Bs %d $1 \\ s|<!-- case|{cases}",
        "local authority of forty characters long|local authorities of forty characters ok|x|xx",
        "בית ספר|בתי ספר|תיק|תיקים",
        "police|police|offence|offences",
      })
  void pages_and_workbook_hold_them_whole_and_escaped(
      String one, String many, String ofCase, String cases) throws IOException {
    Framework framework =
        TinyFramework.read(
            json ->
                json.replace(
                    "\"programme\": \"All schools\",",
                    "\"programme\": \"All schools\", \"institution\": %s, \"case\": %s,"
                        .formatted(term(one, many), term(ofCase, cases))));
    ReleaseContent content =
        Programmes.content(framework, Programmes.inspections(framework, 4, 10, 16));
    Map<String, String> files = new TreeMap<>();
    ReportPage.all(content, "all", "programme", files::put);
    ReportPage.all(content, null, "programme", (path, text) -> files.put("alone/" + path, text));
    files.put("method.html", MethodPage.of(content));

    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().endsWith(".html")) {
        assertThat(file.getValue().replaceAll("(?s)<script.*?</script>", ""))
            .as(file.getKey())
            .contains(many.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
            .doesNotContain("<b>\"A&B", "<b>A&B", "<!-- case");
      } else if (file.getKey().endsWith(".json")) {
        JSON.readTree(file.getValue());
      } else if (file.getValue().startsWith("window.reportData")) {
        assertThat(file.getValue()).as(file.getKey()).doesNotContain("<", "\u2028");
      }
    }
    String page = files.get("alone/index.html");
    Matcher label = Pattern.compile("trust: \\{ label: (\"(?:[^\"\\\\]|\\\\.)*\")").matcher(page);
    assertThat(label.find()).isTrue();
    assertThat(JSON.readValue(label.group(1), String.class)).isEqualTo(one);
    assertThat(page.split("</script>", -1)).as("scripts that end").hasSize(5);
    List<String> cells = new ArrayList<>();
    OdsDocument.of(LeagueWorkbook.of(content, ReportFocus.of(content.results(), null, "programme")))
        .sheets()
        .forEach(
            sheet ->
                sheet.rows().forEach(row -> row.cells().forEach(cell -> cells.add(cell.text()))));
    assertThat(cells).anyMatch(cell -> cell.contains(many)).anyMatch(cell -> cell.contains(cases));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{ \"one\": \"  \", \"many\": \"schools\" }`|institution, one|is blank",
        "`{ \"one\": \" school\", \"many\": \"schools\" }`|institution, one|begins or ends with a blank",
        "`{ \"one\": \"school\", \"many\": \"sch\\u2028ools\" }`|institution, many|has a line break",
        "`{ \"one\": \"sch\\nool\", \"many\": \"schools\" }`|institution, one|has a line break",
        "`{ \"one\": \"\\u202Eschool\", \"many\": \"schools\" }`|institution, one|has a line break",
        "`{ \"one\": \"123\", \"many\": \"schools\" }`|institution, one|has no letter",
        "`{ \"one\": \"a school with a name of forty-one letters\", \"many\": \"s\" }`|institution, one|is too long",
        "`{ \"one\": \"\", \"many\": \"schools\" }`|institution, one|is empty or too short",
        "`{ \"one\": \"school\" }`|institution|\"many\" is missing",
        "`{ \"one\": \"school\", \"many\": null }`|institution, many|is null",
        "`{ \"one\": \"school\", \"many\": \"schools\", \"article\": \"the\" }`|institution, article|\"the\" is not a choice",
        "`{ \"one\": \"school\", \"plural\": \"schools\" }`|institution|\"plural\" means nothing here",
        "`\"school\"`|institution|is \"school\"",
        "`{ \"one\": \"case\", \"many\": \"cases\" }`|case|are both called \"case\"",
      })
  void a_term_that_would_spoil_what_it_stands_in_is_a_mistake_with_its_fix(
      String term, String place, String wrong, @TempDir Path folder) throws IOException {
    TinyFramework.write(
        folder,
        json ->
            json.replace(
                "\"programme\": \"All schools\",",
                "\"programme\": \"All schools\",\n\"institution\": %s,".formatted(term)));

    assertThat(FrameworkReader.check(folder.toString()).mistakes())
        .anySatisfy(
            mistake -> {
              assertThat(mistake.place()).isEqualTo(place);
              assertThat(mistake.wrong()).contains(wrong);
            })
        .extracting(Mistake::fix)
        .noneMatch(String::isBlank);
  }

  private static String term(String one, String many) {
    return JSON.valueToTree(Map.of("one", one, "many", many)).toString();
  }
}
