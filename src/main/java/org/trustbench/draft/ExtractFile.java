package org.trustbench.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.trustbench.source.ParquetFiles;

/**
 * An extract of which nothing is known. How it is to be read is found out first; then it is read as
 * a run reads it.
 */
interface ExtractFile {
  /** Opens a file, or says why it is no table. */
  static ExtractFile open(Path path) {
    return ParquetFiles.areIn(path) ? new TableExtract(path) : SentExtract.open(path);
  }

  /** Names of the columns; a name may be empty. */
  List<String> header();

  /** In words how it is read, for the first line of an account. */
  String told();

  /** What else is to be said of it once it was read. */
  List<String> remarks();

  /** Writes how it is read into a layout. */
  void describe(ObjectNode layout);

  /** Whether its rows have no lines, so that the layout has to say what they are numbered by. */
  boolean isUnnumbered();

  /**
   * Reads the rows.
   *
   * @return how many do not fit the header, and were left out
   */
  long forEach(Consumer<List<String>> row);
}
