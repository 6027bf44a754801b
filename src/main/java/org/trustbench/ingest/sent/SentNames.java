package org.trustbench.ingest.sent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Measure;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.reject.SafeNames;
import org.trustbench.ingest.reject.SafeQuoting;
import org.trustbench.ingest.rows.Header;

/**
 * Holds the names of columns and fields that a file uses to those of its format. One that was most
 * likely meant to be one of them refuses the submission; a foreign one is passed over and told.
 */
public final class SentNames {
  /** The table of second readings. */
  public static final String SECOND_READINGS = "second-readings";

  private static final int MOST = 1_000;
  private static final int MOST_TOLD = 8;
  private static final int MOST_BESIDE = 80;
  private static final String UNNAMED = " (without a name)";

  private final SentFile file;
  private final RejectRule rule;
  private final KnownNames known;
  private final Codebook codebook;
  private final Map<String, String> foreign = new LinkedHashMap<>();

  public SentNames(SentFile file, RejectRule rule, KnownNames known, Codebook codebook) {
    this.file = file;
    this.rule = rule;
    this.known = known;
    this.codebook = codebook;
  }

  /**
   * Looks at the columns of a table.
   *
   * @param isOther what columns may be named besides
   */
  public void columns(Header header, Predicate<String> isOther) throws Refusal {
    for (int column = 0; column < header.names().size(); column++) {
      String name = header.names().get(column);
      if (!known.has(name) && !isOther.test(name)) {
        foreign("column " + (column + 1), name, header.place(column));
      }
    }
  }

  /** Looks at the name of a field. */
  public void field(String name, int line) throws Refusal {
    field(name, "line " + line);
  }

  /**
   * The same of a field that does not stand on a line.
   *
   * @param place where it stands
   */
  public void field(String name, String place) throws Refusal {
    if (!known.has(name) && !foreign.containsKey(name)) {
      foreign("field", name, place);
    }
  }

  private void foreign(String kind, String name, String place) throws Refusal {
    if (name.isEmpty()) {
      foreign.put(kind, kind + UNNAMED);
      return;
    }
    Optional<String> meant = known.meantBy(name);
    if (meant.isPresent()) {
      throw slip(kind, name, meant.get(), place);
    }
    if (foreign.size() == MOST) {
      throw new Refusal(
          rule,
          file.name(),
          "%s: more than %d names that its format does not have: see that names and values have not changed places"
              .formatted(place, MOST));
    }
    foreign.put(name, kind + " " + quoted(name));
  }

  /**
   * Fails where something that figures rest on is lacking, or a foreign name stands in its place.
   */
  public void checkLacking(List<String> lacking) throws Refusal {
    checkInsteadOf(lacking);
    for (String name : lacking) {
      Optional<String> measure =
          codebook.framework().measures().stream()
              .filter(one -> one.when().attributes().contains(name))
              .map(Measure::id)
              .findFirst();
      if (measure.isPresent()) {
        throw new Refusal(
            rule,
            file.name(),
            codebook
                .terms()
                .text(
                    "attribute \"%s\" is lacking, which decides what {cases} %s is about: add it,"
                        + " empty where it is not known",
                    name, measure.get()));
      }
    }
  }

  /** What the format has and the file lacks, in words, some names at a time. */
  public static List<String> lacking(String what, List<String> names) {
    return told("lacking, and so not known: %s ".formatted(what), names);
  }

  /** Files and folders that lie beside those that are read, in words, some at a time. */
  public static List<String> beside(List<String> names) {
    List<String> told =
        new ArrayList<>(
            told("passed over beside it: ", names.subList(0, Math.min(MOST_BESIDE, names.size()))));
    if (names.size() > MOST_BESIDE) {
      told.add("passed over beside it: %d more".formatted(names.size() - MOST_BESIDE));
    }
    return told;
  }

  private static List<String> told(String beginning, List<String> names) {
    List<String> told = new ArrayList<>();
    for (int from = 0; from < names.size(); from += MOST_TOLD) {
      int to = Math.min(names.size(), from + MOST_TOLD);
      told.add(beginning + String.join(", ", names.subList(from, to)));
    }
    return told;
  }

  /** Fails where a foreign name stands for one that is lacking. */
  public void checkInsteadOf(List<String> lacking) throws Refusal {
    for (Map.Entry<String, String> one : foreign.entrySet()) {
      boolean isNamed = !one.getValue().endsWith(UNNAMED);
      Optional<String> meant =
          isNamed ? KnownNames.instead(one.getKey(), lacking) : Optional.empty();
      if (meant.isPresent()) {
        throw new Refusal(
            rule,
            file.name(),
            "%s is not known, and \"%s\" is lacking: name it \"%s\" if that is meant, or else add \"%s\", empty if it is not known"
                .formatted(one.getValue(), meant.get(), meant.get(), meant.get()));
      }
    }
  }

  /** What was passed over, in words, some names at a time; empty where nothing was. */
  public List<String> passedOver() {
    return told("passed over as foreign to the format: ", List.copyOf(foreign.values()));
  }

  private Refusal slip(String kind, String name, String meant, String place) {
    return new Refusal(
        rule,
        file.name(),
        "%s: %s %s is spelt otherwise than \"%s\": write \"%s\""
            .formatted(place, kind, quoted(name), meant, meant));
  }

  private String quoted(String name) {
    return known.meantBy(name).isPresent()
        ? SafeQuoting.inMarks(name)
        : new SafeNames(codebook.words()).quoted(name);
  }
}
