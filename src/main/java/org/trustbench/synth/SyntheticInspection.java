package org.trustbench.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.framework.Framework;

/**
 * One inspection as made up: cases first, then every other kind of evidence, one byte an answer.
 * Answers and attribute values are numbers; the writer turns them into words.
 */
public final class SyntheticInspection {
  /** Nobody wrote an answer. */
  public static final byte BLANK = -1;

  /** The question is of another kind of evidence. */
  public static final byte NOT_ASKED = -2;

  private final Framework framework;
  private final SyntheticTrust trust;
  private final int[] samples;
  private final List<List<String>> values;
  private final SyntheticTeam team;
  private final byte[] attributeValues;
  private final byte[] answers;
  private final Map<Integer, byte[]> secondAnswers = new TreeMap<>();

  SyntheticInspection(
      Framework framework,
      SyntheticTrust trust,
      int[] samples,
      List<List<String>> values,
      SyntheticTeam team) {
    this.framework = framework;
    this.trust = trust;
    this.samples = samples;
    this.values = new ArrayList<>(values);
    this.team = team;
    attributeValues = new byte[Math.multiplyExact(rows(), framework.attributes().size())];
    answers = new byte[Math.multiplyExact(rows(), framework.questions().size())];
    Arrays.fill(attributeValues, AttributeModel.BLANK);
    Arrays.fill(answers, NOT_ASKED);
  }

  public Framework framework() {
    return framework;
  }

  public SyntheticTrust trust() {
    return trust;
  }

  public String inspectionId() {
    return trust.inspectionId();
  }

  /** Cases and everything else, such as interviews. */
  public int rows() {
    return Arrays.stream(samples).sum();
  }

  /** Rows of the default kind of evidence. */
  public int casesSampled() {
    return samples[0];
  }

  /** The number of answers that were asked for. */
  public long judgements() {
    long asked = 0;
    for (byte answer : answers) {
      asked += answer == NOT_ASKED ? 0 : 1;
    }
    return asked;
  }

  /** The kind of case that a row is. */
  public String evidence(int row) {
    int kind = kind(row);
    return framework.evidence().get(kind);
  }

  /** {@code C0001} and so on; unique within the inspection only. */
  public String caseId(int row) {
    int kind = kind(row);
    int number = row + 1;
    for (int e = 0; e < kind; e++) {
      number -= samples[e];
    }
    String letter = framework.evidence().get(kind).substring(0, 1);
    String digits = Integer.toString(number);
    return letter.toUpperCase(java.util.Locale.ROOT)
        + "0".repeat(Math.max(0, 4 - digits.length()))
        + digits;
  }

  /** The number of an attribute's value in {@link #values}; -1 where it is blank. */
  public byte attribute(int row, int attribute) {
    return attributeValues[row * values.size() + attribute];
  }

  /** The values that an attribute takes, in the order of their numbers. */
  public List<String> values(int attribute) {
    return values.get(attribute);
  }

  /** The number of an answer code in the framework, {@link #BLANK} or {@link #NOT_ASKED}. */
  public byte answer(int row, int question) {
    return answers[row * framework.questions().size() + question];
  }

  /** The inspectors who judge it. */
  SyntheticTeam team() {
    return team;
  }

  /** The answers of a second reading by row, one a question; rows that were read once have none. */
  Map<Integer, byte[]> secondAnswers() {
    return secondAnswers;
  }

  /** Other words for the numbers of an attribute's values, in this inspection alone. */
  void setValues(int attribute, List<String> words) {
    values.set(attribute, words);
  }

  byte[] attributeValues() {
    return attributeValues;
  }

  byte[] answers() {
    return answers;
  }

  private int kind(int row) {
    int kind = 0;
    int before = samples[0];
    while (row >= before) {
      kind++;
      before += samples[kind];
    }
    return kind;
  }
}
