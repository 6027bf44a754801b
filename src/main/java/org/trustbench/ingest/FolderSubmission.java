package org.trustbench.ingest;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.trustbench.framework.Form;
import org.trustbench.ingest.Intake.Taken;
import org.trustbench.ingest.Reading.Filled;

/** Reads the folder of one inspection: its manifest, its cases and its judgements. */
final class FolderSubmission {
  private final Form form;
  private final Outcomes outcomes;
  private final Submission submission;
  private final Intake intake;

  FolderSubmission(Form form, Outcomes outcomes, Submission submission) {
    this.form = form;
    this.outcomes = outcomes;
    this.submission = submission;
    this.intake = new Intake(form, submission.files(), new Allowance());
  }

  /** Reads it once. */
  Filled read(Pace pace) {
    Manifest manifest = null;
    try {
      notePassedOver();
      if (submission.barred() != null) {
        throw new Refusal(Rule.UNREADABLE_FILE, submission.name(), submission.barred());
      }
      manifest = manifest();
      new FolderReader(form, submission, intake, pace).read();
      Taken taken = intake.finish();
      outcomes.check(submission, intake, taken);
      String hash = SentHashes.sourceHash(submission, taken.files());
      return outcomes.accepted(submission, hash, manifest, taken);
    } catch (Refusal | IOException e) {
      return outcomes.refused(submission, manifest, Outcomes.refusal(submission, e), intake);
    }
  }

  /** Names, with the first of what is read, what lies beside it. */
  private void notePassedOver() {
    if (!submission.files().isEmpty()) {
      QuotableNames quotable = new QuotableNames(form.words());
      List<String> names = submission.passedOver().stream().map(quotable::file).toList();
      SentFile beside = submission.file(Manifest.FILE).orElse(submission.files().get(0));
      intake.note(
          submission.files().indexOf(beside), 0, Rule.NAME_PASSED_OVER, SentNames.beside(names));
    }
  }

  private Manifest manifest() throws IOException, Refusal {
    SentFile file =
        submission
            .file(Manifest.FILE)
            .orElseThrow(
                () ->
                    new Refusal(
                        Rule.MISSING_FILE,
                        submission.name(),
                        "inspection.json is missing: add it beside the cases"));
    byte[] bytes = Manifest.bytes(file);
    int number = submission.files().indexOf(file);
    intake.digest(number, HexFormat.of().formatHex(SentText.sha256().digest(bytes)));
    ManifestFields fields = ManifestFields.read(file, bytes, form);
    intake.note(number, 1, Rule.NAME_PASSED_OVER, fields.passedOver());
    intake.note(number, 1, Rule.NAME_LACKING, SentNames.lacking("field", fields.lacking()));
    return Manifest.of(fields, form.framework(), form.register());
  }
}
