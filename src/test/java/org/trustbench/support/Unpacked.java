package org.trustbench.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** Every file of a folder as text, whatever it was packed in: what somebody who looks can read. */
public final class Unpacked {
  private Unpacked() {}

  /** The bytes of every file, one character each, with what they hold unpacked behind them. */
  public static Map<Path, String> texts(Path folder) {
    Map<Path, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file, file + "\n" + raw(Files.readAllBytes(file)) + "\n" + held(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static String held(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".parquet")) {
      return rows(file);
    }
    if (name.endsWith(".avro")) {
      return records(Files.readAllBytes(file));
    }
    if (name.endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        return raw(in.readAllBytes());
      }
    }
    return name.endsWith(".ods") || name.endsWith(".zip") ? entries(Files.readAllBytes(file)) : "";
  }

  private static String rows(Path file) throws IOException {
    StringBuilder rows = new StringBuilder();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(
                new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri().toString()))
            .build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.append(row).append('\n');
      }
    }
    return rows.toString();
  }

  private static String records(byte[] avro) throws IOException {
    StringBuilder records = new StringBuilder();
    try (DataFileReader<Object> reader =
        new DataFileReader<>(new SeekableByteArrayInput(avro), new GenericDatumReader<>())) {
      reader.forEach(record -> records.append(record).append('\n'));
    }
    return records.toString();
  }

  private static String entries(byte[] zip) throws IOException {
    StringBuilder entries = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.append(entry.getName()).append('\n').append(raw(in.readAllBytes()));
      }
    }
    return entries.toString();
  }

  private static String raw(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
