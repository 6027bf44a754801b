package org.trustbench.framework;

import java.util.List;
import java.util.stream.Collectors;

/** Says a rule over the judgements of a case in words, with the ids of its questions. */
public final class CaseRuleText {
  private CaseRuleText() {}

  /** Such as {@code at least 2 of (plan, pace, safe is 1 or 2)}. */
  public static String of(CaseRule rule) {
    if (rule instanceof CaseRule.Item item) {
      return item.question();
    } else if (rule instanceof CaseRule.Answered answered) {
      return "%s is %s".formatted(answered.question(), String.join(" or ", answered.answers()));
    } else if (rule instanceof CaseRule.All all) {
      return "all of " + parts(all.parts());
    } else if (rule instanceof CaseRule.Any any) {
      return "any of " + parts(any.parts());
    } else if (rule instanceof CaseRule.AtLeast least) {
      return "at least %d of %s".formatted(least.number(), parts(least.parts()));
    }
    CaseRule.AtLeastPercent share = (CaseRule.AtLeastPercent) rule;
    return "at least %d %% of %s".formatted(share.percent(), parts(share.parts()));
  }

  private static String parts(List<CaseRule> parts) {
    return parts.stream().map(CaseRuleText::of).collect(Collectors.joining(", ", "(", ")"));
  }
}
