package org.trustbench.framework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.terms.Terms;

/** The mistakes found so far in the files of a framework, in the order they were found. */
final class Mistakes {
  /** Ids of questions, trusts, layouts and the like. */
  static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]*";

  private static final int MOST_KNOWN = 10;

  private final String folder;
  private final List<Mistake> found = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();
  private Terms terms = Terms.STANDARD;

  /**
   * @param folder what messages call the place that the files lie in
   */
  Mistakes(String folder) {
    this.folder = folder;
  }

  /** What the framework calls its institutions and cases, once that is read. */
  void speakIn(Terms known) {
    terms = known;
  }

  Terms terms() {
    return terms;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Every mistake, with its line where that is known. */
  List<Mistake> all() {
    return found.stream()
        .map(mistake -> mistake.line() > 0 ? mistake : mistake.at(line(mistake)))
        .toList();
  }

  void add(String file, String place, String wrong, String fix) {
    found.add(new Mistake(path(file), 0, place, wrong, fix));
  }

  void addAt(String file, long line, String place, String wrong, String fix) {
    found.add(new Mistake(path(file), line, place, wrong, fix));
  }

  /** Says on which line something stands that mistakes may turn out to be about. */
  void stands(String file, String place, long line) {
    lines.putIfAbsent(path(file) + " " + place, line);
  }

  /** A mistake for everything used that is not known. */
  void dangling(
      String file, String place, Collection<String> used, Collection<String> known, String source) {
    for (String id : used) {
      if (!known.contains(id)) {
        add(file, place, "there is no " + id, oneOf(id, known, source));
      }
    }
  }

  /** A mistake for everything that has an id twice. */
  <T> void unique(String file, String place, List<T> things, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T thing : things) {
      if (!seen.add(id.apply(thing))) {
        add(file, place, id.apply(thing) + " stands twice", "give each an id of its own");
      }
    }
  }

  /** A suggestion for a word that is not known. */
  static String oneOf(String word, Collection<String> known, String source) {
    if (known.isEmpty()) {
      return source + " has none: write it there first";
    }
    return NearestWord.to(word, known)
        .map(
            near ->
                "did you mean %s? otherwise write %s into %s first".formatted(near, word, source))
        .orElseGet(
            () ->
                "%s has %s%s"
                    .formatted(
                        source,
                        known.stream().sorted().limit(MOST_KNOWN).collect(Collectors.joining(", ")),
                        known.size() > MOST_KNOWN ? ", …" : ""));
  }

  private String path(String file) {
    return folder + "/" + file;
  }

  /** The line of a place, or of the thing that the place begins with. */
  private long line(Mistake mistake) {
    Long exact = lines.get(mistake.file() + " " + mistake.place());
    String thing = mistake.place().replaceFirst(":.*", "");
    return exact != null ? exact : lines.getOrDefault(mistake.file() + " " + thing, 0L);
  }
}
