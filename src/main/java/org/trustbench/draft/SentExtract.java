package org.trustbench.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.trustbench.PipelineException;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.message.FailureCause;

/** A text with delimiters, or a workbook. */
final class SentExtract implements ExtractFile {
  private final SentFile file;
  private final Beginning beginning;
  private final List<String> header;
  private final NoteRows notes = new NoteRows();
  private List<String> hidden = List.of();

  /** Where its table begins, and how it is read. */
  interface Beginning {
    ReadOptions options();

    /** In words, with the number of columns. */
    String told(int columns);

    /** Writes it into a layout. */
    void describe(ObjectNode layout);
  }

  private SentExtract(SentFile file) throws IOException, Refusal {
    this.file = file;
    this.beginning = InputFormats.hasLines(file) ? TextBeginning.of(file) : SheetBeginning.of(file);
    try (RowReader reader = reader()) {
      this.header = List.copyOf(reader.header());
    }
  }

  /** Opens a file, or says why it is no table. */
  static SentExtract open(Path path) {
    try {
      if (!Files.isRegularFile(path)) {
        throw PipelineException.usage("%s is no file: name the extract".formatted(path));
      }
      return new SentExtract(
          new SentFile(path.toString(), path.toRealPath().toString(), Files.size(path)));
    } catch (IOException e) {
      throw PipelineException.usage("%s cannot be read: %s".formatted(path, FailureCause.of(e)));
    } catch (Refusal e) {
      throw refused(e);
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public String told() {
    return beginning.told(header.size());
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>(hidden);
    notes.told().ifPresent(remarks::add);
    return remarks;
  }

  @Override
  public void describe(ObjectNode layout) {
    beginning.describe(layout);
    notes.describe(layout);
  }

  @Override
  public boolean isUnnumbered() {
    return false;
  }

  @Override
  public long forEach(Consumer<List<String>> row) {
    long unfit = 0;
    try (RowReader reader = reader()) {
      notes.begin();
      while (reader.next()) {
        List<String> cells = IntStream.range(0, header.size()).mapToObj(reader::cell).toList();
        if (notes.isOne(cells)) {
          continue;
        }
        if (reader.isFaulty()) {
          unfit++;
        } else {
          row.accept(cells);
        }
      }
      hidden = reader.hidden();
      return unfit;
    } catch (IOException e) {
      throw PipelineException.usage(
          "%s cannot be read: %s".formatted(file.name(), FailureCause.of(e)));
    } catch (Refusal e) {
      throw refused(e);
    }
  }

  private RowReader reader() throws IOException, Refusal {
    return InputFormats.open(FileSlice.whole(0, file), beginning.options());
  }

  private static PipelineException refused(Refusal e) {
    return PipelineException.usage("%s: %s".formatted(e.file(), e.getMessage()));
  }
}
