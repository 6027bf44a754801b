package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;

/**
 * One question of the inspection form. {@code appliesWhen} documents when the work is called for; a
 * question outside it is answered <em>not applicable</em> by the inspector, never by this program.
 *
 * @param id stable identifier, the column name of a wide file
 * @param text the question in full
 * @param label a few words for tables and charts
 * @param sections ids of the sections it feeds, each once
 * @param answers codes it may be answered with, besides those that judge nothing
 * @param sufficient the answer codes that mean the work was done well enough
 * @param evidence the kind of case it is answered on
 * @param appliesWhen the cases in which the work is called for
 * @param versions versions of the form that ask it; empty for all of them
 * @param sameAs id of the question of earlier versions that it stands for; empty for none
 */
public record Question(
    String id,
    String text,
    String label,
    List<String> sections,
    List<String> answers,
    List<String> sufficient,
    String evidence,
    Condition appliesWhen,
    List<String> versions,
    String sameAs)
    implements Serializable {

  /** Whether a version of the form asks it. */
  public boolean isAsked(String version) {
    return versions.isEmpty() || version.equals(Form.ONLY) || versions.contains(version);
  }
}
