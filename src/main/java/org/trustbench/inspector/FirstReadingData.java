package org.trustbench.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.reading.FirstReadings;
import org.trustbench.reading.FirstReadings.CaseReading;
import org.trustbench.stats.SeverityData;

/**
 * First readings in numbers, as the model of severity takes them. Which number an inspector or a
 * case has follows from what was judged and not from pseudonyms or rows, so that the same
 * judgements make the same figures in every lake.
 *
 * @param inspections ids of those with an inspector who is known, by number
 */
record FirstReadingData(SeverityData data, List<String> inspections) {

  static FirstReadingData of(List<FirstReadings> readings) {
    List<FirstReadings> known =
        readings.stream()
            .filter(one -> !one.cases().isEmpty())
            .sorted(Comparator.comparing(FirstReadings::inspectionId))
            .toList();
    Map<String, Integer> numbers = numbers(known);
    List<SeverityData.Row> rows = new ArrayList<>();
    int cases = 0;
    for (int t = 0; t < known.size(); t++) {
      for (List<int[]> ofCase : cases(known.get(t), numbers)) {
        for (int[] row : ofCase) {
          rows.add(new SeverityData.Row(row[0], t, cases, row[1], row[2]));
        }
        cases++;
      }
    }
    return new FirstReadingData(
        new SeverityData(rows), known.stream().map(FirstReadings::inspectionId).toList());
  }

  /** A number for each inspector, in the order of all that they judged. */
  private static Map<String, Integer> numbers(List<FirstReadings> readings) {
    Map<String, List<String>> judged = new TreeMap<>();
    for (FirstReadings one : readings) {
      for (CaseReading row : one.cases()) {
        judged
            .computeIfAbsent(row.inspector(), added -> new ArrayList<>())
            .add("%s %d %d".formatted(one.inspectionId(), row.sufficient(), row.assessed()));
      }
    }
    Map<String, String> whole = new HashMap<>();
    judged.forEach(
        (inspector, rows) ->
            whole.put(inspector, rows.stream().sorted().collect(Collectors.joining("\n"))));
    List<String> order = judged.keySet().stream().sorted(Comparator.comparing(whole::get)).toList();
    Map<String, Integer> numbers = new HashMap<>();
    order.forEach(inspector -> numbers.put(inspector, numbers.size()));
    return numbers;
  }

  /** The cases of an inspection, each as inspector, sufficient and assessed, in order. */
  private static List<List<int[]>> cases(FirstReadings readings, Map<String, Integer> numbers) {
    Map<Integer, List<int[]>> cases = new TreeMap<>();
    for (CaseReading row : readings.cases()) {
      cases
          .computeIfAbsent(row.caseNumber(), added -> new ArrayList<>())
          .add(new int[] {numbers.get(row.inspector()), row.sufficient(), row.assessed()});
    }
    cases.values().forEach(rows -> rows.sort(Arrays::compare));
    return cases.values().stream().sorted(FirstReadingData::compare).toList();
  }

  private static int compare(List<int[]> one, List<int[]> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = Arrays.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
