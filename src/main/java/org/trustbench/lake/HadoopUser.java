package org.trustbench.lake;

import java.io.IOException;
import org.apache.hadoop.security.UserGroupInformation;

/** Who this process is to Hadoop, and so to Spark. */
public final class HadoopUser {
  private static final String NO_NAME = "?";

  private HadoopUser() {}

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
