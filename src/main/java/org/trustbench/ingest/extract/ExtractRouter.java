package org.trustbench.ingest.extract;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Layout;
import org.trustbench.framework.MissingMarks;
import org.trustbench.framework.MissingValues;
import org.trustbench.framework.Spelling;
import org.trustbench.framework.Trust;
import org.trustbench.ingest.extract.PackedRows.Packer;
import org.trustbench.ingest.extract.PackedRows.Texts;
import org.trustbench.ingest.fill.RejectReasons;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.MemoizedLookup;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.rows.RowReader;
import org.trustbench.tasks.TaskRunner.Part;

/**
 * Reads a slice of an extract: sorts its rows by institution and packs them up, to be put together
 * with those of other slices. Rows that the layout leaves out, or whose institution is not known,
 * stay in an account of their own.
 */
final class ExtractRouter {
  private static final int UNKNOWN = -1;
  private static final int NOT_ASKED_YET = -2;

  private final Codebook codebook;
  private final Layout layout;
  private final int buckets;
  private final Set<String> included;

  private final MissingValues missing;

  /**
   * What came of a slice, besides its packed rows.
   *
   * @param refusal why the slice cannot be read to its end; null if it can
   * @param sha256 of the file; null unless the slice is the whole of it
   */
  record Came(int file, Refusal refusal, UnroutedRows unrouted, String sha256)
      implements Serializable {}

  /**
   * Makes a reader.
   *
   * @param buckets how many places there are in which inspections are put together
   */
  ExtractRouter(Codebook codebook, Layout layout, int buckets) {
    this.codebook = codebook;
    this.layout = layout;
    this.buckets = buckets;
    this.included =
        layout.include() == null
            ? Set.of()
            : layout.include().values().stream().map(Spelling::folded).collect(Collectors.toSet());
    this.missing = codebook.missing(layout);
  }

  /**
   * Reads a slice.
   *
   * @param rows filled with the packed rows, by the bucket that they belong in
   */
  Came read(FileSlice slice, List<Part> rows) throws IOException {
    UnroutedRows unrouted = new UnroutedRows(slice.file());
    try (RowReader table = InputFormats.open(slice, ReadOptions.of(layout))) {
      Routing routing = of(table.header()).new Routing(table, slice, unrouted);
      while (table.next()) {
        routing.row();
      }
      rows.addAll(routing.parts(slice.file()));
      for (String hidden : table.hidden()) {
        unrouted.reject(table.headerLine(), RejectRule.NAME_HIDDEN, hidden, 0);
      }
      return new Came(slice.file(), null, unrouted, slice.isWhole() ? table.sha256Hex() : null);
    } catch (Refusal e) {
      return new Came(slice.file(), e, unrouted, null);
    }
  }

  /** A file of visits is read by a layout of its own. */
  private ExtractRouter of(List<String> header) {
    Layout own = layout.of(header);
    return own.equals(layout) ? this : new ExtractRouter(codebook, own, buckets);
  }

  /** One slice on its way through. */
  private final class Routing {
    private final RowReader table;
    private final FileSlice slice;
    private final UnroutedRows unrouted;
    private final ExtractColumns columns;
    private final FooterRows footers;
    private final int cells;
    private final Texts texts = new Texts();
    private final Packer[] packers = new Packer[buckets];
    private final int[] lines = new int[buckets];
    private final MemoizedLookup<Integer> trustNames = new MemoizedLookup<>(texts::number);
    private final MemoizedLookup<Integer> cases = new MemoizedLookup<>(this::number);
    private final MemoizedLookup<Integer> others = new MemoizedLookup<>(this::number);
    private final MemoizedLookup<Integer> questions = new MemoizedLookup<>(texts::number);
    private final MemoizedLookup<Integer> answers = new MemoizedLookup<>(this::number);
    private final MemoizedLookup<Boolean> inclusion =
        new MemoizedLookup<>(text -> included.contains(Spelling.folded(text)));

    /** By the number of an institution's name: the bucket of its rows. */
    private int[] bucketOf = {};

    Routing(RowReader table, FileSlice slice, UnroutedRows unrouted) throws Refusal {
      this.table = table;
      this.slice = slice;
      this.unrouted = unrouted;
      this.columns = new ExtractColumns(table, codebook, layout);
      this.footers = new FooterRows(codebook, layout, table, columns, missing);
      this.cells = ExtractColumns.cells(codebook, layout);
    }

    /** The number of a text, and of an empty one where it stands for a missing value. */
    private int number(String text) {
      return texts.number(missing.has(text) ? "" : text);
    }

    void row() throws Refusal {
      int line = table.line();
      if (footers.isAtOne()) {
        unrouted.outOfScope(table.isFaulty() ? 1 : cells);
        return;
      }
      if (table.isFaulty()) {
        unrouted.reject(line, RejectRule.MALFORMED_LINE, table.fault(), table.cellsLost(cells));
        return;
      }
      if (columns.include >= 0 && !table.value(columns.include, inclusion)) {
        unrouted.outOfScope(cells);
        return;
      }
      int name = table.value(columns.trust, trustNames);
      int bucket = bucket(name);
      if (bucket == UNKNOWN) {
        String given = texts.text(name);
        unrouted.stranger(
            Spelling.plain(given),
            line,
            table.place(columns.trust),
            new RejectReasons(codebook, null).unknownTrust(given),
            cells);
        return;
      }
      boolean isSynthetic = isSynthetic();
      unrouted.routed(layout.shape() == Layout.Shape.VISITS ? 0 : cells);
      pack(bucket, name, line, isSynthetic);
    }

    private int bucket(int name) {
      if (name >= bucketOf.length) {
        int known = bucketOf.length;
        bucketOf = Arrays.copyOf(bucketOf, Math.max(name + 1, 2 * known));
        Arrays.fill(bucketOf, known, bucketOf.length, NOT_ASKED_YET);
      }
      if (bucketOf[name] == NOT_ASKED_YET) {
        Optional<Trust> trust = codebook.register().find(Spelling.plain(texts.text(name)));
        bucketOf[name] =
            trust.map(found -> Math.floorMod(found.code().hashCode(), buckets)).orElse(UNKNOWN);
      }
      return bucketOf[name];
    }

    private void pack(int bucket, int name, int line, boolean isSynthetic) throws Refusal {
      if (packers[bucket] == null) {
        packers[bucket] = new Packer(texts);
      }
      Packer row = packers[bucket];
      row.number(line - lines[bucket]);
      lines[bucket] = line;
      row.number(isSynthetic ? 1 : 0);
      row.text(name);
      row.text(caseId());
      if (columns.inspector >= 0) {
        table.checkNoLineBreak(columns.inspector);
        row.text(table.value(columns.inspector, others));
      }
      if (columns.reading >= 0) {
        row.text(table.value(columns.reading, others));
      }
      row.text(columns.date < 0 ? PackedRows.NONE : table.value(columns.date, others));
      row.text(columns.evidence < 0 ? PackedRows.NONE : table.value(columns.evidence, others));
      for (int attribute : columns.attributes) {
        row.text(attribute < 0 ? PackedRows.NONE : table.value(attribute, others));
      }
      if (layout.shape() == Layout.Shape.LONG) {
        row.text(table.value(columns.question, questions));
        row.text(columns.answer < 0 ? PackedRows.NONE : table.value(columns.answer, answers));
      } else {
        for (int answer : columns.answers) {
          row.text(table.value(answer, answers));
        }
      }
    }

    /**
     * A key of several parts is these joined by {@code /}, marked where a part holds one, so that
     * no two keys meet.
     */
    private int caseId() throws Refusal {
      if (columns.caseKey.length == 1) {
        return table.value(columns.caseKey[0], cases);
      }
      StringBuilder id = new StringBuilder();
      boolean isFilled = false;
      for (int i = 0; i < columns.caseKey.length; i++) {
        String given = table.name(columns.caseKey[i]);
        String part = missing.has(given) ? "" : given;
        isFilled |= !part.isEmpty() && !MissingMarks.isMark(part);
        id.append(i == 0 ? "" : "/").append(part.replace("\\", "\\\\").replace("/", "\\/"));
      }
      return isFilled ? texts.number(id.toString()) : PackedRows.NONE;
    }

    /** What is neither yes nor no would let invented rows pass for real ones. */
    private boolean isSynthetic() throws Refusal {
      String said = columns.synthetic < 0 ? "" : Spelling.folded(table.name(columns.synthetic));
      if (!List.of("", "yes", "no").contains(said)) {
        throw new Refusal(
            RejectRule.UNREADABLE_FILE,
            slice.sent().name(),
            "line %d: column \"%s\" says neither yes nor no: say yes of invented rows"
                .formatted(table.line(), layout.synthetic()));
      }
      return said.equals("yes");
    }

    List<Part> parts(int file) {
      List<Part> parts = new ArrayList<>();
      for (int bucket = 0; bucket < buckets; bucket++) {
        if (packers[bucket] != null) {
          parts.add(
              new Part(
                  bucket,
                  packers[bucket].packed(
                      file, layout.shape() == Layout.Shape.VISITS, columns.places)));
        }
      }
      return parts;
    }
  }
}
