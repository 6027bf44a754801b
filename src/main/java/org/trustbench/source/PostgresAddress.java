package org.trustbench.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.PipelineException;
import org.trustbench.database.PostgresUrl;

/**
 * What is read of a PostgreSQL database.
 *
 * @param given as somebody gave it
 * @param table as SQL names it; null for a query
 * @param query a {@code select}; null for a table
 */
public record PostgresAddress(String given, PostgresUrl database, String table, String query) {
  public static final String SCHEME = "jdbc:postgresql:";
  private static final Pattern WHAT = Pattern.compile("(?s)(.*?)[?&](table|query)=(.*)");
  private static final Pattern SECRET = Pattern.compile("(?i)password\\s*=");
  private static final String CODEBOOK =
      "jdbc:postgresql://HOST/DATABASE?table=SCHEMA.TABLE or …?query=select …";

  /**
   * Reads an address: {@code table=} or {@code query=} ends it.
   *
   * @throws PipelineException if it is none, or holds a password
   */
  public static PostgresAddress of(String given) {
    Matcher matcher = WHAT.matcher(given);
    boolean isSaid = matcher.matches();
    PostgresUrl database = PostgresUrl.of("--extract", isSaid ? matcher.group(1) : given);
    if (!isSaid || matcher.group(3).isBlank()) {
      throw PipelineException.usage(
          "--extract %s does not say what to read there: %s".formatted(database.place(), CODEBOOK));
    }
    String said = matcher.group(3).strip();
    if (SECRET.matcher(said).find()) {
      throw PipelineException.usage(
          "--extract holds a password: give the user by PGUSER and the password by PGPASSWORD or ~/.pgpass");
    }
    if (matcher.group(2).equals("query")) {
      String query = said.endsWith(";") ? said.substring(0, said.length() - 1) : said;
      if (!query.toLowerCase(Locale.ROOT).matches("(?s)(select|with|values|table)\\b.*")) {
        throw PipelineException.usage(
            "--extract: the query of %s does not begin with select: %s"
                .formatted(database.place(), CODEBOOK));
      }
      return new PostgresAddress(given, database, null, query);
    }
    if (said.contains("&")) {
      throw PipelineException.usage(
          "--extract: table= is to stand last in the address of %s".formatted(database.place()));
    }
    return new PostgresAddress(given, database, said, null);
  }

  /** The name that tables and messages quote. */
  public String name() {
    return table != null ? table.replace("\"", "") : "query";
  }
}
