package org.trustbench.support;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.synth.SyntheticInspection;
import org.trustbench.synth.SyntheticParameters;
import org.trustbench.synth.SyntheticProgramme;
import org.trustbench.tally.Tallier;

/** Made-up programmes as their tallies tell them, without files, lake or Spark. */
public final class Programmes {
  private Programmes() {}

  /** A programme's inspections, in the order of its parameters. */
  public static List<InspectionTallies> inspected(
      Framework framework, SyntheticParameters parameters, long seed) {
    Codebook codebook = new Codebook(framework);
    Tallier tallier = new Tallier(codebook);
    return SyntheticProgramme.generate(framework, parameters, seed)
        .inspections()
        .parallel()
        .map(inspection -> inspected(codebook, tallier, inspection))
        .toList();
  }

  private static InspectionTallies inspected(
      Codebook codebook, Tallier tallier, SyntheticInspection inspection) {
    Framework framework = codebook.framework();
    var trust = framework.trust(inspection.trust().code());
    String tranche =
        inspection.trust().tranche() != null
            ? inspection.trust().tranche()
            : trust.dimensions().get(Framework.TRANCHE);
    return new InspectionTallies(
        inspection.inspectionId(),
        trust,
        tranche,
        inspection.trust().start(),
        inspection.trust().end(),
        inspection.trust().published(),
        (long) inspection.trust().caseload(),
        (long) inspection.casesSampled(),
        (long) inspection.rows(),
        true,
        InspectionTallies.grouped(
            tallier.tally(inspection.inspectionId(), matrix(codebook, inspection))));
  }

  private static JudgementMatrix matrix(Codebook codebook, SyntheticInspection inspection) {
    Framework framework = codebook.framework();
    JudgementMatrix matrix = new JudgementMatrix(framework.questions().size());
    for (int row = 0; row < inspection.rows(); row++) {
      List<String> attributes = new ArrayList<>();
      for (int a = 0; a < framework.attributes().size(); a++) {
        byte value = inspection.attribute(row, a);
        attributes.add(value < 0 ? null : inspection.values(a).get(value));
      }
      matrix.addCase(
          new CaseRow(inspection.caseId(row), inspection.evidence(row), attributes, 0, row + 2));
      for (int q = 0; q < framework.questions().size(); q++) {
        byte answer = inspection.answer(row, q);
        if (answer >= 0) {
          matrix.place(row, q, answer, 0, row + 2);
        }
      }
    }
    return matrix;
  }
}
