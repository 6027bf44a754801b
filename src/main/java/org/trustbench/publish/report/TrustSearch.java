package org.trustbench.publish.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.Comparison;
import org.trustbench.summary.Formatting;
import org.trustbench.terms.Terms;

/**
 * The data of the search box for trusts, on pages that show only a part of a long league.
 *
 * @param title whose figures are found
 * @param trusts how many
 * @param data for the page's script, safe within a script element
 */
record TrustSearch(String title, int trusts, String data) {
  /** How much is found of a trust: less, where all of it would make the page too large. */
  enum Detail {
    FIGURES,
    RANK,
    NOTHING
  }

  /** The search over a league in its order; null where nothing is to be found. */
  static TrustSearch of(String title, List<Comparison> league, Detail detail, Terms terms) {
    if (detail == Detail.NOTHING) {
      return null;
    }
    boolean isAll = detail == Detail.FIGURES;
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(
        "columns",
        isAll
            ? List.of("Code", terms.text("{Institution}"), "Rank", "Score % (95 %)", "Verdict")
            : List.of("Code", terms.text("{Institution}"), "Rank"));
    data.put("rows", league.stream().map(c -> row(c, isAll)).toList());
    return new TrustSearch(title, league.size(), PageData.escaped(data));
  }

  /** A row's cells, parted by a character that is in none of them. */
  private static String row(Comparison c, boolean isAll) {
    String code = c.score().inspection().trust().code();
    String name = c.score().inspection().trust().name();
    String first = String.join("\t", cell(code), cell(name), Formatting.rank(c));
    return isAll
        ? String.join("\t", first, Formatting.score(c.score()), Formatting.verdict(c))
        : first;
  }

  private static String cell(String text) {
    return text.replace('\t', ' ');
  }
}
