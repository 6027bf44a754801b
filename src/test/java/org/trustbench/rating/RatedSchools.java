package org.trustbench.rating;

import org.trustbench.framework.Framework;
import org.trustbench.support.TinyFramework;

/** The framework of schools with ratings of teaching, of safety and of both, in three ways. */
final class RatedSchools {
  static final String RATINGS =
      """
      "ratings": {
        "whose": "Invented.",
        "scale": [
          { "id": "good", "label": "Good" },
          { "id": "fair", "label": "Fair" },
          { "id": "poor", "label": "Poor" }],
        "rules": [
          { "id": "teaching", "label": "Teaching", "score_of": "theme-A", "bands": [
            { "rating": "good", "at_least": 58 }, { "rating": "fair", "at_least": 40 },
            { "rating": "poor", "at_least": 0 }] },
          { "id": "safety", "label": "Safety", "score_of": "theme-B", "bands": [
            { "rating": "good", "at_least": 75 }, { "rating": "poor", "at_least": 0 }] },
          { "id": "worst", "label": "Worst", "lowest_of": ["teaching", "safety"] },
          { "id": "points", "label": "Points", "points_of": ["teaching", "safety"], "bands": [
            { "rating": "good", "at_least": 3 }, { "rating": "fair", "at_least": 1 },
            { "rating": "poor", "at_least": 0 }] },
          { "id": "limited", "label": "Limited", "points_of": ["teaching", "safety"], "bands": [
            { "rating": "good", "at_least": 2 }, { "rating": "poor", "at_least": 0 }],
            "limits": [{ "when": "safety", "is": "poor", "at_most": "fair" }] }]
      },
      """;

  private RatedSchools() {}

  static Framework read() {
    return TinyFramework.read(RatedSchools::in);
  }

  static String in(String json) {
    return json.replace("\"layouts\":", RATINGS + "\"layouts\":");
  }
}
