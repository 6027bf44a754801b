package org.trustbench.feed;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
record PostgresUrl(String url, String place) {
  private static final String FORM = "jdbc:postgresql://HOST:PORT/DATABASE";

  static PostgresUrl of(String url) {
    int query = url.indexOf('?');
    String address = query < 0 ? url : url.substring(0, query);
    if (address.contains("@") || hasPassword(query < 0 ? "" : url.substring(query + 1))) {
      throw PipelineException.usage(
          "--to holds a password, or a user as of a web address: give %s, the user by PGUSER and the password by PGPASSWORD or ~/.pgpass"
              .formatted(FORM));
    }
    Properties parsed = Driver.parseURL(url, new Properties());
    if (parsed == null
        || !address.matches("jdbc:postgresql://[^/]+/[^/]+|jdbc:postgresql:[^/:]+")) {
      throw PipelineException.usage("--to %s is not like %s".formatted(address, FORM));
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

  /** The properties of the connection besides the URL. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "trustbench feed");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    set(properties, "user", System.getenv("PGUSER"));
    set(properties, "password", System.getenv("PGPASSWORD"));
    return properties;
  }

  private static void set(Properties properties, String name, String value) {
    if (value != null && !value.isEmpty()) {
      properties.setProperty(name, value);
    }
  }
}
