package org.trustbench.jobs.repair;

import java.util.List;
import org.trustbench.lake.repair.FileFault;

/** A damaged file of the lake in one line: what is wrong, what it means, and what to do. */
public final class FaultMessages {
  /** What helps where rows are lost, or tallies. */
  static final String AGAIN =
      "run check --repair with what was sent, or restore it from a copy of the lake";

  private static final int MOST = 5;

  private FaultMessages() {}

  /**
   * The line.
   *
   * @param inspections whose rows it held, with the name of what was sent
   */
  public static String of(FileFault fault, List<String> inspections) {
    String file = fault.file() + " " + fault.what();
    return switch (fault.kind()) {
      case CATALOG -> fault.what();
      case TABLE ->
          file
              + ": a table of the lake cannot be read without it: restore it from a copy of the lake, or ingest what was sent into a new lake by --lake";
      case ROWS ->
          "%s: it held what was sent for %s: %s".formatted(file, named(inspections), AGAIN);
      case TALLIES ->
          "%s: it held the tallies of %s: %s".formatted(file, named(inspections), AGAIN);
      case COPY ->
          file
              + ": it is the copy of what the catalog says, and is written again as a job ends that can open the lake";
      case NOTHING ->
          file
              + ": neither the present nor a release needs it: delete it and the .sum beside it, or restore it";
    };
  }

  private static String named(List<String> inspections) {
    return inspections.isEmpty()
        ? "no inspection that is still needed"
        : inspections.size() <= MOST
            ? String.join(", ", inspections)
            : "%s and %d more"
                .formatted(
                    String.join(", ", inspections.subList(0, MOST)), inspections.size() - MOST);
  }
}
