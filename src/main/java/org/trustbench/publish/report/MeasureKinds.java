package org.trustbench.publish.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;

/** The names of the kinds of measures, where measures are chosen and listed. */
final class MeasureKinds {
  private static final Map<String, String> STANDARD =
      Map.of(
          Measure.OVERALL, "Overall",
          Measure.THEME, "Themes",
          Measure.SECTION, "Sections",
          Measure.QUESTION, "Questions",
          Measure.GRADE, "Cuts of scales and classes");

  private MeasureKinds() {}

  /** The name of each kind that a framework has a measure of, by its id, in their order. */
  static Map<String, String> labels(Framework framework) {
    Map<String, String> own = new LinkedHashMap<>();
    framework.measureKinds().forEach(kind -> own.put(kind.id(), kind.label()));
    Map<String, String> labels = new LinkedHashMap<>();
    for (Measure measure : FigureColumns.measures(framework)) {
      String kind = measure.kind();
      labels.putIfAbsent(kind, own.getOrDefault(kind, STANDARD.getOrDefault(kind, kind)));
    }
    return labels;
  }
}
