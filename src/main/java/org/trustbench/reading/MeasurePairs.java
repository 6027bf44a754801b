package org.trustbench.reading;

import java.io.Serializable;
import java.util.TreeSet;
import org.trustbench.stats.ReadingPairs;

/**
 * What two readings say of the questions of a measure.
 *
 * @param pairs category 0 sufficient, 1 insufficient
 * @param readers pseudonyms of the inspectors of either reading, to be counted and never shown
 */
public record MeasurePairs(String measureId, ReadingPairs pairs, TreeSet<String> readers)
    implements Serializable {

  /** Both together, which are of the same measure. */
  public MeasurePairs plus(MeasurePairs others) {
    TreeSet<String> all = new TreeSet<>(readers);
    all.addAll(others.readers);
    return new MeasurePairs(measureId, pairs.plus(others.pairs), all);
  }
}
