package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Work that an inspector writes about as one thing: the measures that are told together, so that no
 * two sentences say the same.
 *
 * @param id unique among topics
 * @param name in a few words, as it stands within a sentence
 * @param well what is said of it where it is a strength, without a full stop
 * @param attention what is said of it where it is a concern, without a full stop
 * @param figures its measures, in the order in which they are told
 */
public record Topic(String id, String name, String well, String attention, List<Figure> figures)
    implements Serializable {

  /**
   * A measure, and how its score is put.
   *
   * @param measureId the measure
   * @param said a clause that is true of the cases in which the work was good enough; empty to put
   *     the measure's label first instead
   * @param of what its score is a share of, such as "cases with a report"; empty for the word that
   *     follows from the measure
   */
  public record Figure(String measureId, String said, String of) implements Serializable {}

  /** A topic of one measure, called by its label. */
  public static Topic of(Measure measure) {
    return new Topic(
        measure.id(),
        measure.label(),
        measure.label(),
        measure.label(),
        List.of(new Figure(measure.id(), "", "")));
  }

  /** The same topic over other measures. */
  Topic on(UnaryOperator<String> measureId) {
    return new Topic(
        id,
        name,
        well,
        attention,
        figures.stream()
            .map(one -> new Figure(measureId.apply(one.measureId()), one.said(), one.of()))
            .toList());
  }
}
