package org.trustbench.publish.report;

import java.util.List;
import java.util.stream.IntStream;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Pathway;
import org.trustbench.publish.chart.Chart;
import org.trustbench.summary.KeyFigures.KeyFigure;
import org.trustbench.summary.Paragraph;

/**
 * The content of a report page for one trust, or none, against one comparator.
 *
 * @param inspected when the trust was inspected, and on how many cases, in sentences
 * @param standing where the trust stands, in sentences
 * @param sureness how far the figures can be relied on
 * @param benchmark overall and themes
 * @param grades how judgements are spread over grades; nothing where none are
 * @param history the change since the inspection before; nothing where there was none
 * @param peers beside peers of its own, by each rule for them
 * @param targets beside each target of the framework
 * @param weighted by how cases were sampled, beside the comparator
 * @param ratings by the framework's own rules
 * @param details a chapter for each kind of detailed measure
 * @param groups whose leagues are shown, the trust's own first
 * @param hasOwnGroup whether the first of them is the trust's own
 */
record PageModel(
    String trust,
    String comparatorId,
    String title,
    List<String> inspected,
    List<KeyFigure> figures,
    List<Paragraph> standing,
    List<Paragraph> sureness,
    MeasureSection benchmark,
    MeasureSection grades,
    MeasureSection history,
    List<MeasureSection> peers,
    List<MeasureSection> targets,
    MeasureSection weighted,
    MeasureSection ratings,
    List<Detail> details,
    List<ComparatorGroup> groups,
    boolean hasOwnGroup) {

  /** A chart's finding, and the rows that it draws within a frame that all views share. */
  record Drawn(String title, List<Chart.Row> rows) {}

  /** A kind of detailed measure, and the pathways shown with it. */
  record Detail(Framework.Named kind, MeasureSection compared, List<Steps> pathways) {}

  /** A pathway, in a table and drawn; null likewise. */
  record Steps(Pathway pathway, PageTable table, Drawn drawn) {}

  /** One id for trust and comparator together. */
  String key() {
    return key(trust, comparatorId);
  }

  static String key(String trust, String comparatorId) {
    return (trust == null ? "" : trust) + "|" + comparatorId;
  }

  /** The same with the leagues of the trust's own group and of the whole programme alone. */
  PageModel alone() {
    return new PageModel(
        trust,
        comparatorId,
        title,
        inspected,
        figures,
        standing,
        sureness,
        benchmark,
        grades,
        history,
        peers,
        targets,
        weighted,
        ratings,
        details,
        ownAndEveryone(),
        hasOwnGroup);
  }

  /** With nobody in focus and no group of everyone, the first of all. */
  private List<ComparatorGroup> ownAndEveryone() {
    List<ComparatorGroup> few =
        IntStream.range(0, groups.size())
            .filter(i -> (i == 0 && hasOwnGroup) || groups.get(i).group().isEmpty())
            .mapToObj(groups::get)
            .toList();
    return few.isEmpty() && trust == null ? groups.stream().limit(1).toList() : few;
  }

  /** Whether a group is shown with all its leagues, or only with one measure's. */
  boolean isFull(int group) {
    return group == 0 || !hasOwnGroup;
  }
}
