package org.trustbench.ingest.extract;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.CellPlaces;
import org.trustbench.ingest.rows.RowReader;

/**
 * The positions, in one file, of the columns that a layout reads; -1 for those that it does not
 * name.
 */
final class ExtractColumns {
  final int trust;
  final int evidence;
  final int include;
  final int date;
  final int synthetic;
  final int inspector;
  final int reading;
  final int[] caseKey;
  final int[] attributes;

  /** Of the long shape. */
  final int question;

  final int answer;

  /** Of the wide shape: columns of answers, by the question's number. */
  final int[] answers;

  final CellPlaces places;

  ExtractColumns(RowReader table, Codebook codebook, Layout layout) throws Refusal {
    trust = table.column(layout.trust());
    evidence = layout.evidence() == null ? -1 : table.column(layout.evidence());
    include = layout.include() == null ? -1 : table.column(layout.include().column());
    date = layout.date() == null ? -1 : table.column(layout.date());
    synthetic = layout.synthetic() == null ? -1 : table.header().indexOf(layout.synthetic());
    inspector = column(table, layout.judges().inspector());
    reading = column(table, layout.judges().reading());
    question = layout.question() == null ? -1 : table.column(layout.question());
    answer = layout.answer() == null ? -1 : table.column(layout.answer());
    caseKey = new int[layout.caseKey().size()];
    for (int i = 0; i < caseKey.length; i++) {
      caseKey[i] = table.column(layout.caseKey().get(i));
    }
    attributes = new int[codebook.framework().attributes().size()];
    Arrays.fill(attributes, -1);
    for (Map.Entry<String, String> entry : layout.attributes().entrySet()) {
      attributes[codebook.attribute(entry.getKey())] = table.column(entry.getValue());
    }
    Map<Integer, Integer> questions = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : layout.questions().entrySet()) {
      questions.put(codebook.question(entry.getKey()), table.column(entry.getValue()));
    }
    answers = questions.values().stream().mapToInt(Integer::intValue).toArray();
    int[] answerTo = new int[questions.isEmpty() ? 0 : codebook.framework().questions().size()];
    Arrays.fill(answerTo, -1);
    questions.forEach((number, column) -> answerTo[number] = column);
    places =
        new CellPlaces(
            table.heading().cells(),
            caseKey[0],
            date,
            evidence,
            attributes,
            answerTo,
            question,
            answer);
  }

  private static int column(RowReader table, String name) throws Refusal {
    return name == null ? -1 : table.column(name);
  }

  /**
   * Judgements that a row stands for; of a row of visits, which states none, as many as follow from
   * it at most.
   */
  static int cells(Codebook codebook, Layout layout) {
    return switch (layout.shape()) {
      case LONG -> 1;
      case WIDE -> questions(codebook, layout).length;
      case VISITS -> codebook.framework().questions().size();
    };
  }

  /** The numbers of the questions of a wide layout, in the order of {@link #answers}. */
  static int[] questions(Codebook codebook, Layout layout) {
    return layout.questions().keySet().stream().mapToInt(codebook::question).distinct().toArray();
  }
}
