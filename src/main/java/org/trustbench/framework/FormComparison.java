package org.trustbench.framework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two versions of a form, question by question and measure by measure. What both ask is
 * the same work: questions that both ask, and those declared the same ({@code same_as}). A measure
 * of any kind is comparable where what the one version has it count is what the other has it count.
 * Several threads may ask at once, as writers of a release do.
 */
public final class FormComparison {
  private final Framework framework;
  private final QuestionVersions questions;
  private final Map<String, FormView> views = new HashMap<>();
  private final Map<String, Map<String, Set<Object>>> works = new HashMap<>();

  /** All is worked out here, so that several threads may ask at once. */
  public FormComparison(Framework framework) {
    this.framework = framework;
    this.questions = framework.questionVersions();
    List<String> versions =
        framework.forms().isEmpty()
            ? List.of(Form.ONLY)
            : framework.forms().stream().map(Form::version).toList();
    for (String version : versions) {
      views.put(version, new FormView(framework, questions, version));
      Map<String, Set<Object>> ofVersion = new HashMap<>();
      framework.measures().forEach(one -> ofVersion.put(one.id(), counted(one, version)));
      works.put(version, ofVersion);
    }
  }

  /** The question that another is the same as, through all versions; itself where none is. */
  public String first(String questionId) {
    return questions.first(questionId);
  }

  /** A measure as a version asks it; without questions where it has nothing to count. */
  public Measure asked(Measure measure, String version) {
    return view(version).asked(measure.id());
  }

  /** Whether a version has anything to count for a measure. */
  public boolean isAsked(Measure measure, String version) {
    return !asked(measure, version).questions().isEmpty();
  }

  /**
   * The measure that is on a version what another is elsewhere: itself, or where that belongs to a
   * question, the like one of the question that is the same.
   */
  public Measure on(Measure measure, String version) {
    String id = view(version).counterpart(measure);
    return id.equals(measure.id()) ? measure : framework.measure(id);
  }

  /** Whether a measure is of the same work on two versions of the form. */
  public boolean isAlike(Measure measure, String version, String other) {
    return version.equals(other) || work(measure, version).equals(work(measure, other));
  }

  /**
   * The version since which every version asks the same of a measure as the present one; empty of a
   * measure that the present version does not have, and where there is one version alone.
   */
  public Optional<Form> followedSince(Measure measure) {
    List<Form> forms = framework.forms();
    Optional<Form> since = Optional.empty();
    for (int i = forms.size() - 1; i >= 0; i--) {
      boolean isSame =
          isAsked(measure, framework.version())
              && isAlike(measure, framework.version(), forms.get(i).version());
      if (!isSame) {
        break;
      }
      since = Optional.of(forms.get(i));
    }
    return since;
  }

  private Set<Object> work(Measure measure, String version) {
    return works.get(version).get(measure.id());
  }

  /** What a measure counts on a version, each question as that which it is the same as. */
  private Set<Object> counted(Measure measure, String version) {
    FormView view = views.get(version);
    Measure asked = view.asked(view.counterpart(measure));
    return asked.counting().work(asked.questions(), questions);
  }

  private FormView view(String version) {
    return views.get(version);
  }
}
