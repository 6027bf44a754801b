package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.support.Mutation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Spoilt workbooks: refused in a line, or read with every row that an independent parser finds, in
 * bounded memory. {@code -Dfuzz.minutes=5} tries other inputs for as long.
 */
class HostileWorkbookTest {
  private static final int INPUTS = 60;
  private static final long SEED = Long.getLong("fuzz.seed", 20140304);
  private static final long MOST_ALLOCATED = 96L << 20;
  private static final Path WORKBOOKS = Path.of("src/test/resources/workbooks");
  private static final SubmissionReader READER = new SubmissionReader(Sent.CODEBOOK, 1);

  /** Texts that mean something to spreadsheets, put in at the place of others. */
  private static final List<String> TOKENS =
      List.of(
          "1048577",
          "-1",
          "999999999",
          "1e400",
          "NaN",
          "A1:XFD1048576",
          "ZZZZ9",
          "A0",
          "s",
          "str",
          "inlineStr",
          "e",
          "d",
          "b",
          "date",
          "float",
          "2014-02-30",
          "<row>",
          "</row>",
          "<v>",
          "<c r=\"B2\">",
          "<table:table-row table:number-rows-repeated=\"1048576\">",
          "table:number-columns-repeated=\"16384\"",
          "&#0;",
          "&lt;",
          "&e;",
          "]]>",
          "<![CDATA[<c>]]>",
          "<!-- <row/> -->",
          "<?x y?>",
          "<!DOCTYPE a [<!ENTITY e \"x\">]>",
          "_x0000_",
          "\uFEFF");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"openpyxl.xlsx", "libreoffice.ods", "poi-streamed.xlsx"})
  void what_is_spoilt_is_refused_or_loses_nothing(String name) throws Exception {
    byte[] sound = Files.readAllBytes(WORKBOOKS.resolve(name));
    Map<String, byte[]> parts = parts(WORKBOOKS.resolve(name));
    String told = told(read(name, sound).get(0));
    long end = System.nanoTime() + Long.getLong("fuzz.minutes", 0) * 20_000_000_000L;
    for (int input = 0; input < INPUTS || System.nanoTime() < end; input++) {
      Random random = new Random(SEED * 1_000_003 + input);
      boolean isPacked = input % 3 == 0;
      byte[] bytes =
          isPacked ? Mutation.of(random, sound, List.of(sound)) : repacked(random, parts);
      try {
        check(name, bytes, isPacked ? told : null);
      } catch (Throwable e) {
        Path kept = Files.write(Files.createTempFile("hostile-", "-" + name), bytes);
        throw new AssertionError("input %d, kept at %s".formatted(input, kept), e);
      }
    }
  }

  /**
   * Reads it and checks what came of it.
   *
   * @param told what the sound bytes come to, where nothing else may come of these
   */
  private void check(String name, byte[] bytes, String told) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    List<Filled> filled = read(name, bytes);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .isLessThan(MOST_ALLOCATED + 500L * bytes.length);
    for (Filled one : filled) {
      Sent.assertAccounted(one.reading());
      if (told != null && one.reading().status() != Status.REFUSED) {
        assertThat(told(one)).isEqualTo(told);
      }
    }
    for (String sheet : List.of("cases", "judgements")) {
      Long rows = rows(name, sheet);
      if (rows != null && told == null) {
        assertThat(rows).as(sheet).isEqualTo(rowsSent(parts(folder.resolve(name)), sheet));
      }
    }
  }

  private List<Filled> read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return READER.read(Landing.workbookAlone(file));
  }

  private static String told(Filled filled) {
    return filled.reading().manifest() + Sent.account(filled.reading()) + Sent.tallies(filled);
  }

  /** Rows of a sheet, header and faulty ones too; null where it is refused. */
  private Long rows(String name, String sheet) throws IOException {
    Path file = folder.resolve(name);
    long rows = 1;
    try (RowReader reader =
        InputFormats.open(new SentFile(name, file.toString(), Files.size(file)).ofSheet(sheet))) {
      while (reader.next()) {
        rows++;
      }
      return rows;
    } catch (Refusal e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
      return null;
    }
  }

  /** The same, counted in the whole document. */
  private static long rowsSent(Map<String, byte[]> parts, String sheet) throws Exception {
    boolean isOds = parts.containsKey("content.xml");
    Element table = isOds ? named(parsed(parts.get("content.xml")), sheet) : xlsx(parts, sheet);
    long rows = 0;
    for (Element row : elements(table, isOds ? "table-row" : "row")) {
      boolean isFilled =
          elements(row, isOds ? "table-cell" : "c").stream()
              .anyMatch(cell -> !value(cell, isOds).isBlank());
      String times = row.getAttribute("table:number-rows-repeated");
      rows += !isFilled ? 0 : times.isEmpty() ? 1 : Math.max(1, Long.parseLong(times));
    }
    return rows;
  }

  private static String value(Element cell, boolean isOds) {
    String given = isOds ? cell.getAttribute("office:string-value") : "";
    return given + cell.getTextContent();
  }

  private static Element named(Document content, String sheet) {
    return elements(content.getDocumentElement(), "table").stream()
        .filter(one -> one.getAttribute("table:name").equalsIgnoreCase(sheet))
        .findFirst()
        .orElseThrow();
  }

  private static Element xlsx(Map<String, byte[]> parts, String sheet) throws Exception {
    List<Element> sheets =
        elements(parsed(parts.get("xl/workbook.xml")).getDocumentElement(), "sheet");
    String id =
        sheets.stream()
            .filter(one -> one.getAttribute("name").equalsIgnoreCase(sheet))
            .map(one -> one.getAttribute("r:id"))
            .findFirst()
            .orElseThrow();
    String target =
        elements(
                parsed(parts.get("xl/_rels/workbook.xml.rels")).getDocumentElement(),
                "Relationship")
            .stream()
            .filter(one -> one.getAttribute("Id").equals(id))
            .map(one -> one.getAttribute("Target"))
            .findFirst()
            .orElseThrow();
    String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
    return elements(parsed(parts.get(part)).getDocumentElement(), "sheetData").get(0);
  }

  private static Document parsed(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    try {
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (SAXException e) {
      throw new AssertionError("what is no XML was read", e);
    }
  }

  private static List<Element> elements(Element within, String name) {
    NodeList found = within.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Map<String, byte[]> parts(Path file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return parts;
  }

  /** The same workbook with one of its parts spoilt, packed up as if nothing had happened. */
  private static byte[] repacked(Random random, Map<String, byte[]> sound) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>(sound);
    List<String> names =
        parts.keySet().stream()
            .filter(
                name -> name.matches("content.xml|xl/(worksheets/|shared|styles|workbook|_rels).*"))
            .toList();
    String spoilt = names.get(random.nextInt(names.size()));
    byte[] xml = parts.get(spoilt);
    parts.put(
        spoilt,
        random.nextBoolean()
            ? Mutation.of(random, xml, List.copyOf(parts.values()))
            : replaced(random, xml));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Puts a text that means something in place of an attribute's value, or between two tags. */
  private static byte[] replaced(Random random, byte[] xml) {
    String text = new String(xml, StandardCharsets.UTF_8);
    char mark = random.nextBoolean() ? '"' : '>';
    int at = text.indexOf(mark, random.nextInt(text.length()));
    int to = text.indexOf(mark == '"' ? '"' : '<', Math.max(0, at) + 1);
    String token = TOKENS.get(random.nextInt(TOKENS.size()));
    return at < 0 || to < 0
        ? xml
        : (text.substring(0, at + 1) + token + text.substring(to)).getBytes(StandardCharsets.UTF_8);
  }
}
