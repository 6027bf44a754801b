package org.trustbench.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * From what was sent to what is published: the product, and in turns with it a script in R as
 * analysts write it, with data.table, ggplot2, openxlsx and rmarkdown. That the script rejects the
 * same lines and counts the same is checked each time.
 */
final class WholeJob {
  private static final String RUN = "product: run to a release";
  private static final String SCRIPT = "R: read, validate, score, compare, draw, workbook, report";

  private final Workshop workshop;
  private final Settings settings;

  WholeJob(Workshop workshop, Settings settings) {
    this.workshop = workshop;
    this.settings = settings;
  }

  String measure() throws IOException, InterruptedException {
    Input input = new Input(workshop);
    StringBuilder text = new StringBuilder();
    for (double scale : settings.scales()) {
      Findings findings = new Findings("The whole job, " + Benchmarks.judgements(scale));
      for (int round = 0; round < settings.rounds(); round++) {
        Path sent = input.programme("sent", scale, "long", settings.seed() + round);
        Product product = new Product(workshop, "product", sent);
        findings.add(RUN, product.run());
        findings.add(SCRIPT, workshop.analyst(sent));
        Agreement.check(product.release(), workshop.folder("peer"));
        product.delete();
        workshop.delete("sent");
      }
      findings.compare(RUN, SCRIPT);
      text.append(findings.markdown());
    }
    return text.toString();
  }
}
