package org.trustbench.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * How time and memory grow with institutions: one extract of many small ones, eight questions on
 * ten cases each, from the file to a finished release.
 */
final class Institutions {
  private static final List<Integer> COUNTS = List.of(2_000, 20_000);
  private static final int CASES = 10;
  private static final int QUESTIONS = 8;
  private static final int REGIONS = 9;

  private final Workshop workshop;
  private final Settings settings;

  Institutions(Workshop workshop, Settings settings) {
    this.workshop = workshop;
    this.settings = settings;
  }

  String measure() throws IOException, InterruptedException {
    Findings findings = new Findings("One extract of many institutions");
    for (int round = 0; round < settings.rounds(); round++) {
      for (int count : COUNTS) {
        Path sent = sent(count, settings.seed() + round);
        String of = "%,d institutions".formatted(count);
        findings.add("ingest: " + of, job("ingest", sent));
        findings.add("run: " + of, job("run", sent));
      }
    }
    workshop.delete("institutions");
    return findings.markdown();
  }

  private Measured job(String job, Path sent) throws IOException, InterruptedException {
    workshop.delete("product");
    return workshop.run(
        List.of(
            "jobs/submit",
            job,
            "--framework",
            sent.resolve("framework").toString(),
            "--extract",
            sent.resolve("extract.csv").toString(),
            "--lake",
            workshop.folder("product").resolve("lake").toString(),
            "--output",
            workshop.folder("product").resolve("output").toString()));
  }

  private Path sent(int count, long seed) throws IOException {
    Path folder = workshop.fresh("institutions");
    Path framework = Files.createDirectories(folder.resolve("framework"));
    try (InputStream json = Institutions.class.getResourceAsStream("institutions.json")) {
      Files.copy(json, framework.resolve("framework.json"));
    }
    StringBuilder questions =
        new StringBuilder("id,label,text,sections,answers,sufficient,evidence,applies_when\n");
    for (int q = 0; q < QUESTIONS; q++) {
      questions.append(
          "q%d,Question %d,Was question %d met?,%d.%d,yes|no,yes,case,\n"
              .formatted(q + 1, q + 1, q + 1, 1 + q / 4, 1 + q / 2 % 2));
    }
    Files.writeString(framework.resolve("questions.csv"), questions);
    Random random = new Random(seed);
    try (BufferedWriter trusts = writer(framework.resolve("trusts.csv"));
        BufferedWriter extract = writer(folder.resolve("extract.csv"))) {
      trusts.write("code,name,aliases,region\n");
      extract.write("Home,Case,Need,Date,Synthetic,Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8\n");
      for (int home = 0; home < count; home++) {
        trusts.write("home-%05d,Home %05d,,Region %d\n".formatted(home, home, 1 + home % REGIONS));
        cases(extract, home, random);
      }
    }
    return folder;
  }

  private static BufferedWriter writer(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  private static void cases(BufferedWriter extract, int home, Random random) throws IOException {
    double share = Math.max(0.3, Math.min(0.97, 0.75 + 0.08 * random.nextGaussian()));
    for (int one = 0; one < CASES; one++) {
      extract.write(
          "Home %05d,C%d,%s,%02d/03/2024,yes"
              .formatted(home, one, random.nextBoolean() ? "low" : "high", 1 + random.nextInt(28)));
      for (int q = 0; q < QUESTIONS; q++) {
        extract.write(
            random.nextInt(20) == 0 ? ",na" : random.nextDouble() < share ? ",yes" : ",no");
      }
      extract.write('\n');
    }
  }
}
