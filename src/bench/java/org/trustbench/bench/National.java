package org.trustbench.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A national programme from what was sent to a finished release, and beside it what others need for
 * a part of that work. All meet files that were written a moment ago, and so are in memory.
 */
final class National {
  private static final String RUN = "product: run to a release";
  private static final String INGEST = "product: ingest alone";
  private static final String TUNED = "DuckDB, tuned: ingest and tallies";
  private static final String STRAIGHTFORWARD = "DuckDB, straightforward: ingest and tallies";
  private static final String LIMIT = "limit: bytes read, lines counted";
  private static final List<String> STAGES = List.of("ingest", "score", "benchmark");

  private final Workshop workshop;
  private final Input input;
  private final Settings settings;

  National(Workshop workshop, Settings settings) {
    this.workshop = workshop;
    this.input = new Input(workshop);
    this.settings = settings;
  }

  String measure() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    for (double scale : settings.scales()) {
      Findings findings = new Findings("National programme, " + Benchmarks.judgements(scale));
      for (int round = 0; round < settings.rounds(); round++) {
        round(findings, scale, settings.seed() + round);
      }
      findings.compare(RUN, TUNED);
      findings.compare(INGEST, TUNED);
      findings.compare(RUN, STRAIGHTFORWARD);
      findings.compare("product: one of 35 changed", RUN);
      text.append(findings.markdown());
    }
    return text.toString();
  }

  private void round(Findings findings, double scale, long seed)
      throws IOException, InterruptedException {
    Path sent = input.programme("sent", scale, "long", seed);
    Product product = new Product(workshop, "product", sent);
    findings.add(RUN, product.run());
    for (String stage : STAGES) {
      findings.addStage("product: of that, " + stage, product.stageSeconds(stage));
    }
    findings.add(TUNED, workshop.tuned(sent));
    Agreement.check(product.release(), workshop.folder("peer"));
    Product ingest = new Product(workshop, "ingest", sent);
    findings.add(INGEST, ingest.submit("ingest"));
    ingest.delete();
    if (scale <= settings.straightforwardUpTo()) {
      findings.add(STRAIGHTFORWARD, workshop.straightforward(sent));
      Agreement.check(product.release(), workshop.folder("peer"));
    }
    findings.add(LIMIT, workshop.limit(sent));
    findings.add("product: nothing changed", product.run());
    String changed = input.replaceOne(sent, scale, seed + 1_000_000);
    findings.add("product: one of 35 changed", product.run("--accept", changed));
    product.delete();
    workshop.delete("sent");
  }
}
