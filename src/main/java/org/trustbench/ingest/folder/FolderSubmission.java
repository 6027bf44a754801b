package org.trustbench.ingest.folder;

import java.io.IOException;
import java.util.List;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.InspectionBuilder.Taken;
import org.trustbench.ingest.fill.MemoryBudget;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcomes;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.reject.SafeNames;
import org.trustbench.ingest.sent.ContentHashes;
import org.trustbench.ingest.sent.Manifest;
import org.trustbench.ingest.sent.ManifestFields;
import org.trustbench.ingest.sent.SentNames;
import org.trustbench.ingest.sent.SentWorkbooks;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.matrix.InspectionDetails;

/** Reads the folder, or the workbook, of one inspection: what it was, its cases and judgements. */
public final class FolderSubmission {
  private final Codebook codebook;
  private final ReadOutcomes outcomes;
  private final Submission submission;
  private final InspectionBuilder builder;

  public FolderSubmission(Codebook codebook, ReadOutcomes outcomes, Submission submission) {
    this.codebook = codebook;
    this.outcomes = outcomes;
    this.submission = submission;
    this.builder = new InspectionBuilder(codebook, submission.files(), new MemoryBudget());
  }

  /** Reads it once. */
  public Filled read() {
    InspectionDetails manifest = null;
    try {
      notePassedOver();
      if (submission.barred() != null) {
        throw new Refusal(RejectRule.UNREADABLE_FILE, submission.name(), submission.barred());
      }
      noteSheets();
      manifest = manifest();
      Codebook ofForm = codebook.atForm(manifest.formVersion());
      builder.isOf(ofForm);
      new FolderReader(ofForm, submission, builder).read();
      Taken taken = builder.finish();
      outcomes.check(submission, builder, taken);
      String hash = ContentHashes.sourceHash(submission, taken.files());
      return outcomes.accepted(submission, hash, manifest, taken);
    } catch (Refusal | IOException e) {
      return outcomes.refused(submission, manifest, ReadOutcomes.refusal(submission, e), builder);
    }
  }

  /** Names, with the first of what is read, what lies beside it. */
  private void notePassedOver() {
    if (!submission.files().isEmpty()) {
      SafeNames quotable = new SafeNames(codebook.words());
      List<String> names = submission.passedOver().stream().map(quotable::file).toList();
      SentFile beside = submission.inspection().orElse(submission.files().get(0));
      builder.note(
          submission.files().indexOf(beside),
          0,
          RejectRule.NAME_PASSED_OVER,
          SentNames.beside(names));
    }
  }

  /** Names what else a workbook holds. */
  private void noteSheets() throws IOException, Refusal {
    for (int number = 0; number < submission.files().size(); number++) {
      SentFile file = submission.files().get(number);
      if (file.sheet() != null) {
        List<String> others = SentWorkbooks.passedOver(file, codebook);
        builder.note(number, 0, RejectRule.NAME_PASSED_OVER, SentNames.beside(others));
        return;
      }
    }
  }

  private InspectionDetails manifest() throws IOException, Refusal {
    SentFile file =
        submission
            .inspection()
            .orElseThrow(
                () ->
                    new Refusal(
                        RejectRule.MISSING_FILE,
                        submission.name(),
                        codebook
                            .terms()
                            .text("inspection.json is missing: add it beside the {cases}")));
    ManifestFields fields = ManifestFields.read(file, codebook);
    int number = submission.files().indexOf(file);
    builder.digest(number, fields.sha256());
    builder.note(number, 1, RejectRule.NAME_PASSED_OVER, fields.passedOver());
    builder.note(number, 1, RejectRule.NAME_LACKING, SentNames.lacking("field", fields.lacking()));
    return Manifest.of(fields, codebook.framework(), codebook.register());
  }
}
