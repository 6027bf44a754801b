package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.publish.chart.Chart;
import org.trustbench.summary.Paragraph;

/**
 * Writes tables and charts as maps and lists for a page's script. What many of them have in common,
 * the headings of tables and the frames of charts, is written once and referred to.
 */
final class PageParts {
  /** Between the parts of a cell; no part has it. */
  private static final char PART = '\t';

  private final Map<List<List<String>>, Integer> heads = new LinkedHashMap<>();
  private final Map<String, Object> frames = new LinkedHashMap<>();
  private final int firstHead;
  private final int firstFrame;
  private final boolean isWithGrades;
  private final boolean isWithHistory;
  private final boolean isWithPeers;
  private final boolean isWithTargets;
  private final boolean isWithWeighted;
  private final boolean isWithRatings;

  /**
   * Parts that refer to nothing yet.
   *
   * @param content whose pages tell of grades where there are any, and of change where somebody was
   *     inspected twice
   */
  PageParts(ReleaseContent content) {
    this.firstHead = 0;
    this.firstFrame = 0;
    this.isWithGrades = content.isGraded();
    this.isWithHistory = !content.changes().isEmpty();
    this.isWithPeers = !content.peers().isEmpty();
    this.isWithTargets = !content.targets().isEmpty();
    this.isWithWeighted = !content.weighted().isEmpty();
    this.isWithRatings = !content.ratings().isEmpty();
  }

  /** Parts that may refer to what others have in common. */
  PageParts(PageParts others) {
    this.heads.putAll(others.heads);
    this.frames.putAll(others.frames);
    this.firstHead = heads.size();
    this.firstFrame = frames.size();
    this.isWithGrades = others.isWithGrades;
    this.isWithHistory = others.isWithHistory;
    this.isWithPeers = others.isWithPeers;
    this.isWithTargets = others.isWithTargets;
    this.isWithWeighted = others.isWithWeighted;
    this.isWithRatings = others.isWithRatings;
  }

  /** What the parts written so far have in common, and others had not. */
  Map<String, Object> common() {
    Map<String, Object> own = new LinkedHashMap<>();
    frames.entrySet().stream().skip(firstFrame).forEach(e -> own.put(e.getKey(), e.getValue()));
    Map<String, Object> common = new LinkedHashMap<>();
    common.put("frames", own);
    common.put("heads", heads.keySet().stream().skip(firstHead).toList());
    return common;
  }

  /** What a page of one trust shows. */
  Map<String, Object> view(PageModel view) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", view.title());
    json.put("inspected", view.inspected());
    json.put(
        "figures",
        view.figures().stream()
            .map(figure -> List.of(figure.label(), figure.value(), figure.note()))
            .toList());
    json.put("standing", paragraphs(view.standing()));
    json.put("sureness", paragraphs(view.sureness()));
    json.put("benchmark", compared(view.benchmark()));
    if (isWithGrades) {
      json.put("grades", compared(view.grades()));
    }
    if (isWithHistory) {
      json.put("history", compared(view.history()));
    }
    if (isWithPeers) {
      json.put("peers", view.peers().stream().map(this::compared).toList());
    }
    if (isWithTargets) {
      json.put("targets", view.targets().stream().map(this::compared).toList());
    }
    if (isWithWeighted) {
      json.put("weighted", compared(view.weighted()));
    }
    if (isWithRatings) {
      json.put("ratings", compared(view.ratings()));
    }
    json.put("details", view.details().stream().map(one -> compared(one.compared())).toList());
    json.put(
        "steps",
        view.details().stream()
            .flatMap(detail -> detail.pathways().stream())
            .map(steps -> compared(new MeasureSection(steps.table(), steps.drawn())))
            .toList());
    json.put("groups", view.groups().stream().map(ComparatorGroup::key).toList());
    json.put("own", view.hasOwnGroup());
    return json;
  }

  private static List<Object> paragraphs(List<Paragraph> paragraphs) {
    return paragraphs.stream()
        .<Object>map(paragraph -> List.of(paragraph.text(), paragraph.items()))
        .toList();
  }

  private Map<String, Object> compared(MeasureSection compared) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (compared.table() != null) {
      json.put("table", table(compared.table()));
    }
    if (compared.spine() != null) {
      json.put("title", compared.spine().title());
      json.put("rows", rows(compared.spine().rows()));
    }
    return json;
  }

  /**
   * A league.
   *
   * @param isWhole whether its table and its scores are told here, and not by {@link FigureColumns}
   */
  Map<String, Object> league(League league, boolean isWhole) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (isWhole) {
      json.put("table", table(league.table()));
      json.put("warning", league.warning() == null ? "" : league.warning());
      json.put("caterpillar", figure(league.caterpillar()));
    }
    json.put("funnel", figure(league.funnel()));
    return json;
  }

  /** The funnels around targets, by measure. */
  Map<String, Object> targets(Map<String, List<CaptionedChart>> funnels) {
    Map<String, Object> json = new LinkedHashMap<>();
    funnels.forEach((measure, all) -> json.put(measure, all.stream().map(this::figure).toList()));
    return json;
  }

  Map<String, Object> rug(Leagues.Rug rug) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", rug.table() == null ? null : table(rug.table()));
    json.put("figure", figure(rug.figure()));
    return json;
  }

  private Map<String, Object> figure(CaptionedChart figure) {
    if (figure == null) {
      return null;
    }
    Map<String, Object> json = chart(figure.chart());
    json.put("title", figure.title());
    json.put("rows", rows(figure.chart().rows()));
    if (figure.hasSentences()) {
      json.put("sentences", true);
    }
    if (figure.isWidened()) {
      json.put("widened", true);
    }
    return json;
  }

  Map<String, Object> chart(Chart chart) {
    frames.computeIfAbsent(chart.frame().id(), id -> frame(chart.frame()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("frame", chart.frame().id());
    json.put("changes", chart.changes());
    json.put("height", chart.size().height());
    json.put("narrowest", chart.size().narrowest());
    json.put("narrowHeight", chart.size().narrowHeight());
    json.put("least", chart.size().least());
    return json;
  }

  private static Map<String, Object> frame(Chart.Frame frame) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("option", frame.option());
    json.put("legend", frame.legend());
    json.put("focusLegend", frame.focusLegend());
    json.put("narrow", frame.narrow());
    return json;
  }

  /** Each row as its trust, its three datasets and its values; of no trust without the first. */
  private static List<Object> rows(List<Chart.Row> rows) {
    List<Object> json = new ArrayList<>();
    for (Chart.Row row : rows) {
      List<Object> flat = new ArrayList<>();
      if (row.trust().isEmpty()) {
        flat.add(row.dataset());
      } else {
        flat.addAll(List.of(row.trust(), row.dataset(), row.widened(), row.focus()));
      }
      flat.addAll(row.values());
      json.add(flat);
    }
    return json;
  }

  private Map<String, Object> table(PageTable table) {
    List<String> styles = table.styles();
    List<List<String>> head = new ArrayList<>();
    for (int i = 0; i < styles.size(); i++) {
      head.add(List.of(table.table().headings().get(i), styles.get(i)));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", table.id());
    json.put("title", table.table().title());
    json.put("note", table.note());
    json.put("head", heads.computeIfAbsent(head, one -> heads.size()));
    json.put("heading", table.heading());
    json.put("blocks", table.isInBlocks());
    json.put("trusts", table.trusts());
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.table().rows().size(); row++) {
      int at = row;
      rows.add(IntStream.range(0, styles.size()).mapToObj(i -> parts(table.cell(at, i))).toList());
    }
    json.put("rows", rows);
    return json;
  }

  /** A cell's text, what follows its figure and what shorthand means, as far as there are any. */
  private static String parts(PageTable.Written cell) {
    String parts =
        Stream.of(cell.text(), cell.rest(), cell.meaning())
            .map(part -> part.replace(PART, ' '))
            .collect(Collectors.joining(String.valueOf(PART)));
    int end = parts.length();
    while (end > 0 && parts.charAt(end - 1) == PART) {
      end--;
    }
    return parts.substring(0, end);
  }
}
