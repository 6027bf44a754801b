package org.trustbench.framework;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.trustbench.terms.Terms;

/**
 * The codebook of a framework: finds questions, answers and attribute values by any accepted
 * spelling, and gives each a small number. A judgement is held as the number of its answer code;
 * the outcome follows from question and code.
 */
public final class Codebook {
  /** Characters of a value of an attribute without a list: a name, never a text. */
  public static final int LONGEST_OPEN_VALUE = 60;

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}[.,]0{1,2}");

  /** No such question, answer or value. */
  public static final int UNKNOWN = -1;

  private final Framework framework;
  private final String version;
  private final Map<String, Codebook> ofForms = new HashMap<>();
  private final Map<String, Integer> questions = new HashMap<>();
  private final Map<String, Integer> answers = new HashMap<>();
  private final Outcome[][] outcomes;
  private final List<Map<String, String>> attributeCodes;
  private final Map<String, Integer> attributes = new HashMap<>();
  private final Map<String, String> evidence = new HashMap<>();
  private final Set<String> missing = new HashSet<>();
  private final int notRecorded;
  private final TrustRegister register;
  private KnownWords words;

  /** The codebook last asked for: a process works with one framework, for many inspections. */
  private static Codebook last;

  /** The codebook of a framework, made once for all that a process does with it. */
  public static synchronized Codebook of(Framework framework) {
    if (last == null || !last.framework.hash().equals(framework.hash())) {
      last = new Codebook(framework);
    }
    return last;
  }

  public Codebook(Framework framework) {
    this(framework, Form.ONLY);
  }

  private Codebook(Framework framework, String version) {
    this.framework = framework;
    this.version = version;
    for (int q = 0; q < framework.questions().size(); q++) {
      if (framework.questions().get(q).isAsked(version)) {
        questions.put(normalised(framework.questions().get(q).id()), q);
      }
    }
    int firstNotRecorded = UNKNOWN;
    for (int a = 0; a < framework.answers().size(); a++) {
      Answer answer = framework.answers().get(a);
      answers.put(normalised(answer.code()), a);
      for (String alias : answer.aliases()) {
        answers.put(normalised(alias), a);
      }
      if (answer.means() == Outcome.NOT_RECORDED && firstNotRecorded == UNKNOWN) {
        firstNotRecorded = a;
      }
    }
    notRecorded = firstNotRecorded;
    register = new TrustRegister(framework.trusts());
    outcomes = outcomes(framework);
    for (int i = 0; i < framework.attributes().size(); i++) {
      attributes.put(framework.attributes().get(i).id(), i);
    }
    attributeCodes = framework.attributes().stream().map(Codebook::codes).toList();
    framework.measures().forEach(measure -> openValues(measure.when()));
    framework.evidence().forEach(kind -> evidence.put(normalised(kind), kind));
    framework.missing().forEach(mark -> missing.add(normalised(mark)));
  }

  /**
   * The codebook of a version of the form: it knows the questions that the version asks, under
   * their numbers, and measures are of these.
   *
   * @param formVersion {@link Form#ONLY} where there is one form alone
   */
  public synchronized Codebook atForm(String formVersion) {
    return formVersion.equals(version)
        ? this
        : ofForms.computeIfAbsent(
            formVersion, added -> new Codebook(framework.atForm(added), added));
  }

  /** The version of the form, as submissions name it. */
  public String formVersion() {
    return version.equals(Form.ONLY) ? framework.version() : version;
  }

  /** What the programme calls its institutions and cases. */
  public Terms terms() {
    return framework.terms();
  }

  public Framework framework() {
    return framework;
  }

  /** A value that a condition names is spelt as there, also where an attribute has no list. */
  private void openValues(Condition condition) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(this::openValues);
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(this::openValues);
    } else if (condition instanceof Condition.AttributeIn leaf
        && attributes.containsKey(leaf.attribute())) {
      Map<String, String> codes = attributeCodes.get(attributes.get(leaf.attribute()));
      leaf.values().forEach(value -> codes.putIfAbsent(normalised(value), value));
    }
  }

  /** The institutions, by any accepted spelling. */
  public TrustRegister register() {
    return register;
  }

  /** The framework's own words. */
  public synchronized KnownWords words() {
    if (words == null) {
      words = new KnownWords(framework);
    }
    return words;
  }

  /** The number of a question, or {@link #UNKNOWN}. */
  public int question(String id) {
    Integer exact = questions.get(id);
    return exact != null ? exact : questions.getOrDefault(normalised(id), UNKNOWN);
  }

  /** The numbers of several questions. */
  public int[] questions(List<String> ids) {
    return ids.stream().mapToInt(this::question).toArray();
  }

  /**
   * The number of the answer code that a text spells; a blank text is "not recorded", and so is
   * what the framework lists as missing.
   */
  public int answer(String text) {
    Integer exact = answers.get(text);
    if (exact != null) {
      return exact;
    }
    String given = normalised(text);
    if (given.isEmpty() || missing.contains(given)) {
      return notRecorded;
    }
    Integer known = answers.get(given);
    return known != null ? known : answers.getOrDefault(withoutDecimals(given), UNKNOWN);
  }

  /** Whether a text is one that the framework lists as standing where a value is missing. */
  public boolean isMissing(String text) {
    return !missing.isEmpty() && missing.contains(normalised(text));
  }

  /** A whole number as a program writes it that has no others: 2.0 is 2. */
  private static String withoutDecimals(String number) {
    return WHOLE.matcher(number).matches()
        ? number.substring(0, Math.max(number.lastIndexOf('.'), number.lastIndexOf(',')))
        : number;
  }

  /** The outcome of an answer to a question; null where the question does not allow it. */
  public Outcome outcome(int question, int answer) {
    return outcomes[question][answer];
  }

  public String answerCode(int answer) {
    return framework.answers().get(answer).code();
  }

  /** The number of an attribute, or {@link #UNKNOWN}. */
  public int attribute(String id) {
    return attributes.getOrDefault(id, UNKNOWN);
  }

  /**
   * The code of an attribute's value; null where the text is outside the attribute's list, or, for
   * an attribute without one, is no name on one line or stands where a value is missing.
   */
  public String attributeCode(int attribute, String text) {
    String given = normalised(text);
    String code = attributeCodes.get(attribute).get(given);
    if (code == null && framework.attributes().get(attribute).isOpen()) {
      return MissingMarks.isMark(text) ? null : name(text);
    }
    return code == null ? attributeCodes.get(attribute).get(withoutDecimals(given)) : code;
  }

  private static String name(String text) {
    String name = Spelling.plain(text);
    return name.length() <= LONGEST_OPEN_VALUE && text.strip().lines().count() == 1 ? name : null;
  }

  /** The kind of case that a text names, the default where it is blank; null for no such kind. */
  public String evidence(String text) {
    String given = normalised(text);
    return given.isEmpty() || missing.contains(given)
        ? framework.defaultEvidence()
        : evidence.get(given);
  }

  static String normalised(String text) {
    return Spelling.folded(text);
  }

  private static Outcome[][] outcomes(Framework framework) {
    Outcome[][] outcomes = new Outcome[framework.questions().size()][framework.answers().size()];
    for (int q = 0; q < outcomes.length; q++) {
      Question question = framework.questions().get(q);
      for (int a = 0; a < outcomes[q].length; a++) {
        Answer answer = framework.answers().get(a);
        if (answer.means() != null) {
          outcomes[q][a] = answer.means();
        } else if (question.sufficient().contains(answer.code())) {
          outcomes[q][a] = Outcome.SUFFICIENT;
        } else if (question.answers().contains(answer.code())) {
          outcomes[q][a] = Outcome.INSUFFICIENT;
        }
      }
    }
    return outcomes;
  }

  private static Map<String, String> codes(Attribute attribute) {
    Map<String, String> codes = new HashMap<>();
    for (Attribute.Value value : attribute.values()) {
      codes.put(normalised(value.code()), value.code());
      codes.put(normalised(value.label()), value.code());
      value.aliases().forEach(alias -> codes.put(normalised(alias), value.code()));
    }
    return codes;
  }
}
