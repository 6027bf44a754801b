package org.trustbench.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured under some conditions, again and again, and how it reads as a table. */
final class Findings {
  private final String title;
  private final Map<String, List<Measured>> processes = new LinkedHashMap<>();
  private final Map<String, List<Double>> stages = new LinkedHashMap<>();
  private final List<String> ratios = new ArrayList<>();

  Findings(String title) {
    this.title = title;
  }

  void add(String what, Measured measured) {
    processes.computeIfAbsent(what, key -> new ArrayList<>()).add(measured);
  }

  /** Notes a part of a process, in seconds by its own account. */
  void addStage(String what, double seconds) {
    stages.computeIfAbsent(what, key -> new ArrayList<>()).add(seconds);
  }

  /** Sets one beside another round by round, where both were measured in the same rounds. */
  void compare(String one, String other) {
    List<Measured> ones = processes.getOrDefault(one, List.of());
    List<Measured> others = processes.getOrDefault(other, List.of());
    if (ones.isEmpty() || ones.size() != others.size()) {
      return;
    }
    List<Double> pairs = new ArrayList<>();
    for (int round = 0; round < ones.size(); round++) {
      pairs.add(ones.get(round).wallSeconds() / others.get(round).wallSeconds());
    }
    ratios.add("%s ÷ %s, round by round: %s".formatted(one, other, spread(pairs, 2)));
  }

  String markdown() {
    StringBuilder text = new StringBuilder("### %s\n\n".formatted(title));
    text.append("| | wall, s | CPU, s | most memory, MB |\n|---|---|---|---|\n");
    processes.forEach(
        (what, all) ->
            text.append(
                "| %s | %s | %s | %s |\n"
                    .formatted(
                        what,
                        spread(all.stream().map(Measured::wallSeconds).toList(), 2),
                        spread(all.stream().map(Measured::cpuSeconds).toList(), 1),
                        spread(all.stream().map(Measured::peakMegabytes).toList(), 0))));
    stages.forEach((what, all) -> text.append("| %s | %s | | |\n".formatted(what, spread(all, 2))));
    text.append('\n');
    ratios.forEach(ratio -> text.append("- ").append(ratio).append('\n'));
    return text.append('\n').toString();
  }

  /** The median, and in brackets the least and the most. */
  static String spread(List<Double> values, int digits) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    String number = "%." + digits + "f";
    return (number + " (" + number + " to " + number + ")")
        .formatted(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }
}
