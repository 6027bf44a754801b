package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;

/**
 * The small framework with a form that changed in 2015: {@code pace} was asked otherwise as {@code
 * tempo}, which is declared the same; {@code marked} became {@code fed_back}, which is not.
 */
public final class TinyForms {
  public static final String FORMS =
      "\"forms\": [{ \"version\": \"0\", \"from\": \"2010-01-01\" },"
          + " { \"version\": \"1\", \"from\": \"2015-01-01\" }]";
  public static final String QUESTIONS =
      """
      id,label,text,sections,answers,sufficient,evidence,versions,same_as
      plan,Planned,Was the lesson planned?,A1,yes|no,yes,lesson,,
      pace,Pace right,Was the pace right?,A1|A2,yes|no,yes,lesson,0,
      tempo,Tempo right,Was the tempo right?,A1|A2,yes|no,yes,lesson,1,pace
      marked,Work marked,Was the work marked?,A2,yes|no,yes,lesson,0,
      fed_back,Fed back,Was there feedback?,A2,yes|no,yes,lesson,1,
      safe,Pupils safe,Were the pupils safe?,B1,1|2|3|4,1|2,lesson,,
      talk,Head talks,Does the head talk to staff?,A4,yes|no,yes,interview,,
      """;

  private TinyForms() {}

  public static Framework read(Path folder) {
    write(folder, json -> json, questions -> questions);
    return FrameworkReader.read(folder.toString());
  }

  /** Writes the framework's files, changed. */
  public static void write(
      Path folder, UnaryOperator<String> json, UnaryOperator<String> questions) {
    try {
      TinyFramework.write(folder, text -> json.apply(withForms(text)));
      Files.writeString(folder.resolve("questions.csv"), questions.apply(QUESTIONS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withForms(String json) {
    return json.replaceFirst("\"evidence\"", FORMS + ", \"evidence\"")
        .replace("\"id\": \"wide\",", "\"id\": \"wide\", \"version\": \"0\",")
        .replace("\"id\": \"long\",", "\"id\": \"long\", \"version\": \"0\",");
  }
}
