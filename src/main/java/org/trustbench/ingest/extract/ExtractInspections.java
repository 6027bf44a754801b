package org.trustbench.ingest.extract;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Layout;
import org.trustbench.framework.Spelling;
import org.trustbench.framework.Trust;
import org.trustbench.ingest.extract.PackedRows.Unpacker;
import org.trustbench.matrix.Reading;

/** Puts the inspections of an extract together from the packed rows of its institutions. */
final class ExtractInspections {
  private final ExtractSource source;
  private final Codebook codebook;
  private final RowForm stated;

  /** How a file of visits is read; null where there is none. */
  private final RowForm ofVisits;

  private final Map<String, RoutedInspection> routed = new TreeMap<>();

  ExtractInspections(ExtractSource source) {
    this.source = source;
    this.codebook = source.codebook();
    Layout layout = source.layout();
    this.stated = RowForm.of(codebook, layout);
    this.ofVisits =
        layout.listing() == null ? null : RowForm.of(codebook, layout.listing().visits());
  }

  /** The inspection of every institution met, in the order of their codes. */
  Collection<RoutedInspection> all() {
    return routed.values();
  }

  /** Takes in packed rows; those of a file in the order of its lines. */
  void take(PackedRows rows) {
    new Unpacking(rows).take();
  }

  /** Takes in packed rows one by one. */
  private final class Unpacking {
    private final PackedRows rows;
    private final RowForm form;
    private final Unpacker numbers;
    private final ParsedTexts texts;
    private final ExtractCases cases;
    private final ExtractJudgements judgements;
    private final RoutedInspection[] routedBy;

    Unpacking(PackedRows rows) {
      this.rows = rows;
      this.form = rows.isOfVisits() ? ofVisits : stated;
      this.numbers = rows.new Unpacker();
      ParsedRows parsed = ParsedRows.of(rows, form, codebook);
      this.texts = parsed.texts();
      this.cases = new ExtractCases(parsed);
      this.judgements = new ExtractJudgements(parsed, numbers);
      this.routedBy = new RoutedInspection[rows.texts().length];
    }

    void take() {
      Layout.Judges judges = form.layout().judges();
      int[] description = new int[2 + codebook.framework().attributes().size()];
      int line = 0;
      while (numbers.isMore()) {
        line += numbers.number();
        boolean isSynthetic = numbers.number() == 1;
        RoutedInspection route = routed(numbers.text());
        route.builder().places(rows.file(), rows.places());
        route.addSynthetic(isSynthetic);
        route.builder().read(rows.file(), rows.isOfVisits() ? 0 : form.cells());
        description[0] = numbers.text();
        judgements.judgedBy(judges.inspector() == null ? PackedRows.NONE : numbers.text());
        Reading reading = judges.reading() == null ? Reading.FIRST : reading();
        int date = numbers.text();
        for (int i = 1; i < description.length; i++) {
          description[i] = numbers.text();
        }
        if (reading == Reading.FIRST) {
          judgements.first(route, cases.caseNumber(route, description, date, line), line);
        } else {
          String caseId =
              route.isRefused() ? null : cases.checkedCaseId(route.builder(), description[0], line);
          judgements.second(route, caseId, reading, line);
        }
      }
    }

    /** The reading that the row says; null where it says none. */
    private Reading reading() {
      int text = numbers.text();
      return form.values().reading(text == PackedRows.NONE ? "" : texts.sent(text));
    }

    private RoutedInspection routed(int name) {
      if (routedBy[name] == null) {
        Trust trust = codebook.register().find(Spelling.plain(texts.sent(name))).orElseThrow();
        routedBy[name] =
            routed.computeIfAbsent(trust.code(), code -> new RoutedInspection(trust, source));
      }
      return routedBy[name];
    }
  }
}
