package org.trustbench.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.postgresql.Driver;
import org.trustbench.PipelineException;

/**
 * The address of a PostgreSQL database. User and password come from the environment or a password
 * file: a command line is read by everybody on the machine, so a password in it is refused, and
 * never repeated.
 *
 * @param place server and database, for messages
 */
public record PostgresUrl(String url, String place) {
  private static final String CODEBOOK = "jdbc:postgresql://HOST:PORT/DATABASE";

  /**
   * Reads an address.
   *
   * @param flag the flag that gave it, for messages
   * @throws PipelineException if it is none, or holds a password
   */
  public static PostgresUrl of(String flag, String url) {
    int query = url.indexOf('?');
    String address = query < 0 ? url : url.substring(0, query);
    if (address.contains("@") || hasPassword(query < 0 ? "" : url.substring(query + 1))) {
      throw PipelineException.usage(
          "%s holds a password, or a user as of a web address: give %s, the user by PGUSER and the password by PGPASSWORD or ~/.pgpass"
              .formatted(flag, CODEBOOK));
    }
    Properties parsed = Driver.parseURL(url, new Properties());
    if (parsed == null
        || !address.matches("jdbc:postgresql://[^/]+/[^/]+|jdbc:postgresql:[^/:]+")) {
      throw PipelineException.usage("%s %s is not like %s".formatted(flag, address, CODEBOOK));
    }
    String place =
        "%s:%s/%s"
            .formatted(
                parsed.getProperty("PGHOST", "localhost"),
                parsed.getProperty("PGPORT", "5432"),
                parsed.getProperty("PGDBNAME", ""));
    return new PostgresUrl(url, place);
  }

  private static boolean hasPassword(String query) {
    for (String one : query.split("&", -1)) {
      String name =
          URLDecoder.decode(
              one.replaceFirst("=.*", "").replace("%", "%25"), StandardCharsets.UTF_8);
      if (name.toLowerCase(Locale.ROOT).contains("password") || name.contains("%")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Connects.
   *
   * @param purpose what the connection is for, as the server's own lists show it
   */
  public Connection connect(String purpose) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "trustbench " + purpose);
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    set(properties, "user", System.getenv("PGUSER"));
    set(properties, "password", System.getenv("PGPASSWORD"));
    return new Driver().connect(url, properties);
  }

  private static void set(Properties properties, String name, String value) {
    if (value != null && !value.isEmpty()) {
      properties.setProperty(name, value);
    }
  }
}
