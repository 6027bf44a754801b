package org.trustbench.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trustbench.cluster.StandaloneCluster;

/**
 * The product on Spark's own standalone cluster, of one and of two workers with a core each. A
 * worker and its executor keep to a core of their own, as on a machine that has one; the driver and
 * the master run on any.
 */
final class OnCluster {
  private static final List<String> JOBS = List.of("run", "ingest");

  private final Workshop workshop;
  private final Settings settings;

  OnCluster(Workshop workshop, Settings settings) {
    this.workshop = workshop;
    this.settings = settings;
  }

  String measure() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    for (double scale : settings.scales()) {
      Findings findings = new Findings("Standalone cluster, " + Benchmarks.judgements(scale));
      for (int round = 0; round < settings.rounds(); round++) {
        Path sent = new Input(workshop).programme("sent", scale, "long", settings.seed() + round);
        for (int workers : List.of(1, 2)) {
          onWorkers(findings, sent, workers);
        }
      }
      JOBS.forEach(job -> findings.compare(named(job, 1), named(job, 2)));
      text.append(findings.markdown());
    }
    return text.toString();
  }

  private void onWorkers(Findings findings, Path sent, int workers)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(workshop.fresh("cluster"));
    try (StandaloneCluster cluster = StandaloneCluster.start(folder, workers, "3g")) {
      for (int core = 0; core < workers; core++) {
        keepToCore(cluster.workers().get(core), core);
      }
      for (String job : JOBS) {
        Product product = new Product(workshop, "product", sent);
        findings.add(
            named(job, workers),
            product.submit(
                job,
                "--master",
                cluster.master(),
                "--conf",
                "spark.executor.memory=2g",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.scheduler.minRegisteredResourcesRatio=1.0",
                "--conf",
                "spark.scheduler.maxRegisteredResourcesWaitingTime=120s"));
        product.delete();
      }
    }
  }

  /** Keeps a process, all its threads, and the executors it starts from now on to a core. */
  private static void keepToCore(ProcessHandle worker, int core)
      throws IOException, InterruptedException {
    String[] command = {
      "taskset", "--all-tasks", "--cpu-list", "--pid", "" + core, "" + worker.pid()
    };
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("a worker cannot be kept to core %d: %s".formatted(core, said));
    }
  }

  private static String named(String job, int workers) {
    return "%s, %d worker%s (CPU and memory: the driver)"
        .formatted(job, workers, workers == 1 ? "" : "s");
  }
}
