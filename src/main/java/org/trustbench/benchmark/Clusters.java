package org.trustbench.benchmark;

import org.trustbench.framework.Measure;

/**
 * The clusters of judgements: the highest unit that was sampled, within which judgements are
 * correlated. A score rests on its highest clusters: what hangs together within them needs no term
 * of its own in the linearised variance ("ultimate clusters", Kalton 1979; Wolter 2007, §2.4).
 */
enum Clusters {
  /** Cases, in the score of an institution. */
  CASES {
    @Override
    boolean isClustered(Measure measure) {
      return MeasureSums.isClustered(measure);
    }
  },
  /**
   * Institutions, in the score of a group of them: even of one question each has many judgements.
   */
  INSTITUTIONS {
    @Override
    boolean isClustered(Measure measure) {
      return true;
    }
  };

  /** Whether a cluster may have more than one judgement of a measure. */
  abstract boolean isClustered(Measure measure);
}
