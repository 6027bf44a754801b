package org.trustbench.publish.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.framework.Trust;
import org.trustbench.publish.chart.Chart;
import org.trustbench.publish.report.Report.Choice;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.SummarySentences.Paragraph;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;

/**
 * The data of a page's script, as JSON: for each trust and comparator the sentences, tables and
 * charts that a page of that trust would show, already in words. The script puts them in place and
 * works nothing out.
 */
final class PageData {
  private static final JsonMapper JSON = new JsonMapper();

  /** Between the parts of a cell; no part has it. */
  private static final char PART = '\t';

  private final Pages pages;
  private final String focus;
  private final Choice choice;
  private final Map<List<List<String>>, Integer> heads = new LinkedHashMap<>();
  private final Map<String, Object> frames = new LinkedHashMap<>();

  private PageData(Pages pages, String focus, Choice choice) {
    this.pages = pages;
    this.focus = focus;
    this.choice = choice;
  }

  /** The data of a page, safe within a script element. */
  static String of(Pages pages, String focus, String comparator, Choice choice) {
    return new PageData(pages, focus, choice).json(comparator);
  }

  private String json(String comparator) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("trust", focus == null ? "" : focus);
    data.put("comparator", comparator);
    List<Measure> measures = List.copyOf(pages.measures().keySet());
    data.put("measure", measures.isEmpty() ? "" : measures.get(0).id());
    data.put("suffix", pages.content().isSynthetic() ? " (synthetic data)" : "");
    data.put("apart", apart());
    data.put("measures", measures.stream().map(Measure::id).toList());
    data.put("slots", slots());
    data.put("leagueMeasures", pages.leagueMeasures().stream().map(Measure::id).toList());
    data.put("sentence", CaptionedChart.SENTENCE);
    Map<String, Object> drawn = new LinkedHashMap<>();
    pages.frames().all().forEach((id, chart) -> drawn.put(id, chart(chart)));
    data.put("charts", drawn);
    Map<String, PageModel> views = views();
    Map<String, Object> viewed = new LinkedHashMap<>();
    views.forEach((key, view) -> viewed.put(key, view(view)));
    data.put("views", viewed);
    Map<String, ComparatorGroup> groups = new LinkedHashMap<>();
    views.values().forEach(view -> view.groups().forEach(one -> groups.put(one.key(), one)));
    groups.values().parallelStream()
        .forEach(group -> measures.forEach(measure -> pages.league(group, measure, focus)));
    Map<String, Object> leagues = new LinkedHashMap<>();
    Map<String, Object> rugs = new LinkedHashMap<>();
    groups.forEach(
        (key, group) -> {
          measures.forEach(
              measure -> leagues.put(League.key(group, measure), league(group, measure)));
          rugs.put(key, rug(pages.rug(group)));
        });
    data.put("leagues", leagues);
    data.put("rugs", rugs);
    data.put("groups", labels(groups));
    data.put("frames", frames);
    data.put("heads", List.copyOf(heads.keySet()));
    return escaped(StringTable.of(data));
  }

  /** Verdicts that set a trust apart, as their cells have them. */
  private static List<String> apart() {
    return Stream.of(Verdict.HIGHER, Verdict.LOWER)
        .flatMap(verdict -> Stream.of(false, true).map(sure -> new Cell.Judged(verdict, sure)))
        .map(CellText::joined)
        .toList();
  }

  /** Which part of a view belongs in which place of the page. */
  private List<Object> slots() {
    List<Object> slots = new ArrayList<>();
    slots.add(slot("benchmark", null, "benchmark", ChartFrames.THEMES));
    List<PageModel.Detail> details = pages.view(null, "").details();
    for (int i = 0; i < details.size(); i++) {
      String kind = details.get(i).kind().id();
      slots.add(slot("details", i, "measures-" + SafeId.of(kind), ChartFrames.spineId(kind)));
    }
    List<Pathway> pathways = pages.results().framework().pathways();
    for (int i = 0; i < pathways.size(); i++) {
      String id = pathways.get(i).id();
      slots.add(slot("steps", i, "pathway-" + SafeId.of(id), ChartFrames.pathwayId(id)));
    }
    return slots;
  }

  private static Map<String, Object> slot(String part, Integer place, String table, String figure) {
    Map<String, Object> slot = new LinkedHashMap<>();
    slot.put("part", part);
    if (place != null) {
      slot.put("place", place);
    }
    slot.put("table", table);
    slot.put("figure", figure);
    return slot;
  }

  /** Every view that can be chosen, by its key. */
  private Map<String, PageModel> views() {
    List<String> trusts = new ArrayList<>(choice.trusts().stream().map(Trust::code).toList());
    if (choice.hasNobody()) {
      trusts.add(null);
    }
    Map<String, PageModel> views = new TreeMap<>();
    trusts.stream()
        .flatMap(trust -> choice.comparators().stream().map(one -> new String[] {trust, one.id()}))
        .toList()
        .parallelStream()
        .map(one -> choice.of(pages.view(one[0], one[1])))
        .toList()
        .forEach(view -> views.put(view.key(), view));
    return views;
  }

  private Map<String, Object> view(PageModel view) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", view.title());
    json.put(
        "figures",
        view.figures().stream()
            .map(figure -> List.of(figure.label(), figure.value(), figure.note()))
            .toList());
    json.put("standing", paragraphs(view.standing()));
    json.put("sureness", paragraphs(view.sureness()));
    json.put("benchmark", compared(view.benchmark()));
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
      json.put("title", compared.spine().title());
      json.put("rows", rows(compared.spine().rows()));
    }
    return json;
  }

  private Map<String, Object> league(ComparatorGroup group, Measure measure) {
    League league = pages.league(group, measure, focus);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", table(league.table()));
    json.put("warning", league.warning() == null ? "" : league.warning());
    json.put("caterpillar", figure(league.caterpillar()));
    json.put("funnel", figure(league.funnel()));
    return json;
  }

  private Map<String, Object> rug(Leagues.Rug rug) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", rug.table() == null ? null : table(rug.table()));
    json.put("figure", figure(rug.figure()));
    return json;
  }

  private static Map<String, Object> labels(Map<String, ComparatorGroup> groups) {
    Map<String, Object> labels = new LinkedHashMap<>();
    groups.forEach((key, group) -> labels.put(key, List.of(group.label(), Leagues.id(group))));
    return labels;
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

  private Map<String, Object> chart(Chart chart) {
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

  /** JSON in which nothing can end the script element or begin a comment in it. */
  static String escaped(Object value) {
    try {
      return JSON.writeValueAsString(value)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps and lists are JSON", e);
    }
  }
}
