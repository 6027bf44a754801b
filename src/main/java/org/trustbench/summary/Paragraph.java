package org.trustbench.summary;

import java.util.List;

/**
 * A paragraph of a summary, and the list that follows it.
 *
 * @param items of the list; empty for none
 */
public record Paragraph(String text, List<String> items) {
  Paragraph(String text) {
    this(text, List.of());
  }
}
