package org.trustbench.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the comparisons of a whole national programme add to a cold run on a lake that is ready: few
 * and many judgements behind the same trusts. Neither time nor memory may grow with what lies
 * behind the tallies.
 */
final class Comparisons {
  private static final List<Double> SCALES = List.of(1.0, 8.0);

  private final Workshop workshop;
  private final Settings settings;

  Comparisons(Workshop workshop, Settings settings) {
    this.workshop = workshop;
    this.settings = settings;
  }

  String measure() throws IOException, InterruptedException {
    List<Product> ready = new ArrayList<>();
    for (double scale : SCALES) {
      Path sent = new Input(workshop).programme("sent-" + scale, scale, "long", settings.seed());
      Product product = new Product(workshop, "lake-" + scale, sent);
      product.submit("ingest");
      ready.add(product);
    }
    Findings findings = new Findings("Comparisons on a lake that is ready");
    for (int round = 0; round < settings.rounds(); round++) {
      for (int s = 0; s < SCALES.size(); s++) {
        String of = Benchmarks.judgements(SCALES.get(s));
        // A setting of its own makes a release of its own.
        findings.add(
            "run: " + of, ready.get(s).run("--reliable-from", Integer.toString(round + 10)));
        findings.addStage("of that, benchmark: " + of, ready.get(s).stageSeconds("benchmark"));
      }
    }
    return findings.markdown();
  }
}
