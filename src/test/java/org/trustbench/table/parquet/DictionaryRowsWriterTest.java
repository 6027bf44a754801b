package org.trustbench.table.parquet;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.classic.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.SharedSpark;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/**
 * Files of codes hold what files of rows hold, to every reader: Parquet's own library, Spark and
 * DuckDB.
 */
class DictionaryRowsWriterTest {
  @RegisterExtension static final SharedSpark SPARK = new SharedSpark();

  private record Row(String name, String sort, String same, long line) {}

  private static final Table<Row> TABLE =
      new Table<>(
          "things",
          "One row per thing.",
          List.of("name"),
          List.of(
              Column.text("name", "what it is called", Row::name),
              Column.text("sort", "what sort of thing", Row::sort),
              Column.text("same", "what all are", Row::same),
              Column.integer("line", "", "where it came from", Row::line)));

  private static final List<String> NAMES = TABLE.columnNames();

  @TempDir Path folder;

  private static List<Row> rows(int count) {
    Random random = new Random(count);
    List<String> sorts =
        Arrays.asList(
            "", null, "a", "b, \"c\"\n", "é", "日本", "z".repeat(300), "\uD83D\uDE00", "\u0000");
    List<Row> rows = new ArrayList<>();
    String name = "first";
    for (int i = 0; i < count; i++) {
      if (random.nextInt(20) == 0) {
        name = random.nextInt(50) == 0 ? null : "thing " + random.nextInt(5_000);
      }
      int line = random.nextInt(100) == 0 ? random.nextInt() : i;
      rows.add(new Row(name, sorts.get(random.nextInt(sorts.size())), "same", line));
    }
    return rows;
  }

  private static List<List<Object>> values(List<Row> rows) {
    return rows.stream()
        .map(row -> Arrays.<Object>asList(row.name, row.sort, row.same, row.line))
        .toList();
  }

  private Path written(List<Row> rows) throws IOException {
    Path file = folder.resolve("codes.parquet");
    long written =
        DictionaryRowsWriter.write(
            new LocalOutputFile(file),
            TABLE,
            name -> NAMES.indexOf(name) + 1,
            new DictionaryRowsList<>(TABLE, rows));
    assertThat(written).isEqualTo(rows.size());
    return file;
  }

  private static List<List<Object>> read(Path file, int page) throws IOException {
    try (DictionaryRowsReader coded = new DictionaryRowsReader(new LocalInputFile(file), NAMES)) {
      int[][] columns = new int[NAMES.size()][page];
      List<List<Object>> rows = new ArrayList<>();
      for (int found = coded.next(columns); found > 0; found = coded.next(columns)) {
        for (int i = 0; i < found; i++) {
          List<Object> row = new ArrayList<>();
          for (int column = 0; column < columns.length; column++) {
            List<String> texts = coded.texts().get(column);
            int code = columns[column][i];
            row.add(
                texts == null
                    ? (Object) (long) code
                    : code == DictionaryRows.NONE ? null : texts.get(code));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  private static List<List<Object>> bySpark(Path file, boolean isVectorized) {
    SparkSession session = new SparkSession(SPARK.context().sc()).newSession();
    session.conf().set("spark.sql.parquet.enableVectorizedReader", isVectorized);
    return session.read().parquet(file.toString()).collectAsList().stream()
        .map(row -> Arrays.asList(row.get(0), row.get(1), row.get(2), row.get(3)))
        .toList();
  }

  private static List<List<Object>> byDuckDb(Path file, String where) throws SQLException {
    try (Connection connection =
            new org.duckdb.DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select * from '%s' %s".formatted(file, where))) {
      List<List<Object>> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(
            Arrays.asList(
                found.getString(1), found.getString(2), found.getString(3), found.getLong(4)));
      }
      return rows;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 1_000, 20_000, 45_001})
  void rows_come_back_the_same_from_every_reader(int count) throws Exception {
    List<Row> rows = rows(count);
    List<List<Object>> expected = values(rows);
    Path file = written(rows);
    Path plain = folder.resolve("rows.parquet");
    ParquetRowsWriter.write(new LocalOutputFile(plain), TABLE, rows.iterator());

    assertThat(read(file, 1_024)).isEqualTo(expected);
    assertThat(read(plain, 1_000)).isEqualTo(expected);
    assertThat(byDuckDb(file, "")).isEqualTo(expected);
    assertThat(bySpark(file, true)).isEqualTo(expected);
    assertThat(bySpark(file, false)).isEqualTo(expected);
  }

  /** Rows enough for two row groups. */
  private static final class ManyRows implements DictionaryRows {
    static final int COUNT = 4_500_000;
    static final int OF_A_NAME = 15;

    private final List<List<String>> texts =
        Arrays.asList(
            IntStream.range(0, COUNT / OF_A_NAME).mapToObj(i -> "thing " + i).toList(),
            List.of("a", "b", "never", "c"),
            List.of("same"),
            null);
    private int row;

    @Override
    public List<List<String>> texts() {
      return texts;
    }

    static int sort(int row) {
      return row % 7 == 0 ? NONE : row % 5 == 0 ? 3 : row % 2;
    }

    @Override
    public int next(int[][] page) {
      int count = Math.min(page[0].length, COUNT - row);
      for (int i = 0; i < count; i++, row++) {
        page[0][i] = row / OF_A_NAME;
        page[1][i] = sort(row);
        page[2][i] = 0;
        page[3][i] = row ^ 1;
      }
      return count;
    }
  }

  @Test
  void a_row_group_names_its_own_texts_alone() throws Exception {
    Path file = folder.resolve("many.parquet");
    DictionaryRowsWriter.write(
        new LocalOutputFile(file), TABLE, name -> NAMES.indexOf(name) + 1, new ManyRows());

    int row = 0;
    ManyRows expected = new ManyRows();
    try (DictionaryRowsReader coded = new DictionaryRowsReader(new LocalInputFile(file), NAMES)) {
      int[][] page = new int[NAMES.size()][10_000];
      for (int found = coded.next(page); found > 0; found = coded.next(page)) {
        List<List<String>> texts = coded.texts();
        for (int i = 0; i < found; i++, row++) {
          int sort = ManyRows.sort(row);
          String name = expected.texts().get(0).get(row / ManyRows.OF_A_NAME);
          if (!texts.get(0).get(page[0][i]).equals(name)
              || (sort == DictionaryRows.NONE
                  ? page[1][i] != DictionaryRows.NONE
                  : !texts.get(1).get(page[1][i]).equals(expected.texts().get(1).get(sort)))
              || !texts.get(2).get(page[2][i]).equals("same")
              || page[3][i] != (row ^ 1)) {
            throw new AssertionError("row " + row + " has come back as another");
          }
        }
      }
    }
    assertThat(row).isEqualTo(ManyRows.COUNT);
    assertThat(
            byDuckDb(
                file,
                "where name = 'thing 299999' and line = 4499997 or name = 'thing 0' and line = 1"))
        .containsExactly(
            Arrays.asList("thing 0", null, "same", 1L),
            Arrays.asList("thing 299999", "a", "same", 4_499_997L));
    assertThat(dictionaries(file))
        .containsExactly(List.of(4_000_000 / ManyRows.OF_A_NAME + 1, 3, 1), List.of(33_334, 3, 1));
  }

  private static final int PACKED = 150_000;

  @Test
  void many_rows_packed_by_another_program_come_back_the_same() throws Exception {
    SparkSession session = new SparkSession(SPARK.context().sc()).newSession();
    session
        .range(PACKED)
        .coalesce(1)
        .selectExpr("concat('thing ', id % 900) name", "id line", "concat('s', id % 7) sort")
        .write()
        .option("compression", "gzip")
        .parquet(folder.resolve("packed").toString());
    Path file;
    try (Stream<Path> files = Files.list(folder.resolve("packed"))) {
      file = files.filter(one -> one.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }

    int row = 0;
    try (DictionaryRowsReader coded =
        new DictionaryRowsReader(new LocalInputFile(file), List.of("name", "line", "sort"))) {
      int[][] page = new int[3][10_000];
      for (int found = coded.next(page); found > 0; found = coded.next(page)) {
        List<List<String>> texts = coded.texts();
        for (int i = 0; i < found; i++, row++) {
          if (!texts.get(0).get(page[0][i]).equals("thing " + row % 900)
              || page[1][i] != row
              || !texts.get(2).get(page[2][i]).equals("s" + row % 7)) {
            throw new AssertionError("row " + row + " has come back as another");
          }
        }
      }
    }
    assertThat(row).isEqualTo(PACKED);
  }

  /** How many texts the dictionaries of each row group have. */
  private static List<List<Integer>> dictionaries(Path file) throws IOException {
    List<List<Integer>> sizes = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      List<ColumnDescriptor> columns = reader.getFileMetaData().getSchema().getColumns();
      for (PageReadStore group = reader.readNextRowGroup();
          group != null;
          group = reader.readNextRowGroup()) {
        List<Integer> ofGroup = new ArrayList<>();
        for (ColumnDescriptor column : columns.subList(0, 3)) {
          ofGroup.add(group.getPageReader(column).readDictionaryPage().getDictionarySize());
        }
        sizes.add(ofGroup);
      }
    }
    return sizes;
  }

  @Test
  void a_reader_that_asks_for_some_rows_finds_all_of_them() throws Exception {
    List<Row> rows = rows(50_000);
    Path file = written(rows);
    assertThat(byDuckDb(file, "where line between 20100 and 20200"))
        .isEqualTo(
            values(rows.stream().filter(row -> row.line >= 20_100 && row.line <= 20_200).toList()));
    assertThat(byDuckDb(file, "where sort = 'é'"))
        .isEqualTo(values(rows.stream().filter(row -> "é".equals(row.sort)).toList()));
  }

  @Test
  void statistics_and_page_indexes_say_what_the_values_are() throws IOException {
    List<Row> rows = rows(45_001);
    Path file = written(rows);
    try (ParquetFileReader reader = open(file)) {
      assertThat(reader.getFileMetaData().getKeyValueMetaData())
          .containsEntry("description", "One row per thing.")
          .containsEntry("description.sort", "what sort of thing");
      assertThat(reader.getRowGroups()).hasSize(1);
      BlockMetaData group = reader.getRowGroups().get(0);
      assertThat(group.getRowCount()).isEqualTo(rows.size());
      for (int column = 0; column < NAMES.size(); column++) {
        ColumnChunkMetaData chunk = group.getColumns().get(column);
        List<Object> values = new ArrayList<>();
        for (List<Object> row : values(rows)) {
          values.add(row.get(column));
        }
        List<String> sorted = sorted(values);
        assertThat(chunk.getStatistics().minAsString()).isEqualTo(sorted.get(0));
        assertThat(chunk.getStatistics().maxAsString()).isEqualTo(sorted.get(sorted.size() - 1));
        assertThat(chunk.getStatistics().getNumNulls()).isEqualTo(nulls(values));

        ColumnIndex pages = reader.readColumnIndex(chunk);
        OffsetIndex offsets = reader.readOffsetIndex(chunk);
        assertThat(offsets.getPageCount()).isEqualTo(3);
        for (int page = 0; page < offsets.getPageCount(); page++) {
          List<Object> ofPage =
              values.subList(
                  (int) offsets.getFirstRowIndex(page),
                  (int) offsets.getLastRowIndex(page, rows.size()) + 1);
          assertThat(pages.getNullCounts().get(page)).isEqualTo(nulls(ofPage));
          assertBounds(pages, page, ofPage);
        }
      }
    }
  }

  /** Texts in an index may be cut short: the least down, the most up. */
  private static void assertBounds(ColumnIndex pages, int page, List<Object> values) {
    byte[] least = bytes(pages.getMinValues().get(page));
    byte[] most = bytes(pages.getMaxValues().get(page));
    for (Object value : values) {
      if (value instanceof String text) {
        byte[] encoded = text.getBytes(UTF_8);
        assertThat(Arrays.compareUnsigned(least, encoded)).isLessThanOrEqualTo(0);
        assertThat(Arrays.compareUnsigned(most, encoded)).isGreaterThanOrEqualTo(0);
      } else if (value instanceof Long number) {
        assertThat(number)
            .isBetween(
                ByteBuffer.wrap(least).order(LITTLE_ENDIAN).getLong(),
                ByteBuffer.wrap(most).order(LITTLE_ENDIAN).getLong());
      }
    }
    if (values.get(0) instanceof Long) {
      assertThat(values)
          .contains(
              ByteBuffer.wrap(least).order(LITTLE_ENDIAN).getLong(),
              ByteBuffer.wrap(most).order(LITTLE_ENDIAN).getLong());
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static long nulls(List<Object> values) {
    return values.stream().filter(Objects::isNull).count();
  }

  /** The values that are there, as Parquet sorts them. */
  private static List<String> sorted(List<Object> values) {
    return values.stream()
        .filter(Objects::nonNull)
        .sorted(
            (a, b) ->
                a instanceof Long number
                    ? number.compareTo((Long) b)
                    : Arrays.compareUnsigned(
                        ((String) a).getBytes(UTF_8), ((String) b).getBytes(UTF_8)))
        .map(Object::toString)
        .toList();
  }

  private static ParquetFileReader open(Path file) throws IOException {
    return ParquetFileReader.open(
        new LocalInputFile(file),
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
  }

  @ParameterizedTest
  @EnumSource(ParquetProperties.WriterVersion.class)
  void files_of_another_writer_are_read_in_any_encoding(ParquetProperties.WriterVersion version)
      throws IOException {
    List<Row> rows = rows(9_000);
    for (boolean isDictionary : List.of(true, false)) {
      Path file = folder.resolve("other-" + isDictionary + ".parquet");
      MessageType schema = ParquetSchema.of(TABLE, name -> NAMES.indexOf(name) + 1);
      try (ParquetWriter<Group> writer =
          ExampleParquetWriter.builder(new LocalOutputFile(file))
              .withConf(new PlainParquetConfiguration())
              .withType(schema)
              .withWriterVersion(version)
              .withDictionaryEncoding(isDictionary)
              .withPageRowCountLimit(700)
              .withRowGroupSize(50_000L)
              .build()) {
        for (Row row : rows) {
          writer.write(group(schema, row));
        }
      }
      assertThat(read(file, 512)).isEqualTo(values(rows));
    }
  }

  private static Group group(MessageType schema, Row row) {
    Group group = new SimpleGroup(schema);
    if (row.name != null) {
      group.add("name", row.name);
    }
    if (row.sort != null) {
      group.add("sort", row.sort);
    }
    group.add("same", row.same);
    group.add("line", row.line);
    return group;
  }

  @Test
  void a_column_that_came_later_is_null_in_older_files() throws IOException {
    Path file = written(rows(10));
    try (DictionaryRowsReader coded =
        new DictionaryRowsReader(new LocalInputFile(file), List.of("colour", "same"))) {
      int[][] columns = new int[2][16];
      assertThat(coded.next(columns)).isEqualTo(10);
      assertThat(columns[0]).startsWith(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
      assertThat(coded.texts()).isEqualTo(List.of(List.of(), List.of("same")));
      assertThat(coded.next(columns)).isZero();
    }
  }

  @Test
  void a_table_without_rows_is_a_file_without_rows() throws Exception {
    Path file = written(List.of());
    assertThat(read(file, 8)).isEmpty();
    assertThat(byDuckDb(file, "")).isEmpty();
    assertThat(bySpark(file, true)).isEmpty();
  }
}
