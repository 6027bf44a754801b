package org.trustbench.feedback;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.reject.Reject;

/** The result of checking a submission, in lines short enough for a mail. */
public final class CheckSummary {
  private static final int MOST_NAMED = 12;

  private CheckSummary() {}

  /** The lines, of what has been checked before it is sent. */
  public static List<String> lines(Framework framework, List<InspectionProblems> all) {
    long takenIn = all.stream().filter(InspectionProblems::isTakenIn).count();
    return lines(framework, "%d of %d would be taken in".formatted(takenIn, all.size()), all);
  }

  /**
   * The lines.
   *
   * @param headline what became of all together
   */
  public static List<String> lines(
      Framework framework, String headline, List<InspectionProblems> all) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (%s, version %s): %s"
            .formatted(framework.title(), framework.id(), framework.version(), headline));
    all.forEach(problems -> add(problems, lines));
    return lines;
  }

  private static void add(InspectionProblems problems, List<String> lines) {
    lines.add("");
    lines.add(
        problems.title()
            + ": "
            + problems.state()
            + (problems.reason().isEmpty() ? "" : ": " + problems.reason()));
    List<String> counts = new ArrayList<>();
    problems
        .counts()
        .forEach(
            (what, count) -> {
              if (count > 0 || counts.isEmpty()) {
                counts.add(what + " " + count);
              }
            });
    if (!counts.isEmpty()) {
      lines.add("  " + String.join(", ", counts));
    }
    problems
        .byRule()
        .forEach(
            (rule, rejected) ->
                lines.add(
                    "  %s: %d, with judgements rejected %d; first: %s"
                        .formatted(
                            rule,
                            rejected.times(),
                            rejected.judgements(),
                            told(rejected.first()))));
    problems
        .remarksByKind()
        .forEach((kind, texts) -> lines.add("  to look at, %s: %s".formatted(kind, some(texts))));
  }

  /** Where a row is, and what to do about it. */
  private static String told(Reject reject) {
    return "%s line %d: %s".formatted(reject.file(), reject.line(), reject.reason());
  }

  private static String some(List<String> texts) {
    return String.join("; ", texts.subList(0, Math.min(MOST_NAMED, texts.size())))
        + (texts.size() > MOST_NAMED ? "; and %d more".formatted(texts.size() - MOST_NAMED) : "");
  }
}
