package org.trustbench.synth;

import java.util.stream.IntStream;

/** Which reading of the rows of an inspection a file holds. */
enum SyntheticReading {
  FIRST,
  SECOND;

  /** The rows that were read. */
  int[] rows(SyntheticInspection inspection) {
    return switch (this) {
      case FIRST -> IntStream.range(0, inspection.rows()).toArray();
      case SECOND ->
          inspection.secondAnswers().keySet().stream().mapToInt(Integer::intValue).toArray();
    };
  }

  byte answer(SyntheticInspection inspection, int row, int question) {
    return switch (this) {
      case FIRST -> inspection.answer(row, question);
      case SECOND -> inspection.secondAnswers().get(row)[question];
    };
  }

  String inspector(SyntheticInspection inspection, int row) {
    SyntheticTeam team = inspection.team();
    return switch (this) {
      case FIRST -> team.first(row).id();
      case SECOND -> team.second(row).id();
    };
  }
}
