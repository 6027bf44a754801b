package org.trustbench.framework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final AcceptedSpellings<Integer> answers = new AcceptedSpellings<>();
  private final Outcome[][] outcomes;
  private final List<AcceptedSpellings<String>> attributeCodes;
  private final Map<String, Integer> attributes = new HashMap<>();
  private final AcceptedSpellings<String> evidence = new AcceptedSpellings<>();
  private final MissingValues missing;
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
      answers.put(answer.code(), a);
      for (String alias : answer.aliases()) {
        answers.put(alias, a);
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
    framework.evidence().forEach(kind -> evidence.put(kind, kind));
    missing = new MissingValues(framework.missing(), new WordMeanings(framework)::isWord);
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
      AcceptedSpellings<String> codes = attributeCodes.get(attributes.get(leaf.attribute()));
      leaf.values().stream()
          .filter(value -> codes.find(value) == null)
          .forEach(value -> codes.put(value, value));
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
   * what the framework lists as missing. What a program may have written for a missing value is no
   * code that is written otherwise, unless that means "not recorded" too.
   */
  public int answer(String text) {
    if (isMissing(text)) {
      return notRecorded;
    }
    Integer known = answers.find(text);
    known = known == null ? notRecorded(answers.doubtful(text)) : known;
    if (known != null) {
      return known;
    }
    String given = normalised(text);
    if (given.isEmpty()) {
      return notRecorded;
    }
    known = isWhole(given) ? answers.find(withoutDecimals(given)) : null;
    return known == null ? UNKNOWN : known;
  }

  /**
   * The code of the answer that a text would be, if no program wrote it for a missing value; null
   * where there is no such doubt.
   */
  public String doubtfulAnswer(String text) {
    Integer answer = answers.doubtful(text);
    return answer == null ? null : answerCode(answer);
  }

  /** The same of a value of an attribute. */
  public String doubtfulAttributeCode(int attribute, String text) {
    return attributeCodes.get(attribute).doubtful(text);
  }

  /** Whether a text is one that the framework lists as standing where a value is missing. */
  public boolean isMissing(String text) {
    return missing.has(text);
  }

  /** What a layout lists as standing where a value is missing, besides the framework. */
  public MissingValues missing(Layout layout) {
    return new MissingValues(layout.missing(), new WordMeanings(framework, layout)::isWord);
  }

  /** Whether a text is an answer that means that nothing is recorded. */
  public boolean isNotRecorded(String text) {
    int answer = answer(text);
    return answer >= 0 && notRecorded(answer) != null;
  }

  /** An answer if it means that nothing is recorded; null for any other. */
  private Integer notRecorded(Integer answer) {
    return answer != null && framework.answers().get(answer).means() == Outcome.NOT_RECORDED
        ? answer
        : null;
  }

  /** A whole number as a program writes it that has no others: 2.0 is 2. */
  private static String withoutDecimals(String number) {
    return number.substring(0, Math.max(number.lastIndexOf('.'), number.lastIndexOf(',')));
  }

  private static boolean isWhole(String number) {
    return WHOLE.matcher(number).matches();
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
    String code = attributeCodes.get(attribute).find(text);
    if (code == null && framework.attributes().get(attribute).isOpen()) {
      return MissingMarks.isMark(text) ? null : name(text);
    }
    String given = normalised(text);
    return code == null && isWhole(given)
        ? attributeCodes.get(attribute).find(withoutDecimals(given))
        : code;
  }

  private static String name(String text) {
    String name = Spelling.plain(text);
    return name.length() <= LONGEST_OPEN_VALUE && text.strip().lines().count() == 1 ? name : null;
  }

  /** The kind of case that a text names, the default where it is blank; null for no such kind. */
  public String evidence(String text) {
    return normalised(text).isEmpty() || isMissing(text)
        ? framework.defaultEvidence()
        : evidence.find(text);
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

  private static AcceptedSpellings<String> codes(Attribute attribute) {
    AcceptedSpellings<String> codes = new AcceptedSpellings<>();
    for (Attribute.Value value : attribute.values()) {
      codes.put(value.code(), value.code());
      codes.put(value.label(), value.code());
      value.aliases().forEach(alias -> codes.put(alias, value.code()));
    }
    return codes;
  }
}
