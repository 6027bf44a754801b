package org.trustbench.publish.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.FunnelLimits;
import org.trustbench.benchmark.FunnelPoint;
import org.trustbench.benchmark.PathwayStep;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.publish.Programmes;
import org.trustbench.summary.Comparisons;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.RugTable;
import org.trustbench.terms.Terms;

/** Of five trusts of 20 judgements a measure, with 4, 12, 15, 16 and 18 of them sufficient. */
class ChartsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final Framework framework = Programmes.framework(Programmes.PROBATION);
  private final ReleaseContent content =
      Programmes.content(framework, Programmes.inspections(framework, 4, 12, 15, 16, 18));
  private final Measure overall = framework.measures().get(0);
  private final String focus = framework.trusts().get(0).code();
  private final String name = framework.trusts().get(0).name();

  private final List<Comparison> league =
      LeagueTable.sorted(
          content.results().comparisons().stream()
              .filter(c -> c.comparatorGroup().key().equals("tranche:2"))
              .filter(c -> c.score().measure().id().equals(overall.id()))
              .toList());

  @Test
  void a_caterpillar_has_a_row_for_every_trust_below_its_tier() {
    Chart chart = CaterpillarChart.of(league, .65, "All trusts together", Terms.STANDARD);
    assertThat(chart.rows()).hasSize(5);
    JsonNode option = complete(chart, null);
    assertThat(option.at("/yAxis/0/data/0/value").asText()).isEqualTo("Tier 1");
    assertThat(option.at("/yAxis/0/data").toString()).contains("Tier 2", name);
    assertThat(option.at("/yAxis/1/data").toString()).contains("\"20 (7–44), 5 (");
    assertThat(option.at("/series/5/markLine/data/0/name").asText())
        .isEqualTo("All trusts together: 65 %");
    assertThat(option.at("/dataset/0/source")).hasSize(5);
  }

  @Test
  void a_trust_in_focus_moves_to_the_series_of_its_own_mark() {
    JsonNode option =
        complete(CaterpillarChart.of(league, .65, "All trusts together", Terms.STANDARD), focus);
    assertThat(option.at("/dataset/0/source")).hasSize(4);
    assertThat(option.at("/dataset/1/source")).hasSize(1);
    assertThat(option.at("/dataset/1/source/0/1").asDouble()).isEqualTo(20);
    assertThat(series(option, "in focus").get("symbol").asText()).isEqualTo("diamond");
    assertThat(series(option, "in focus").get("datasetIndex").asInt()).isEqualTo(1);
  }

  @Test
  void a_funnel_names_only_trusts_outside_its_limits() {
    List<FunnelLimits> limits = limits();
    List<FunnelPoint> points = points();
    Chart chart =
        FunnelChart.of(
            limits,
            points,
            "All trusts together",
            points.stream().map(p -> "x").toList(),
            Terms.STANDARD);
    assertThat(points).hasSize(5);
    for (int i = 0; i < points.size(); i++) {
      boolean isNamed = chart.rows().get(i).dataset() > 0;
      assertThat(isNamed).isEqualTo(points.get(i).zone() != FunnelPoint.Zone.INSIDE);
    }
    JsonNode option = complete(chart, null);
    assertThat(option.at("/legend/selected/limits").asBoolean()).isTrue();
    assertThat(option.at("/dataset/6/source")).hasSize(24);
    assertThat(option.at("/series/0/lineStyle/type").asText()).isEqualTo("dashed");
    assertThat(option.at("/series/2/lineStyle/type").asText()).isEqualTo("solid");
    assertThat(option.at("/series/0/endLabel/formatter").asText()).isEqualTo("95 %");
    assertThat(option.at("/series/2/endLabel/formatter").asText()).isEqualTo("99.8 %");
    assertThat(option.at("/series/8/markLine/data/0/name").asText())
        .isEqualTo("All trusts together: 65 %");
  }

  @Test
  void a_rug_prints_a_value_in_every_cell_and_the_group_first() {
    List<Measure> measures =
        framework.measures().stream().filter(m -> m.kind().equals(Measure.THEME)).toList();
    RugTable.Rug rug =
        RugTable.rug(Comparisons.of(content.results()), league.get(0).comparatorGroup(), measures);
    Chart chart = RugChart.of(RugChart.frame(measures, Terms.STANDARD), rug, Terms.STANDARD);
    List<String> cells =
        chart.rows().stream()
            .filter(row -> row.dataset() != Chart.NOWHERE)
            .map(row -> (String) row.values().get(2))
            .toList();
    assertThat(cells).hasSize(6 * measures.size()).allMatch(text -> text.matches("(.* )?\\d+"));
    assertThat(cells.subList(0, measures.size())).allMatch("65"::equals);
    assertThat(cells).contains("▼▼ 20");
    assertThat(complete(chart, null).at("/yAxis/data/0/value").asText())
        .isEqualTo("All trusts of Tranche 2");
    assertThat(complete(chart, focus).at("/dataset/7/source")).hasSize(measures.size());
    assertThat(complete(chart, null).at("/dataset/7/source")).isEmpty();
  }

  @Test
  void a_spine_puts_the_benchmark_in_the_middle_and_the_figures_in_text() {
    Comparison lowest = league.get(4);
    Chart frame = SpineChart.frame("spine", List.of(overall), 70, Terms.STANDARD);
    Chart chart =
        frame.with(
            SpineChart.rows(
                List.of(lowest),
                List.of(SpineChart.middle(.2, .6, .75, .8, .9)),
                70,
                Terms.STANDARD));
    JsonNode option = complete(chart, null);
    assertThat(option.at("/xAxis/min").asDouble()).isEqualTo(-80);
    assertThat(option.at("/xAxis/max").asDouble()).isEqualTo(80);
    assertThat(option.at("/dataset/0/source").toString()).isEqualTo("[[1,0.0,-56.3,0.0,13.8]]");
    assertThat(option.at("/dataset/1/source").toString()).isEqualTo("[[1,0.0,-16.3,0.0,3.8]]");
    assertThat(option.at("/dataset/2/source").toString()).isEqualTo("[[1,-56.3]]");
    assertThat(option.at("/dataset/3/source/1").toString())
        .isEqualTo("[1,70.0,\"20\",\"76\",\"20–90\",\"▼▼ lower\"]");
  }

  @Test
  void a_pathway_has_a_bar_for_the_trust_and_one_for_the_others_at_every_step() {
    List<PathwayStep> steps =
        content.pathways().stream()
            .filter(step -> step.comparatorGroup().key().equals("tranche:2"))
            .filter(step -> step.inspection().trust().code().equals(focus))
            .toList();
    Chart frame = PathwayChart.frame("steps", framework.pathways().get(0), Terms.STANDARD);
    JsonNode option = complete(frame.with(PathwayChart.rows(steps)), null);
    assertThat(option.at("/yAxis/data")).hasSize(steps.size());
    assertThat(option.at("/dataset/0/source")).hasSize(steps.size());
    assertThat(option.at("/dataset/1/source")).hasSize(steps.size());
  }

  @Test
  void a_saved_option_says_for_whom_it_is_and_makes_no_html_of_names() {
    JsonNode option = complete(CaterpillarChart.of(league, null, "", Terms.STANDARD), focus);
    assertThat(option.at("/title/subtext").asText()).isEqualTo("Audience: internal");
    assertThat(option.at("/series/5/markLine/data")).isEmpty();
    JsonNode funnel =
        complete(
            FunnelChart.of(
                limits(),
                points(),
                "b",
                points().stream().map(p -> "<i>").toList(),
                Terms.STANDARD),
            focus);
    assertThat(funnel.at("/tooltip/renderMode").asText()).isEqualTo("richText");
  }

  private List<FunnelLimits> limits() {
    return content.funnels().stream()
        .filter(at -> at.comparatorGroup().key().equals("tranche:2"))
        .filter(at -> at.measure().id().equals(overall.id()))
        .toList();
  }

  private List<FunnelPoint> points() {
    return content.funnelPoints().stream()
        .filter(p -> p.comparison().comparatorGroup().key().equals("tranche:2"))
        .filter(p -> p.comparison().score().measure().id().equals(overall.id()))
        .toList();
  }

  private static JsonNode complete(Chart chart, String focus) {
    Map<String, Object> option = chart.complete("A finding", "Audience: internal", focus);
    return JSON.valueToTree(option);
  }

  private static JsonNode series(JsonNode option, String name) {
    return StreamSupport.stream(option.get("series").spliterator(), false)
        .filter(one -> one.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_limits_of_a_funnel_are_curves_also_where_published_limits_are_whole() {
    List<FunnelLimits> rounded =
        Disclosure.forPublic(content, new DisclosureRules(1, 5)).funnels().stream()
            .filter(at -> at.comparatorGroup().key().equals("tranche:2"))
            .filter(at -> at.measure().id().equals(overall.id()))
            .toList();
    for (List<FunnelLimits> limits : List.of(limits(), rounded)) {
      List<List<Object>> rows = FunnelCurve.through(limits).rows();
      for (int column = 1; column < rows.get(0).size(); column++) {
        int at = column;
        List<Double> curve =
            rows.stream()
                .map(row -> (Double) row.get(at))
                .filter(percent -> percent > 0 && percent < 100)
                .toList();
        assertThat(curve).hasSizeGreaterThan(5);
        assertThat(curve).doesNotHaveDuplicates();
        assertThat(curve)
            .isSortedAccordingTo(
                column % 2 == 1 ? Comparator.naturalOrder() : Comparator.reverseOrder());
      }
    }
    List<Object> first = FunnelCurve.through(limits()).rows().get(0);
    assertThat((Double) first.get(1))
        .isCloseTo(100 * limits().get(0).limits().score().at95().low(), within(.005));
    assertThat((Double) first.get(4))
        .isCloseTo(100 * limits().get(0).limits().score().at998().high(), within(.005));
  }
}
