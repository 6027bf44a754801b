package org.trustbench.publish.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;
import org.trustbench.framework.PeerRule;
import org.trustbench.framework.Target;
import org.trustbench.framework.Trust;
import org.trustbench.publish.report.Report.Choice;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;

/**
 * The data of a page's script: for each trust and comparator the sentences, tables and charts that
 * a page of that trust would show, already in words, which the script puts in place; and every
 * other figure as {@link FigureColumns}. They are parted by what they tell of: the programme, its
 * groups, and trusts.
 */
final class PageData {
  private static final JsonMapper JSON = new JsonMapper();

  /** The id of the chart of a table that has none. */
  private static final String NO_CHART = "";

  private final PageCache pages;
  private final PageParts parts;

  PageData(PageCache pages, PageParts parts) {
    this.pages = pages;
    this.parts = parts;
  }

  /** All data of a page that stands alone, as JSON that is safe within a script element. */
  static String of(PageCache pages, String focus, String comparator, Choice choice) {
    PageData page = new PageData(pages, new PageParts(pages.content()));
    Map<String, PageModel> views = page.views(choice);
    Map<String, Object> data = page.chosen(focus, comparator, views, choice);
    Map<String, Object> programme = page.programme(choice.hasFigures());
    if (choice.hasFigures()) {
      programme.put("figures", both(programme.get("figures"), data.get("figures")));
    }
    data.putAll(programme);
    data.putAll(page.groups(groups(views), focus, choice.hasFigures()));
    data.putAll(page.parts.common());
    return escaped(StringTable.of(data));
  }

  /** The groups that some views show, each once. */
  static List<ComparatorGroup> groups(Map<String, PageModel> views) {
    Map<String, ComparatorGroup> groups = new LinkedHashMap<>();
    views.values().forEach(view -> view.groups().forEach(one -> groups.put(one.key(), one)));
    return List.copyOf(groups.values());
  }

  private static Map<Object, Object> both(Object first, Object second) {
    Map<Object, Object> both = new LinkedHashMap<>((Map<?, ?>) first);
    both.putAll((Map<?, ?>) second);
    return both;
  }

  /**
   * What does not depend on who is looked at.
   *
   * @param hasFigures whether every measure of every institution is among it
   */
  Map<String, Object> programme(boolean hasFigures) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (hasFigures) {
      data.put("figures", pages.figures().programme());
    }
    List<Measure> measures = List.copyOf(pages.measures().keySet());
    data.put("measure", measures.isEmpty() ? "" : measures.get(0).id());
    data.put("suffix", pages.content().isSynthetic() ? " (synthetic data)" : "");
    data.put("apart", apart());
    data.put("briefs", pages.briefs());
    data.put("measures", measures.stream().map(Measure::id).toList());
    data.put("slots", slots());
    data.put("leagueMeasures", pages.leagueMeasures().stream().map(Measure::id).toList());
    data.put("sentence", CaptionedChart.SENTENCE);
    if (!pages.isLong() && !pages.targetFunnels().isEmpty()) {
      data.put("targets", parts.targets(pages.targetFunnels().of(null)));
    }
    Map<String, Object> drawn = new LinkedHashMap<>();
    pages.frames().all().forEach((id, chart) -> drawn.put(id, parts.chart(chart)));
    data.put("charts", drawn);
    return data;
  }

  /** What is first shown, and everything that can be chosen. */
  Map<String, Object> chosen(
      String focus, String comparator, Map<String, PageModel> views, Choice choice) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (choice.hasFigures()) {
      data.put("figures", pages.figures().own(choice.trusts()));
      data.put("against", pages.figures().against(choice));
    }
    data.put("trust", focus == null ? "" : focus);
    data.put("comparator", comparator);
    if (pages.isLong() && !pages.targetFunnels().isEmpty()) {
      data.put("targets", parts.targets(pages.targetFunnels().of(focus)));
    }
    Map<String, Object> viewed = new LinkedHashMap<>();
    views.forEach((key, view) -> viewed.put(key, parts.view(view)));
    data.put("views", viewed);
    return data;
  }

  /**
   * Leagues and rugs of some groups.
   *
   * @param focus the trust whom long leagues are cut around; null for nobody
   * @param hasFigures whether leagues of detailed measures are told by columns
   */
  Map<String, Object> groups(Collection<ComparatorGroup> groups, String focus, boolean hasFigures) {
    List<Measure> measures = List.copyOf(pages.measures().keySet());
    groups.parallelStream()
        .forEach(group -> measures.forEach(measure -> pages.league(group, measure, focus)));
    Set<Measure> whole =
        hasFigures && !pages.isLong() ? Set.copyOf(pages.leagueMeasures()) : Set.copyOf(measures);
    Map<String, Object> leagues = new LinkedHashMap<>();
    Map<String, Object> rugs = new LinkedHashMap<>();
    Map<String, Object> labels = new LinkedHashMap<>();
    for (ComparatorGroup group : groups) {
      for (Measure measure : measures) {
        leagues.put(
            League.key(group, measure),
            parts.league(pages.league(group, measure, focus), whole.contains(measure)));
      }
      rugs.put(group.key(), parts.rug(pages.rug(group)));
      labels.put(group.key(), List.of(group.label(), Leagues.id(group)));
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("leagues", leagues);
    data.put("rugs", rugs);
    data.put("groups", labels);
    if (hasFigures && !pages.isLong()) {
      data.put("columnLeagues", pages.figures().leagues(groups));
    }
    return data;
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
    if (pages.frames().grades().isPresent()) {
      slots.add(slot("grades", null, GradeModel.TABLE, ChartFrames.GRADES));
    }
    if (!pages.content().changes().isEmpty()) {
      slots.add(slot("history", null, HistoryModel.TABLE, ChartFrames.HISTORY));
    }
    if (!pages.content().peers().isEmpty()) {
      List<PeerRule> rules = pages.results().framework().peers();
      for (int i = 0; i < rules.size(); i++) {
        slots.add(slot("peers", i, PeerModel.table(rules.get(i)), NO_CHART));
      }
    }
    if (!pages.content().targets().isEmpty()) {
      List<Target> targets = pages.results().frameworkInForce().targets();
      for (int i = 0; i < targets.size(); i++) {
        slots.add(slot("targets", i, TargetModel.table(targets.get(i)), NO_CHART));
      }
    }
    if (!pages.content().weighted().isEmpty()) {
      slots.add(slot("weighted", null, WeightingModel.TABLE, NO_CHART));
    }
    if (!pages.content().ratings().isEmpty()) {
      slots.add(slot("ratings", null, RatingSection.TABLE, NO_CHART));
    }
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
  Map<String, PageModel> views(Choice choice) {
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
