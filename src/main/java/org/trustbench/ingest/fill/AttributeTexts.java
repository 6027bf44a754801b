package org.trustbench.ingest.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.reject.FormulaError;

/** A cache of the codes that texts of attributes stand for: the same few come in every case. */
final class AttributeTexts {
  /** Texts kept of an attribute; others are worked out each time. */
  private static final int MOST_KEPT = 1 << 10;

  private final Codebook codebook;
  private final List<Map<String, Meaning>> known = new ArrayList<>();

  /** What a text of an attribute stands for. */
  sealed interface Meaning {}

  /** No value: blank, or a mark that the framework declares. */
  record Missing() implements Meaning {}

  record Code(String code) implements Meaning {}

  /** A text that is no value of the attribute. */
  record OutsideList() implements Meaning {}

  AttributeTexts(Codebook codebook) {
    this.codebook = codebook;
    codebook.framework().attributes().forEach(attribute -> known.add(new HashMap<>()));
  }

  /**
   * What a text stands for.
   *
   * @param attribute its number in the framework
   * @param given null where nothing was sent
   */
  Meaning meaning(int attribute, String given) {
    if (given == null) {
      return new Missing();
    }
    Map<String, Meaning> texts = known.get(attribute);
    Meaning meaning = texts.get(given);
    if (meaning == null) {
      meaning = workedOut(attribute, given);
      if (texts.size() < MOST_KEPT) {
        texts.put(given, meaning);
      }
    }
    return meaning;
  }

  private Meaning workedOut(int attribute, String given) {
    if (Spelling.plain(given).isEmpty() || codebook.isMissing(given)) {
      return new Missing();
    }
    String code = FormulaError.isOne(given) ? null : codebook.attributeCode(attribute, given);
    return code == null ? new OutsideList() : new Code(code);
  }
}
