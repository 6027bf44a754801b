package org.trustbench.summary;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.message.Counted;
import org.trustbench.summary.grid.CellText;
import org.trustbench.terms.Terms;

/** When an inspection was, and how many cases it read, in sentences. */
public final class InspectionSentences {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private InspectionSentences() {}

  /** What is known of an inspection, as far as a release may say it. */
  public static List<String> of(ReleaseContent content, InspectionTallies inspection) {
    List<String> sentences = new ArrayList<>();
    String days = days(inspection);
    if (!days.isEmpty()) {
      sentences.add(days);
    }
    sentences.add(cases(content, inspection));
    return sentences;
  }

  private static String days(InspectionTallies inspection) {
    LocalDate start = inspection.startDate();
    LocalDate end = inspection.endDate();
    String inspected =
        start == null && end == null
            ? ""
            : start == null || end == null || start.equals(end)
                ? "Inspected on %s".formatted(DAY.format(start == null ? end : start))
                : "Inspected from %s to %s".formatted(DAY.format(start), DAY.format(end));
    String published =
        inspection.publishedDate() == null
            ? ""
            : "%s on %s"
                .formatted(
                    inspected.isEmpty() ? "Published" : ", published",
                    DAY.format(inspection.publishedDate()));
    return inspected.isEmpty() && published.isEmpty() ? "" : inspected + published + ".";
  }

  private static String cases(ReleaseContent content, InspectionTallies inspection) {
    Terms terms = content.terms();
    boolean isRounded = content.disclosureRules().isPresent();
    String sampled =
        inspection.casesSampled() == null
            ? terms.text("How many {cases} were chosen is not told")
            : terms.text(
                Counted.word(
                    inspection.casesSampled(), "%s {case} was chosen", "%s {cases} were chosen"),
                count(inspection.casesSampled(), isRounded));
    String caseload =
        inspection.caseload() == null
            ? ", and the caseload is not told"
            : " from a caseload of " + count(inspection.caseload(), isRounded);
    List<String> evidence = content.results().framework().evidence();
    String takenIn =
        inspection.cases() == null
            ? ""
            : "; "
                + count(inspection.cases(), isRounded)
                + (evidence.size() > 1
                    ? " %s taken in (%s)"
                        .formatted(
                            Counted.word(inspection.cases(), "record was", "records were"),
                            String.join(" and ", evidence))
                    : " %s taken in".formatted(Counted.word(inspection.cases(), "was", "were")));
    return sampled + caseload + takenIn + ".";
  }

  private static String count(long count, boolean isRounded) {
    return (isRounded ? "about " : "") + CellText.grouped(count);
  }
}
