package org.trustbench.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.support.JobsFolder;
import org.trustbench.support.Launched;

/**
 * The launch scripts with a program that is taken to be built, and a Spark that does what a script
 * of a test says.
 *
 * @param home where the program is
 * @param spark what {@code SPARK_HOME} names
 */
record ScriptsAlone(Path home, Path spark) {

  /** Lays both out; the Spark prints the locale's characters and each word that it is given. */
  static ScriptsAlone in(Path folder) throws IOException {
    Path home = folder.toRealPath().resolve("a home");
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("target/spark/jars"));
    JobsFolder.copyTo(home.resolve("jobs"));
    Files.writeString(home.resolve("pom.xml"), "");
    Path jar = Files.writeString(home.resolve("target/trustbench.jar"), "");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    ScriptsAlone made = new ScriptsAlone(home, folder.resolve("spark"));
    Files.createDirectories(made.spark.resolve("bin"));
    made.spark("echo \"charmap $(locale charmap)\"\nprintf '[%s]\\n' \"$@\"\n");
    return made;
  }

  /** What the Spark is to do. */
  void spark(String script) throws IOException {
    Path submit = Files.writeString(spark.resolve("bin/spark-submit"), "#!/bin/bash\n" + script);
    if (!submit.toFile().setExecutable(true)) {
      throw new IOException(submit + " cannot be made a program");
    }
  }

  /** A jar that the Spark seems to have. */
  void jarOfSpark(String name) throws IOException {
    Files.createDirectories(spark.resolve("jars"));
    Files.writeString(spark.resolve("jars/" + name), "");
  }

  /** Runs {@code jobs/submit} with words. */
  Launched submit(Map<String, String> environment, String... words) {
    List<String> all = new ArrayList<>(List.of(home.resolve("jobs/submit").toString()));
    all.addAll(List.of(words));
    return script(environment, "exec bash \"$@\"", all.toArray(String[]::new));
  }

  /** Runs a script of the shell. */
  Launched script(Map<String, String> environment, String script, String... words) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("SPARK_HOME", spark.toString());
    List<String> command = new ArrayList<>(List.of("bash", "-c", script, "submit"));
    command.addAll(List.of(words));
    return Launched.run(all, command);
  }
}
