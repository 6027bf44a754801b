package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;

/** An outcome of the programme's official structure, published as a theme, with its sections. */
public record Theme(String id, String title, List<Section> sections) implements Serializable {

  /**
   * A section of a theme.
   *
   * @param evidence the kind of case its questions are answered on
   */
  public record Section(String id, String title, String evidence) implements Serializable {}
}
