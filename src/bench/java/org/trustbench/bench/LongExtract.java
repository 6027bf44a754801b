package org.trustbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A programme as one long extract, each row of which repeats what its case is like: the product's
 * ingest, and a script for DuckDB on the same file. That both count the same is checked each time.
 */
final class LongExtract {
  private static final String RUN = "product: run to a release";
  private static final String INGEST = "product: ingest alone";
  private static final String PEER = "DuckDB: ingest and tallies";
  private static final String LAYOUT = "national-long";

  private final Workshop workshop;
  private final Settings settings;

  LongExtract(Workshop workshop, Settings settings) {
    this.workshop = workshop;
    this.settings = settings;
  }

  String measure() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    for (double scale : settings.scales()) {
      Findings findings = new Findings("One long extract, " + Benchmarks.judgements(scale));
      for (int round = 0; round < settings.rounds(); round++) {
        round(findings, scale, settings.seed() + round);
      }
      findings.compare(INGEST, PEER);
      findings.compare(RUN, PEER);
      text.append(findings.markdown());
    }
    return text.toString();
  }

  private void round(Findings findings, double scale, long seed)
      throws IOException, InterruptedException {
    Path sent = workshop.fresh("sent");
    Path extract = sent.resolve("extract.csv");
    List<String> flags =
        List.of(
            "--framework",
            framework(sent.resolve("framework")).toString(),
            "--extract",
            extract.toString());
    synthesise(extract, sent.resolve("framework"), scale, seed);
    Product product = new Product(workshop, "product", flags);
    findings.add(INGEST, product.submit("ingest"));
    product.delete();
    findings.add(PEER, workshop.extract(sent));
    findings.add(RUN, product.submit("run"));
    Agreement.checkTallies(product.release(), workshop.folder("peer"));
    product.delete();
    workshop.delete("sent");
  }

  private void synthesise(Path extract, Path framework, double scale, long seed)
      throws IOException, InterruptedException {
    workshop.run(
        List.of(
            "jobs/submit",
            "synthesise",
            "--to=" + extract,
            "--framework=" + framework,
            "--layout=" + LAYOUT,
            "--scale=" + scale,
            "--seed=" + seed));
  }

  /** The framework of the samples with a layout of one row a judgement. */
  private Path framework(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of("questions.csv", "trusts.csv")) {
      try (InputStream file = form(name)) {
        Files.copy(file, folder.resolve(name));
      }
    }
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json;
    try (InputStream file = form("framework.json")) {
      json = (ObjectNode) mapper.readTree(file);
    }
    ObjectNode layout = json.putArray("layouts").addObject();
    layout.put("id", LAYOUT).put("title", "One row a judgement").put("trust", "trust");
    layout.putArray("case_key").add("case_id");
    layout.put("evidence", "evidence").put("question", "question_id").put("answer", "answer");
    ObjectNode attributes = layout.putObject("attributes");
    workshop.framework().attributes().forEach(one -> attributes.put(one.id(), one.id()));
    layout.put("inspection_id", "{trust}-2013-14").put("synthetic", "synthetic");
    layout.put("date", "date").put("date_format", "yyyy-MM-dd");
    mapper.writeValue(folder.resolve("framework.json").toFile(), json);
    return folder;
  }

  private static InputStream form(String name) {
    return LongExtract.class.getResourceAsStream("/frameworks/iaow-2013/" + name);
  }
}
