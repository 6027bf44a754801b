package org.trustbench.publish.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.framework.Measure;
import org.trustbench.publish.chart.Chart;

/**
 * Saves charts as ECharts options, one to a JSON file: those of the trust in focus, or without one
 * those of its whole group.
 */
final class ChartFiles {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, String> files = new LinkedHashMap<>();
  private final String audience;
  private final String focus;

  private ChartFiles(String audience, String focus) {
    this.audience = audience;
    this.focus = focus;
  }

  /** The files by their path. */
  static Map<String, String> of(PageCache pages, String focus, String comparator) {
    String audience =
        "Audience: %s.%s"
            .formatted(
                pages.content().audience().label(),
                pages.content().isSynthetic() ? " Synthetic data." : "");
    ChartFiles charts = new ChartFiles(audience, focus);
    PageModel view = pages.view(focus, comparator);
    charts.drawn(pages, ChartFrames.THEMES, view.benchmark().spine());
    charts.drawn(pages, ChartFrames.GRADES, view.grades().spine());
    charts.drawn(pages, ChartFrames.HISTORY, view.history().spine());
    for (PageModel.Detail detail : view.details()) {
      charts.drawn(pages, ChartFrames.spineId(detail.kind().id()), detail.compared().spine());
      detail
          .pathways()
          .forEach(
              steps ->
                  charts.drawn(pages, ChartFrames.pathwayId(steps.pathway().id()), steps.drawn()));
    }
    if (!view.groups().isEmpty()) {
      ComparatorGroup group = view.groups().get(0);
      charts.figure("rug", pages.rug(group).figure());
      for (Measure measure : pages.measures().keySet()) {
        League league = pages.league(group, measure, focus);
        charts.figure("caterpillar-" + SafeId.of(measure.id()), league.caterpillar());
        charts.figure("funnel-" + SafeId.of(measure.id()), league.funnel());
      }
    }
    pages
        .targetFunnels()
        .of(focus)
        .forEach(
            (measure, funnels) ->
                charts.figure(
                    "target-funnel-" + SafeId.of(measure), CaptionedChart.of(funnels, focus)));
    return charts.files;
  }

  private void drawn(PageCache pages, String id, PageModel.Drawn drawn) {
    if (drawn != null) {
      write(id, pages.frames().all().get(id).with(drawn.rows()), drawn.title());
    }
  }

  private void figure(String name, CaptionedChart figure) {
    if (figure != null) {
      write(name, figure.chart(), figure.title());
    }
  }

  private void write(String name, Chart chart, String title) {
    try {
      files.put(
          "charts/" + name + ".json",
          JSON.writeValueAsString(chart.complete(title, audience, focus)) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps and lists are JSON", e);
    }
  }
}
