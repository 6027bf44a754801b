package org.trustbench.jobs.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustbench.PipelineException;
import org.trustbench.framework.Codebook;
import org.trustbench.jobs.session.Session;
import org.trustbench.lake.read.StoredInspection;
import org.trustbench.lake.table.StoredRows;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.publish.PublishedScore;
import org.trustbench.publish.ReleaseFolder;
import org.trustbench.summary.DerivationTable;
import org.trustbench.tally.Derivation;
import org.trustbench.tally.Derivation.Judged;

/** The inspection that a published figure was counted from, as the lake keeps it. */
record StoredFigure(Codebook codebook, StoredInspection stored) {

  /** Reads it; one line says so where the lake has none. */
  static StoredFigure read(
      Session session, ReleaseFolder release, Codebook codebook, PublishedScore score) {
    String hash =
        release
            .submissionHash(score.inspectionId())
            .orElseThrow(
                () ->
                    PipelineException.failed(
                        "%s names no submission of %s"
                            .formatted(
                                release.folder().resolve("manifest.json"), score.inspectionId())));
    try {
      Optional<StoredRows> named = session.lake().releases().stored(release.id(), hash);
      StoredInspection stored =
          named.isEmpty() ? null : session.lake().inspectionSource().stored(codebook, named.get());
      if (stored == null || stored.cases().isEmpty()) {
        throw PipelineException.failed(
            "the lake does not hold submission %s of %s: --lake names the lake that the release was made from"
                .formatted(hash, score.inspectionId()));
      }
      return new StoredFigure(codebook, stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JudgementMatrix matrix() {
    return stored.matrix();
  }

  /** Where each judgement was sent. */
  List<DerivationTable.Place> places(Derivation derivation) {
    List<DerivationTable.Place> places = new ArrayList<>();
    for (Judged judged : derivation.judged()) {
      CaseRow row = matrix().cases().get(judged.caseNumber());
      byte answer = matrix().answer(judged.caseNumber(), judged.question());
      places.add(
          new DerivationTable.Place(
              row.id(),
              place(row.file(), row.line()),
              codebook.framework().questions().get(judged.question()).id(),
              answer < 0 ? "" : codebook.answerCode(answer),
              judged.outcome().id(),
              answer == JudgementMatrix.EMPTY
                  ? ""
                  : place(
                      matrix().file(judged.caseNumber(), judged.question()),
                      matrix().line(judged.caseNumber(), judged.question()))));
    }
    return places;
  }

  /** A case's pseudonym, and where it was sent. */
  List<String> place(int caseNumber) {
    CaseRow row = matrix().cases().get(caseNumber);
    return List.of(row.id(), place(row.file(), row.line()));
  }

  private String place(int file, int line) {
    return stored.judgements().files().get(file) + ":" + line;
  }
}
