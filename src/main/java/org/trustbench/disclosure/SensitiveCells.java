package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Pathway;

/**
 * All of one inspection that nobody may work out: figures withheld, steps of pathways withheld, and
 * judgements that no figure is about, of one question in some cases or between two measures.
 */
final class SensitiveCells {
  private final Framework framework;
  private final DisjointCells parts;
  private final IntruderKnowledge linkage;
  private final InspectionSuppression shown;
  private final Map<String, SensitiveCell> known = new HashMap<>();
  private final List<SensitiveCell> between;

  SensitiveCells(
      Framework framework,
      DisclosureRules rules,
      DisjointCells parts,
      InspectionSuppression shown) {
    this.framework = framework;
    this.parts = parts;
    this.linkage = new IntruderKnowledge(framework, parts, rules);
    this.shown = shown;
    this.between =
        parts.between().stream()
            .map(pieces -> SensitiveCell.between(pieces, parts.countQuestions(pieces)))
            .toList();
  }

  /** Those there are by what is withheld now. */
  List<SensitiveCell> all() {
    List<SensitiveCell> all = new ArrayList<>(between);
    for (Measure measure : shown.withheld()) {
      all.add(
          known.computeIfAbsent(
              measure.id(),
              id -> SensitiveCell.figure(id, parts.of(id), measure.questions().size())));
    }
    for (Pathway pathway : framework.pathways()) {
      for (int step = 1; step <= pathway.steps().size() && !shown.isShown(pathway); step++) {
        if (shown.isTelling(pathway, step)) {
          all.add(secret(pathway, step));
        }
      }
    }
    return all;
  }

  private SensitiveCell secret(Pathway pathway, int step) {
    return known.computeIfAbsent(
        pathway.measureId(step),
        id -> SensitiveCell.step(id, pieces(pathway, step), linkage.left(pathway, step)));
  }

  private BitSet pieces(Pathway pathway, int steps) {
    int scope = parts.scopeOf(framework, pathway);
    BitSet pieces = new BitSet();
    pathway.steps().subList(0, steps).forEach(step -> pieces.or(parts.of(step.questions(), scope)));
    return pieces;
  }
}
