package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

/** Finds texts that are said to stand where a value is missing, and to mean something too. */
final class MissingChecks {
  private final Framework framework;
  private final Mistakes mistakes;

  MissingChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
  }

  void check() {
    WordMeanings meanings = new WordMeanings(framework);
    framework.missing().forEach(mark -> check("missing", mark, meanings));
    for (Layout layout : framework.layouts()) {
      WordMeanings own = new WordMeanings(framework, layout);
      layout.missing().forEach(mark -> check("layout " + layout.id() + ": missing", mark, own));
    }
  }

  private void check(String place, String mark, WordMeanings known) {
    String meaning = known.atOddsWith(mark);
    if (meaning != null) {
      mistakes.add(
          JSON_FILE,
          place,
          "\"%s\" means %s too".formatted(mark, meaning),
          "leave it with one of the two");
    }
    if (Codebook.normalised(mark).isEmpty()) {
      mistakes.add(JSON_FILE, place, "a blank text is missing anyway", "take it out");
    }
  }
}
