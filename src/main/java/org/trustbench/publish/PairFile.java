package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.orEmpty;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.benchmark.PairDifference;
import org.trustbench.disclosure.Audience;
import org.trustbench.message.FailureCause;
import org.trustbench.table.Table;
import org.trustbench.terms.Terms;

/** Writes the comparison of two trusts to a CSV file, which is never for publication. */
public final class PairFile {
  private PairFile() {}

  static Table<PairDifference> table() {
    return new Table<>(
        "compare",
        "One row per measure of two {institutions}.",
        List.of("measure_id"),
        List.of(
            text("measure_id", "the measure", p -> p.measure().id()),
            text("measure_kind", "the kind of measure", p -> p.measure().kind()),
            text("measure_label", "the measure in words", p -> p.measure().label()),
            text("trust_id", "the first {institution}", p -> p.first().inspection().trust().code()),
            text("other_trust_id", "the second", p -> p.second().inspection().trust().code()),
            percent("score_percent", "the first {institution's} score", p -> p.first().score()),
            percent("other_score_percent", "the second's", p -> p.second().score()),
            integer(
                "assessed", "judgements", "the base", orEmpty(p -> p.first().base().assessed())),
            integer(
                "other_assessed",
                "judgements",
                "the second's",
                orEmpty(p -> p.second().base().assessed())),
            percent("difference_points", "first less second", PairDifference::difference),
            percent(
                "difference_lower95_points",
                "lower end of its 95 % interval",
                p -> low(p.difference95())),
            percent(
                "difference_upper95_points",
                "upper end of its 95 % interval",
                p -> high(p.difference95())),
            percent(
                "difference_lower998_points",
                "lower end of its 99.8 % interval",
                p -> low(p.tested(one -> one.intervals().at998()))),
            percent(
                "difference_upper998_points",
                "upper end of its 99.8 % interval",
                p -> high(p.tested(one -> one.intervals().at998()))),
            text("interval_rule", "how the intervals are worked out", p -> "newcombe-10"),
            text("verdict95", "the first against the second, 95 %", p -> p.verdict95().label()),
            text("verdict998", "the same at 99.8 %", p -> p.verdict998().label()),
            significant(
                "p_value", "", "two-sided", p -> p.tested(PairDifference.Outcome.Tested::pValue)),
            significant(
                "adjusted_p_value",
                "",
                "Benjamini-Hochberg over all measures of the two",
                PairDifference::adjustedPValue),
            bool(
                "is_discovery",
                "whether the adjusted p-value is at most .05: a verdict without it may be chance",
                p -> p.tested(one -> p.isFdrSignificant())),
            text("audience", "whom the file is for", p -> Audience.INTERNAL.label())));
  }

  /**
   * Writes the file, a new one in place of an older.
   *
   * @param output the folder that holds those of all audiences
   * @param name of the file, without its ending
   * @return where it is
   */
  public static Path write(Path output, String name, List<PairDifference> pairs, Terms terms) {
    Path file = AudienceFolder.internal(output).beside("compare").resolve(name + ".csv");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      CsvFile.write(file, table().in(terms), pairs);
      return file;
    } catch (IOException e) {
      throw PipelineException.failed(
          "the comparison %s cannot be written: %s".formatted(file, FailureCause.of(e)), e);
    }
  }
}
