package org.trustbench.jobs.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.Utils;
import org.trustbench.PipelineException;
import org.trustbench.lake.file.HadoopUser;
import org.trustbench.message.FailureCause;

/**
 * Starts Spark. What it would stumble over after minutes, or in many lines, is looked at before: a
 * master that does not answer, a machine or a user without a name, a folder that cannot be written.
 */
final class SparkStart {
  private static final Pattern MASTER = Pattern.compile("([^,/]+):(\\d+)");
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int PATIENCE_MILLIS = 5_000;

  private final SparkConf conf;
  private final SparkOptions options;

  SparkStart(SparkConf conf, SparkOptions options) {
    this.conf = conf;
    this.options = options;
  }

  JavaSparkContext start() {
    conf.set("spark.master", options.master());
    conf.setIfMissing("spark.app.name", "trustbench");
    if (options.isHere()) {
      conf.setIfMissing("spark.ui.enabled", "false");
    }
    boolean isOnThisMachine =
        options.master().matches("local.*|spark://(127\\.0\\.0\\.1|localhost):.*");
    if (isOnThisMachine) {
      conf.setIfMissing("spark.driver.host", "localhost");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    checkName(isOnThisMachine);
    HadoopUser.ensureName();
    HadoopUser.ensureRuns();
    TemporaryFolders.checkThoseOfSpark(conf);
    if (options.master().startsWith("spark://")) {
      checkAnswers();
    }
    return new JavaSparkContext(conf);
  }

  /** Spark asks for the machine's own name, also where nobody else will. */
  private static void checkName(boolean isOnThisMachine) {
    if (System.getenv("SPARK_LOCAL_HOSTNAME") != null || System.getenv("SPARK_LOCAL_IP") != null) {
      return;
    }
    try {
      InetAddress.getLocalHost();
    } catch (UnknownHostException e) {
      if (!isOnThisMachine) {
        throw PipelineException.failed(
            "this machine's own name cannot be resolved (%s): add it to /etc/hosts, or set SPARK_LOCAL_IP to an address that the cluster can reach"
                .formatted(e.getMessage()),
            e);
      }
      Utils.setCustomHostname("localhost");
    }
  }

  private void checkAnswers() {
    List<String> tried = new ArrayList<>();
    for (int i = 0; i < ATTEMPTS; i++) {
      tried.clear();
      Matcher each = MASTER.matcher(options.master().substring("spark://".length()));
      while (each.find()) {
        try (Socket socket = new Socket()) {
          socket.connect(
              new InetSocketAddress(
                  InetAddress.getByName(each.group(1)), Integer.parseInt(each.group(2))),
              PATIENCE_MILLIS);
          return;
        } catch (IOException | IllegalArgumentException e) {
          tried.add(FailureCause.of(e));
        }
      }
      LockSupport.parkNanos(tried.isEmpty() ? 0 : PAUSE.toNanos());
    }
    if (!tried.isEmpty()) {
      throw PipelineException.failed(
          "no master of Spark answers at %s (%s): start it, or name another by --master"
              .formatted(options.master(), String.join("; ", tried)));
    }
  }
}
