package org.trustbench.ingest.folder;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of {@code cases.jsonl} before anything of it is taken into the inspection, so that a
 * broken line leaves nothing behind.
 */
final class CaseDocument {
  String caseId = "";
  String evidence = "";

  /** By their places in the codebook; null where the line lacks one. */
  final String[] attributes;

  final Judgements first = new Judgements();
  final Judgements second = new Judgements();

  CaseDocument(int attributes) {
    this.attributes = new String[attributes];
  }

  /** How many judgements the line holds, of both readings. */
  int cells() {
    return first.questions.size() + second.questions.size();
  }

  /** The judgements of one reading of the case: questions and their answers, as sent. */
  static final class Judgements {
    String inspector = "";
    final List<String> questions = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
  }
}
