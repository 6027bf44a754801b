package org.trustbench.feed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustbench.environment.Failpoint;
import org.trustbench.support.Launched;
import org.trustbench.support.Paused;

/** The job {@code feed} as a process of its own. */
final class FeedProcess {
  private FeedProcess() {}

  /** Runs it to its end. */
  static Launched run(Path output, Map<String, String> environment, String... arguments) {
    return Launched.run(environment, words(output, arguments));
  }

  /** Starts it, to wait at a moment. */
  static Paused paused(Failpoint at, Path output, String... arguments) {
    return Paused.start(at, output, words(output, arguments));
  }

  /** A killed process leaves its native library in the folder for such things. */
  private static List<String> words(Path output, String... arguments) {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> words =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "exec java $TRUSTBENCH_JAVA_OPTS -Djava.io.tmpdir="
                    + output
                    + " -cp \"$0\" org.trustbench.jobs.Main feed \"$@\"",
                classes,
                "--output",
                output.toString()));
    words.addAll(List.of(arguments));
    return words;
  }
}
