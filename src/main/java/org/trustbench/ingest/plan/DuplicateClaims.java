package org.trustbench.ingest.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.sent.Manifest;
import org.trustbench.ingest.sent.ManifestFields;
import org.trustbench.ingest.sent.Submission;

/** Folders that claim the same inspection: none of them is preferred. */
public final class DuplicateClaims {
  private DuplicateClaims() {}

  /** The submissions whose claim another one disputes, each with its refusal. */
  public static Map<Submission, Refusal> disputed(
      List<Submission> submissions, Framework framework) {
    Map<String, List<Submission>> byInspection = new HashMap<>();
    Codebook codebook = Codebook.of(framework);
    for (Submission submission : submissions) {
      inspectionId(submission, codebook)
          .ifPresent(
              id -> byInspection.computeIfAbsent(id, key -> new ArrayList<>()).add(submission));
    }
    Map<Submission, Refusal> disputed = new HashMap<>();
    byInspection.forEach(
        (id, claimants) -> {
          String names =
              claimants.stream().map(Submission::name).collect(Collectors.joining(" and "));
          claimants.stream()
              .filter(claimant -> claimants.size() > 1)
              .forEach(
                  claimant ->
                      disputed.put(
                          claimant,
                          new Refusal(
                              RejectRule.DUPLICATE_INSPECTION,
                              claimant.name(),
                              "%s are both inspection %s: keep the right one"
                                  .formatted(names, id))));
        });
    return disputed;
  }

  private static Optional<String> inspectionId(Submission submission, Codebook codebook) {
    Optional<SentFile> file =
        submission.isExtract() || submission.barred() != null
            ? Optional.empty()
            : submission.inspection();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      ManifestFields fields = ManifestFields.read(file.get(), codebook);
      return Optional.of(
          Manifest.of(fields, codebook.framework(), codebook.register()).inspectionId());
    } catch (Refusal | IOException unreadable) {
      return Optional.empty();
    }
  }
}
