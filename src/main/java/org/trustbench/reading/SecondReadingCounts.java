package org.trustbench.reading;

import java.io.Serializable;

/**
 * What became of judgements of second readings when they were set beside the first, in numbers;
 * each is in one of them.
 *
 * @param compared judgements by two different inspectors, who both assessed the work
 * @param calledForByOne by two different inspectors, of whom one assessed the work and the other
 *     held it not applicable
 * @param calledForByNone by two different inspectors, who both held the work not applicable
 * @param notRecorded by two different inspectors, of whom one or both left the answer open
 * @param withoutFirst of a case and question that has no first judgement
 * @param ofUnknown by an inspector who is not known, or beside a first judgement by one
 * @param ofSame by the inspector of the first judgement too
 */
public record SecondReadingCounts(
    long compared,
    long calledForByOne,
    long calledForByNone,
    long notRecorded,
    long withoutFirst,
    long ofUnknown,
    long ofSame)
    implements Serializable {
  public static final SecondReadingCounts NONE = new SecondReadingCounts(0, 0, 0, 0, 0, 0, 0);

  /** What one judgement is. */
  enum Kind {
    COMPARED,
    CALLED_FOR_BY_ONE,
    CALLED_FOR_BY_NONE,
    NOT_RECORDED,
    WITHOUT_FIRST,
    OF_UNKNOWN,
    OF_SAME
  }

  /** How many there are of each kind, by its place. */
  static SecondReadingCounts of(long[] kinds) {
    return new SecondReadingCounts(
        kinds[Kind.COMPARED.ordinal()],
        kinds[Kind.CALLED_FOR_BY_ONE.ordinal()],
        kinds[Kind.CALLED_FOR_BY_NONE.ordinal()],
        kinds[Kind.NOT_RECORDED.ordinal()],
        kinds[Kind.WITHOUT_FIRST.ordinal()],
        kinds[Kind.OF_UNKNOWN.ordinal()],
        kinds[Kind.OF_SAME.ordinal()]);
  }

  /** Both together. */
  public SecondReadingCounts plus(SecondReadingCounts others) {
    return new SecondReadingCounts(
        compared + others.compared,
        calledForByOne + others.calledForByOne,
        calledForByNone + others.calledForByNone,
        notRecorded + others.notRecorded,
        withoutFirst + others.withoutFirst,
        ofUnknown + others.ofUnknown,
        ofSame + others.ofSame);
  }

  /** All of them. */
  public long sent() {
    return compared
        + calledForByOne
        + calledForByNone
        + notRecorded
        + withoutFirst
        + ofUnknown
        + ofSame;
  }
}
