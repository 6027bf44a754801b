package org.trustbench.ingest.extract;

import java.time.LocalDate;
import java.util.List;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Trust;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.InspectionBuilder.Taken;
import org.trustbench.ingest.fill.MemoryBudget;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcomes;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.sent.Manifest;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.matrix.InspectionDetails;

/** The inspection of one institution in an extract, as its rows are taken in. */
final class RoutedInspection {
  private final Trust trust;
  private final InspectionBuilder builder;
  private final ExtractSecondReadings second;
  private final UnlistedJudgements unlisted;
  private LocalDate first;
  private LocalDate last;
  private boolean isSynthetic;
  private Refusal refusal;

  RoutedInspection(Trust trust, ExtractSource source) {
    this.trust = trust;
    this.builder =
        new InspectionBuilder(source.codebook(), source.extract().files(), new MemoryBudget());
    this.second = new ExtractSecondReadings(builder, source.codebook());
    this.unlisted =
        source.layout().listing() == null
            ? null
            : new UnlistedJudgements(builder, source.codebook(), source.layout().listing());
  }

  /** What follows from what is not listed; null where every judgement is stated. */
  UnlistedJudgements unlisted() {
    return unlisted;
  }

  /** What was read a second time. */
  ExtractSecondReadings second() {
    return second;
  }

  InspectionBuilder builder() {
    return builder;
  }

  /** Takes in nothing more. */
  void refuse(Refusal reason) {
    refusal = reason;
  }

  boolean isRefused() {
    return refusal != null;
  }

  /** Adds whether a row says that its judgements are invented. */
  void addSynthetic(boolean isRowSynthetic) {
    isSynthetic |= isRowSynthetic;
  }

  /** Widens the days of the inspection by that of a case. */
  void addDay(LocalDate day) {
    first = first == null || day.isBefore(first) ? day : first;
    last = last == null || day.isAfter(last) ? day : last;
  }

  /**
   * Closes the inspection when all its rows are in.
   *
   * @param digests SHA-256 of the extract's files, in their order
   * @return what is stored of it, or why it is refused
   */
  Filled filled(ExtractSource source, String sourceHash, List<String> digests) {
    for (int file = 0; file < digests.size(); file++) {
      builder.digest(file, digests.get(file));
    }
    Submission extract = source.extract();
    ReadOutcomes outcomes = source.outcomes();
    InspectionDetails manifest = manifest(source.layout());
    String hash = outcomes.hash(sourceHash, source.layout().id(), manifest.inspectionId());
    if (refusal == null) {
      Manifest.contradiction(source.framework(), manifest)
          .ifPresent(
              why -> refusal = new Refusal(RejectRule.UNREADABLE_MANIFEST, extract.name(), why));
    }
    if (refusal == null) {
      takeInWhatWaited();
    }
    Taken all = builder.finish();
    Taken taken =
        new Taken(
            all.matrix(),
            all.files().stream().filter(file -> file.read() > 0 || file.cases() > 0).toList(),
            all.rejects());
    try {
      if (refusal != null) {
        throw refusal;
      }
      outcomes.check(extract, builder, taken);
      return ReadOutcomes.accepted(extract, hash, sourceHash, manifest, taken);
    } catch (Refusal whole) {
      Refusal named =
          new Refusal(
              whole.rule(),
              whole.file(),
              "%s (%s): %s".formatted(trust.name(), manifest.inspectionId(), whole.getMessage()));
      return ReadOutcomes.refused(extract, hash, sourceHash, manifest, named, builder);
    }
  }

  private void takeInWhatWaited() {
    try {
      second.takeIn();
      if (unlisted != null) {
        unlisted.infer();
      }
    } catch (Refusal e) {
      refusal = e;
    }
  }

  private InspectionDetails manifest(Layout layout) {
    return new InspectionDetails(
        layout.inspectionId().replace("{trust}", trust.code()),
        trust.code(),
        trust.dimensions().get(Framework.TRANCHE),
        first,
        last,
        layout.published() == null ? null : LocalDate.parse(layout.published()),
        null,
        null,
        layout.version(),
        isSynthetic);
  }
}
