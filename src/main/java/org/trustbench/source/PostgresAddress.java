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
 * @param read the table or the query
 */
public record PostgresAddress(String given, PostgresUrl database, Read read) {
  public static final String SCHEME = "jdbc:postgresql:";
  private static final Pattern WHAT = Pattern.compile("(?s)(.*?)[?&](table|query)=(.*)");
  private static final Pattern SECRET = Pattern.compile("(?i)password\\s*=");
  private static final String CODEBOOK =
      "jdbc:postgresql://HOST/DATABASE?table=SCHEMA.TABLE or …?query=select …";

  /** What is read: a table or a query. */
  public sealed interface Read {
    /**
     * A table.
     *
     * @param name as SQL names it
     */
    record Table(String name) implements Read {}

    /**
     * A query.
     *
     * @param sql a {@code select}, without the semicolon at its end
     */
    record Query(String sql) implements Read {}
  }

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
      return new PostgresAddress(given, database, new Read.Query(query));
    }
    if (said.contains("&")) {
      throw PipelineException.usage(
          "--extract: table= is to stand last in the address of %s".formatted(database.place()));
    }
    return new PostgresAddress(given, database, new Read.Table(said));
  }

  /** The name that tables and messages quote. */
  public String name() {
    return read instanceof Read.Table table ? table.name().replace("\"", "") : "query";
  }
}
