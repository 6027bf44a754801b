package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Findings;
import org.trustbench.change.ChangeVerdict;
import org.trustbench.change.ScoreChange;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.message.Counted;
import org.trustbench.stats.ChangeShrinkage;
import org.trustbench.stats.ChangeShrinkage.Posterior;
import org.trustbench.terms.Terms;

/** What changed in an institution since the inspection before, in words. */
public final class ChangeWords {
  private ChangeWords() {}

  /** A verdict, with how sure it is: {@code improved (99.8 %)}. */
  public static String verdict(ScoreChange change) {
    return change.verdict95().label() + (change.verdict998().isClear() ? " (99.8 %)" : "");
  }

  /** What else to know of a change; empty for nothing. */
  static String flag(ScoreChange change) {
    String tookOver =
        change.tookOver().isEmpty()
            ? ""
            : "took over %s between the two".formatted(String.join(", ", change.tookOver()));
    String other = reason(change);
    return tookOver.isEmpty() || other.isEmpty() ? tookOver + other : tookOver + "; " + other;
  }

  private static String reason(ScoreChange change) {
    return change
        .reason()
        .map(ScoreChange.Reason::label)
        .orElse(change.verdict95().isClear() && isChance(change) ? Formatting.MAY_BE_CHANCE : "");
  }

  /** Whether a verdict does not stand when allowance is made for how many measures there are. */
  private static boolean isChance(ScoreChange change) {
    Double p = change.statistic(ScoreChange.Statistics::ownAdjustedPValue);
    return p != null && p > Findings.LEVEL;
  }

  /**
   * Which inspection counts where institutions are set beside one another, and how changes are
   * made; empty where nobody was inspected twice.
   */
  public static List<String> rules(ReleaseContent content) {
    if (content.changes().isEmpty()) {
      return List.of();
    }
    Terms terms = content.terms();
    List<String> rules = new ArrayList<>();
    rules.add(latest(terms));
    rules.add(
        terms.text(
            "A change is the latest score less the one before it, of two samples of {cases} that"
                + " have nothing to do with one another: its interval is Newcombe's (1998, method"
                + " 10) on the two intervals that stand beside it. Improved or declined where the"
                + " interval leaves out 0 at 95 %, marked where it does at 99.8 % too; not compared"
                + " where either has too few {cases}, or a question of the measure was asked at one"
                + " of the two alone. Two inspections are never a trend. Of three inspections or"
                + " more the latest is set beside the first too, as a comparison of its own: it is"
                + " no sum of the changes between."));
    if (!content.results().framework().successions().isEmpty()) {
      rules.add(
          terms.text(
              "{An institution} that took over the work of others is set beside the last inspection"
                  + " of each predecessor, by its first inspection since: that is another"
                  + " {institution} with other {cases}, so a difference may be of whom it took"
                  + " over, and no regression to the mean is allowed for. One that others succeeded"
                  + " is compared with the rest until a successor has been inspected."));
    }
    rules.addAll(FormWords.of(content.results().framework()));
    rules.add(regression(content));
    return rules;
  }

  /** Which of several inspections counts in a league table. */
  public static String latest(Terms terms) {
    return terms.text(
        "Of {an institution} inspected more than once the latest inspection counts here: by the day"
            + " it was published, else ended, else begun.");
  }

  private static String regression(ReleaseContent content) {
    Terms terms = content.terms();
    if (content.disclosureRules().isPresent()) {
      return terms.text(
          "Regression to the mean (a score that was low by chance is higher the next time) is not"
              + " allowed for here, and no allowance is made for how many changes there are: both"
              + " take exact counts, which are not published. Nor is {an institution} compared with"
              + " itself where it is not published that every question was asked at both"
              + " inspections.");
    }
    return terms.text(
        "Regression to the mean: a score that was low by chance is higher the next time. It is"
            + " allowed for where at least %d {institutions} were inspected twice, by drawing both"
            + " scores towards what {institutions} scored at each time (bivariate empirical Bayes,"
            + " by moments). Many changes: Benjamini-Hochberg over all {institutions} of the"
            + " measure, and over the {institution's} own for what is said of it.",
        ChangeShrinkage.FEWEST_INSTITUTIONS);
  }

  /** What changed in one institution; empty where it was inspected once. */
  static List<String> sentences(ReleaseContent content, List<ScoreChange> changes) {
    return HistoryTable.byEarlier(changes).stream()
        .flatMap(some -> since(content, some).stream())
        .toList();
  }

  /** What changed since one earlier inspection. */
  private static List<String> since(ReleaseContent content, List<ScoreChange> changes) {
    List<ScoreChange> tested = changes.stream().filter(one -> one.reason().isEmpty()).toList();
    String since =
        "Since %s (%s)"
            .formatted(
                earlier(changes.get(0)), changes.get(0).earlier().inspection().inspectionId());
    if (tested.isEmpty()) {
      return List.of(since + ": nothing can be compared with it.");
    }
    List<ScoreChange> clear = clear(content, tested);
    List<String> sentences = new ArrayList<>();
    sentences.add(since + ": " + said(clear, tested.size()));
    if (!clear.isEmpty()) {
      sentences.add(hedge(content, clear));
    }
    return sentences;
  }

  /** Clear with allowance for their number; in a public release those clear at 99.8 %. */
  private static List<ScoreChange> clear(ReleaseContent content, List<ScoreChange> tested) {
    Predicate<ScoreChange> isSure =
        content.disclosureRules().isEmpty()
            ? change -> change.verdict95().isClear() && !isChance(change)
            : change -> change.verdict998().isClear();
    return tested.stream().filter(isSure).toList();
  }

  /** Which inspection the earlier one was. */
  public static String earlier(ScoreChange change) {
    return switch (change.comparedWith()) {
      case PREVIOUS -> "the inspection before";
      case FIRST -> "the first inspection";
      case PREDECESSOR ->
          "the last inspection of its predecessor %s"
              .formatted(change.earlier().inspection().trust().name());
    };
  }

  private static String said(List<ScoreChange> clear, int tested) {
    List<String> parts = new ArrayList<>();
    for (ChangeVerdict verdict : List.of(ChangeVerdict.IMPROVED, ChangeVerdict.DECLINED)) {
      String measures =
          clear.stream()
              .filter(change -> change.verdict95() == verdict)
              .map(ChangeWords::moved)
              .collect(Collectors.joining("; "));
      if (!measures.isEmpty()) {
        parts.add("%s in %s".formatted(verdict.label(), measures));
      }
    }
    int rest = tested - clear.size();
    if (clear.isEmpty()) {
      return tested == 1
          ? "no clear change in the one measure that can be compared."
          : "no clear change in any of the %s that can be compared."
              .formatted(Counted.of(tested, "measure"));
    }
    String others =
        rest == 0
            ? ""
            : rest == 1
                ? " No clear change in the other measure."
                : " No clear change in the other %s.".formatted(Counted.of(rest, "measure"));
    return String.join("; ", parts) + "." + others;
  }

  private static String moved(ScoreChange change) {
    Double shrunken = change.shrunken(Posterior::change);
    return "“%s” (from %s %% to %s %%%s)"
        .formatted(
            change.measure().label(),
            Formatting.percent(change.earlier().score()),
            Formatting.percent(change.later().score()),
            shrunken == null
                ? ""
                : ", %s points with regression to the mean allowed for"
                    .formatted(Formatting.points(shrunken)));
  }

  private static String hedge(ReleaseContent content, List<ScoreChange> clear) {
    boolean isPublic = content.disclosureRules().isPresent();
    boolean isShrunken = clear.stream().anyMatch(one -> one.shrunken(Posterior::change) != null);
    String sure =
        isPublic
            ? "At 99.8 % and by the rounded figures, without allowance for how many measures there"
                + " are."
            : "At 95 %, with allowance for how many measures there are.";
    return sure
        + (isShrunken
            ? " Others were judged the second time: two inspections are no trend."
            : " Part of it may be regression to the mean, which is not allowed for; two inspections"
                + " are no trend.");
  }
}
