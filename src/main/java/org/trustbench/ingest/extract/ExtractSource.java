package org.trustbench.ingest.extract;

import java.io.Serializable;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.fill.ReadOutcomes;
import org.trustbench.ingest.sent.Submission;

/** An extract, and what it is read by; travels to tasks. */
record ExtractSource(Framework framework, double tolerance, Submission extract)
    implements Serializable {
  Codebook codebook() {
    return Codebook.of(framework).atForm(layout().version());
  }

  Layout layout() {
    return framework.layouts().stream()
        .filter(candidate -> candidate.id().equals(extract.layout()))
        .findFirst()
        .orElseThrow();
  }

  ReadOutcomes outcomes() {
    return new ReadOutcomes(codebook(), tolerance);
  }
}
