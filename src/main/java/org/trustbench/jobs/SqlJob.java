package org.trustbench.jobs;

import static org.trustbench.jobs.settings.PlaceSettings.LAKE;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.trustbench.PipelineException;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.terminal.Failure;
import org.trustbench.lake.file.LostFileException;
import org.trustbench.lake.sql.LakeSql;
import org.trustbench.message.Counted;
import org.trustbench.summary.AnswerTable;
import org.trustbench.summary.grid.TerminalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the lake questions in Spark SQL, given as an argument or on standard input. */
@Command(
    name = "sql",
    description = "Ask the lake in Spark SQL; without QUERY, what standard input says.",
    footer = {
      "trustbench sql \"show tables\"",
      "trustbench sql --format csv --rows 10 \"select * from submissions\""
    })
final class SqlJob extends Job {
  /** Characters of CSV that are printed together. */
  private static final int CHUNK = 1 << 16;

  /** How answers are printed. */
  enum Format {
    table,
    csv
  }

  @Parameters(arity = "0..1", paramLabel = "QUERY", description = "what is asked")
  private String query;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, or csv for other programs; default: ${DEFAULT-VALUE}")
  private Format format;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000",
      description = "rows of a table shown at most; csv has all; default: ${DEFAULT-VALUE}")
  private int rows;

  @Override
  List<Setting<?>> uses() {
    return List.of(LAKE);
  }

  /** The answers alone are on standard output. */
  @Override
  PrintStream voice() {
    return System.err;
  }

  @Override
  int run(Session session) {
    RuntimeVersions.present().checkSql();
    session.lake();
    session.runner().spark();
    LakeSql sql =
        LakeSql.open(session.framework(), session.lakePlace().catalog(), session.copies().next());
    if (query != null) {
      SqlText.of(query).all().forEach(statement -> answer(sql, statement));
    } else {
      askInput(sql, System.console());
    }
    return DONE;
  }

  /** Each statement is answered as soon as it is ended; at a terminal, mistakes end nothing. */
  private void askInput(LakeSql sql, Console terminal) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String typed = "";
    try {
      prompt(terminal, typed);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        SqlText text = SqlText.of(typed + line + "\n");
        text.statements().forEach(statement -> answer(sql, statement, terminal));
        typed = text.rest().isBlank() ? "" : text.rest();
        prompt(terminal, typed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SqlText.of(typed).all().forEach(statement -> answer(sql, statement, terminal));
  }

  private static void prompt(Console terminal, String typed) {
    if (terminal != null) {
      System.err.print(typed.isEmpty() ? "lake> " : "    > ");
      System.err.flush();
    }
  }

  private void answer(LakeSql sql, String statement, Console terminal) {
    try {
      answer(sql, statement);
    } catch (PipelineException e) {
      if (terminal == null) {
        throw e;
      }
      System.err.println(e.getMessage());
    }
  }

  private void answer(LakeSql sql, String statement) {
    try {
      print(sql.ask(statement));
    } catch (RuntimeException e) {
      if (e instanceof SparkThrowable && Failure.find(e, LostFileException.class) == null) {
        throw PipelineException.failed("sql: " + e.getMessage().strip(), e);
      }
      throw e;
    }
  }

  private void print(Dataset<Row> answer) {
    if (answer.columns().length == 0) {
      return;
    }
    if (format == Format.csv) {
      printCsv(answer);
      return;
    }
    List<Row> found = answer.takeAsList(rows == Integer.MAX_VALUE ? rows : rows + 1);
    List<List<String>> cells = found.stream().limit(rows).map(SqlJob::cells).toList();
    StructField[] fields = answer.schema().fields();
    List<Boolean> areNumbers = Arrays.stream(fields).map(SqlJob::isNumber).toList();
    String title =
        found.size() > rows
            ? "The first " + (rows == 1 ? "row" : Counted.of(rows, "row"))
            : Counted.of(cells.size(), "row");
    TerminalTable.lines(
            AnswerTable.of(title, List.of(answer.columns()), areNumbers, cells), Integer.MAX_VALUE)
        .forEach(System.out::println);
  }

  private static void printCsv(Dataset<Row> answer) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(answer.columns());
      Iterator<Row> each = answer.toLocalIterator();
      while (each.hasNext()) {
        csv.writeRecord(cells(each.next()));
        if (text.getBuffer().length() > CHUNK) {
          System.out.print(text);
          text.getBuffer().setLength(0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.print(text);
  }

  private static boolean isNumber(StructField field) {
    return field.dataType() instanceof NumericType;
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(row.isNullAt(i) ? "" : String.valueOf(row.get(i)));
    }
    return cells;
  }
}
