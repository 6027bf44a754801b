import io.trino.plugin.iceberg.IcebergPlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.MaterializedRow;
import io.trino.testing.QueryRunner;
import io.trino.testing.TestingSession;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a lake by Trino: {@code java Ask.java CATALOG.properties SCHEMA QUERY.sql ANSWER.csv}. The
 * first file is one as Trino's servers have in {@code etc/catalog}; {@code ${ENV:NAME}} in it is a
 * variable of the environment, as there.
 */
public final class Ask {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{ENV:(\\w+)}");

  private Ask() {}

  public static void main(String[] args) throws Exception {
    Map<String, String> catalog = catalog(Path.of(args[0]));
    String connector = catalog.remove("connector.name");
    var session = TestingSession.testSessionBuilder().setCatalog("lake").setSchema(args[1]).build();
    try (QueryRunner trino = DistributedQueryRunner.builder(session).setWorkerCount(0).build()) {
      trino.installPlugin(new IcebergPlugin());
      trino.createCatalog("lake", connector, catalog);
      var answer = trino.execute(Files.readString(Path.of(args[2])));
      String rows =
          answer.getMaterializedRows().stream().map(Ask::line).collect(Collectors.joining());
      Files.writeString(Path.of(args[3]), String.join(",", answer.getColumnNames()) + "\n" + rows);
    }
    // Threads of the server would keep the process.
    System.exit(0);
  }

  private static String line(MaterializedRow row) {
    return row.getFields().stream().map(String::valueOf).collect(Collectors.joining(",")) + "\n";
  }

  private static Map<String, String> catalog(Path file) throws IOException {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    }
    Map<String, String> catalog = new HashMap<>();
    read.forEach((name, value) -> catalog.put((String) name, resolved((String) value)));
    return catalog;
  }

  private static String resolved(String value) {
    return VARIABLE
        .matcher(value)
        .replaceAll(
            found -> {
              String variable = System.getenv(found.group(1));
              if (variable == null) {
                throw new IllegalArgumentException("No variable " + found.group(1) + " is set");
              }
              return Matcher.quoteReplacement(variable);
            });
  }
}
