package org.trustbench.lake.file;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.hadoop.util.VersionInfo;
import org.trustbench.PipelineException;

/** The name of the user under which this process calls Hadoop and Spark. */
public final class HadoopUser {
  private static final String NO_NAME = "?";

  private HadoopUser() {}

  /**
   * Makes sure that Hadoop runs on this Java, which later ones keep it from.
   *
   * @throws PipelineException if it does not
   */
  public static void ensureRuns() {
    ensureRuns(UserGroupInformation::getCurrentUser);
  }

  static void ensureRuns(Callable<?> asked) {
    try {
      asked.call();
    } catch (UnsupportedOperationException e) {
      throw PipelineException.failed(
          "Hadoop %s, which this Spark brings, does not run on Java %d: name Java 17 or 21 by JAVA_HOME, or take a Spark with Hadoop 3.5"
              .formatted(VersionInfo.getVersion(), Runtime.version().feature()),
          e);
    } catch (Exception e) {
      // Whoever needs the user will say what is wrong with it.
    }
  }

  /**
   * Gives a name to a user that the machine knows by number alone, as containers have them: Hadoop
   * would not start for it. A name that {@code HADOOP_USER_NAME} says is taken.
   */
  public static void ensureName() {
    if (!System.getProperty("user.name", NO_NAME).equals(NO_NAME)) {
      return;
    }
    try {
      UserGroupInformation.getLoginUser();
    } catch (IOException e) {
      String told = System.getenv("HADOOP_USER_NAME");
      UserGroupInformation.setLoginUser(
          UserGroupInformation.createRemoteUser(told == null ? "trustbench" : told));
    }
  }
}
