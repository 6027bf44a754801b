package org.trustbench.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How time and memory grow: with the format, with judgements, with inspections, with one of them.
 */
final class Growth {
  private static final List<Integer> TIMES = List.of(1, 10, 40);

  private final Workshop workshop;
  private final Input input;
  private final Settings settings;

  Growth(Workshop workshop, Settings settings) {
    this.workshop = workshop;
    this.input = new Input(workshop);
    this.settings = settings;
  }

  /** Makes the landing folder of a round. */
  private interface Landing {
    Path made(long seed) throws IOException, InterruptedException;
  }

  String formats() throws IOException, InterruptedException {
    Findings findings = new Findings("Formats, " + Benchmarks.judgements(settings.volume()));
    for (int round = 0; round < settings.rounds(); round++) {
      for (String format : List.of("long", "wide", "jsonl")) {
        product(
                findings,
                format,
                seed -> input.programme("sent", settings.volume(), format, seed),
                settings.seed() + round)
            .delete();
      }
    }
    findings.compare("run: wide", "run: long");
    findings.compare("run: jsonl", "run: long");
    return findings.markdown();
  }

  String judgements() throws IOException, InterruptedException {
    Findings findings = new Findings("Growth with judgements");
    for (int round = 0; round < settings.rounds(); round++) {
      for (double scale : settings.scales()) {
        String of = Benchmarks.judgements(scale);
        Product product =
            product(
                findings,
                of,
                seed -> input.programme("sent", scale, "long", seed),
                settings.seed() + round);
        peer(findings, of, product);
      }
    }
    return findings.markdown();
  }

  String inspections() throws IOException, InterruptedException {
    Findings findings =
        new Findings(
            "Growth with inspections, " + Benchmarks.judgements(settings.volume()) + " in all");
    for (int round = 0; round < settings.rounds(); round++) {
      for (int times : TIMES) {
        String of = times * workshop.framework().trusts().size() + " inspections";
        Product product =
            product(
                findings,
                of,
                seed -> input.split("sent", settings.volume(), times, seed),
                settings.seed() + round);
        peer(findings, of, product);
      }
    }
    return findings.markdown();
  }

  String giant() throws IOException, InterruptedException {
    Findings findings = new Findings("One inspection, " + Benchmarks.judgements(settings.giant()));
    for (int round = 0; round < settings.rounds(); round++) {
      Product product =
          product(
              findings,
              "one folder",
              seed -> input.giant("sent", settings.giant(), seed),
              settings.seed() + round);
      peer(findings, "one folder", product);
    }
    return findings.markdown();
  }

  private Product product(Findings findings, String of, Landing landing, long seed)
      throws IOException, InterruptedException {
    Product product = new Product(workshop, "product", landing.made(seed));
    // One bad row of a case is much of a small inspection, which is not to be refused for it.
    findings.add("run: " + of, product.run("--reject-tolerance", "1"));
    findings.addStage("of that, ingest: " + of, product.stageSeconds("ingest"));
    return product;
  }

  /** The tuned script on the same input, held to what the product made of it. */
  private void peer(Findings findings, String of, Product product)
      throws IOException, InterruptedException {
    findings.add("DuckDB, tuned: " + of, workshop.tuned(workshop.folder("sent")));
    Agreement.check(product.release(), workshop.folder("peer"));
    product.delete();
  }
}
