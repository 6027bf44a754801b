package org.trustbench.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.benchmark.Inspected;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;

/** Small releases in a folder, each told apart by its numbers. */
public final class SmallReleases {
  /** The trust that was inspected twice. */
  public static final int FIRST = 0;

  private SmallReleases() {}

  /**
   * Publishes a release of one inspection of each of the first trusts of the register, and of
   * another of the very first.
   *
   * @param sufficient of 20 cases, by trust; the last of the second inspection of the first trust
   */
  public static ReleaseFolder publish(Path output, int... sufficient) {
    Framework framework = Programmes.framework(Programmes.PROBATION);
    List<Inspected> inspections =
        new ArrayList<>(
            Programmes.inspections(framework, Arrays.copyOf(sufficient, sufficient.length - 1)));
    String code = framework.trusts().get(FIRST).code();
    inspections.add(
        Programmes.inspection(
            framework, FIRST, "5", code + "-2015-01", sufficient[sufficient.length - 1]));
    ReleaseContent content = Programmes.content(framework, inspections);
    Map<String, String> submissions = new TreeMap<>();
    for (int i = 0; i < inspections.size(); i++) {
      submissions.put(inspections.get(i).inspectionId(), "%064x".formatted(sufficient[i]));
    }
    Release.Inputs inputs =
        new Release.Inputs(
            "test", submissions, Map.of(), Map.of("draws", 200, "score_rule", "pooled"));
    Path folder = Release.publish(output, content, inputs, "<p>a page</p>", Map.of());
    String id = folder.getFileName().toString();
    Release.name(output, id);
    return ReleaseFolder.open(output, id);
  }
}
