package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds rules for peers that choose by nothing, or by what the register does not hold. */
final class PeerChecks {
  private final Framework framework;
  private final Mistakes mistakes;
  private final Set<String> codes;

  PeerChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
    this.codes = framework.trusts().stream().map(Trust::code).collect(Collectors.toSet());
  }

  /** A rule chooses in one way. */
  static void choices(JsonNode peers, Mistakes mistakes) {
    for (JsonNode rule : peers) {
      String place = place(rule.path("id").asText());
      if (rule.has("nearest") == rule.has("column")) {
        mistakes.add(
            JSON_FILE,
            place,
            rule.has("nearest")
                ? "peers are both the nearest and those of a column"
                : "nothing says who the peers are",
            "write \"nearest\" with \"numbers\" or \"categories\", or \"column\" with"
                + " \"separator\"");
      } else if (rule.has("column") && !rule.has("separator")) {
        mistakes.add(
            JSON_FILE,
            place,
            "nothing says what stands between two codes",
            "write \"separator\", such as \"|\"");
      } else if (rule.has("column")
          && (rule.has("numbers") || rule.has("categories") || rule.has("weights"))) {
        mistakes.add(
            JSON_FILE,
            place,
            "the peers of a column are at no distance",
            "take \"numbers\", \"categories\" and \"weights\" out");
      }
    }
  }

  void check() {
    List<String> taken = new ArrayList<>();
    framework.comparators().forEach(comparator -> taken.add(comparator.id()));
    framework.peers().forEach(rule -> taken.add(rule.id()));
    mistakes.unique(JSON_FILE, "peers and comparators", taken, id -> id);
    for (PeerRule rule : framework.peers()) {
      if (rule.choice() instanceof PeerRule.Nearest nearest) {
        nearest(place(rule.id()), nearest);
      } else if (rule.choice() instanceof PeerRule.Named named) {
        named(place(rule.id()), named);
      }
    }
  }

  private static String place(String id) {
    return "peers " + id;
  }

  private void nearest(String place, PeerRule.Nearest nearest) {
    List<String> used = new ArrayList<>(nearest.numbers());
    used.addAll(nearest.categories());
    if (used.isEmpty()) {
      mistakes.add(
          JSON_FILE,
          place,
          "nothing tells who is near",
          "write \"numbers\", \"categories\" or both: dimensions of the register");
    }
    mistakes.unique(JSON_FILE, place, used, id -> id);
    used.forEach(dimension -> dimension(place, dimension));
    mistakes.dangling(
        JSON_FILE, place, nearest.weights().keySet(), used, "its numbers and categories");
    nearest
        .weights()
        .forEach(
            (dimension, weight) -> {
              if (!(weight > 0)) {
                mistakes.add(
                    JSON_FILE,
                    place,
                    "%s weighs %s".formatted(dimension, weight),
                    "a weight is above 0; leave out of the rule what is to count for nothing");
              }
            });
    nearest.numbers().forEach(dimension -> numbers(place, dimension));
  }

  /** Every institution's value is a number or lacking, and they are not all the same. */
  private void numbers(String place, String dimension) {
    Set<Double> different = new HashSet<>();
    for (Trust trust : framework.trusts()) {
      String value = trust.dimensions().get(dimension);
      if (value != null) {
        OptionalDouble number = PeerRule.Nearest.number(value);
        number.ifPresent(different::add);
        if (number.isEmpty()) {
          mistakes.add(
              TrustsCsv.FILE,
              TrustsCsv.place(trust.code(), mistakes),
              "%s \"%s\" is no number, and peers are chosen by it".formatted(dimension, value),
              "write digits, with a point for decimals and nothing for thousands; leave it empty"
                  + " where it is not known");
        }
      }
    }
    if (different.size() == 1) {
      mistakes.add(
          JSON_FILE,
          place,
          "%s is the same for everybody".formatted(dimension),
          "leave it out: it makes nobody nearer than another");
    }
  }

  private void named(String place, PeerRule.Named named) {
    dimension(place, named.column());
    if (named.separator().isEmpty()) {
      mistakes.add(JSON_FILE, place, "the separator is empty", "write one, such as \"|\"");
      return;
    }
    for (Trust trust : framework.trusts()) {
      List<String> listed =
          Optional.ofNullable(trust.dimensions().get(named.column()))
              .map(named::codes)
              .orElse(List.of());
      String row = TrustsCsv.place(trust.code(), mistakes);
      mistakes.dangling(TrustsCsv.FILE, row, listed, codes, TrustsCsv.FILE);
      mistakes.unique(TrustsCsv.FILE, row, listed, code -> code);
      if (listed.stream().anyMatch(code -> Objects.equals(code, trust.code()))) {
        mistakes.add(
            TrustsCsv.FILE,
            row,
            "it is named as its own peer",
            "take its code out of %s".formatted(named.column()));
      }
    }
  }

  private void dimension(String place, String dimension) {
    List<String> dimensions = framework.dimensions().stream().map(Framework.Named::id).toList();
    mistakes.dangling(JSON_FILE, place, List.of(dimension), dimensions, "dimensions");
    if (dimension.equals(Framework.TRANCHE)) {
      mistakes.add(
          JSON_FILE,
          place,
          "tranche is said by inspections, and not by the register alone",
          "give what peers are chosen by a column of %s of another name".formatted(TrustsCsv.FILE));
    }
  }
}
