package org.trustbench.framework;

/**
 * Something that is wrong in a framework.
 *
 * @param file the file it is in, with its folder
 * @param line the line of the file, counted from 1; 0 where it has none
 * @param place what it is in there, such as {@code question plan}; empty where the line says it all
 * @param wrong what is wrong
 * @param fix what to do about it; empty where that goes without saying
 */
public record Mistake(String file, long line, String place, String wrong, String fix) {

  /** All of it on one line. */
  public String sentence() {
    String where = !place.isEmpty() ? " " + place + ": " : line > 0 ? " line " + line + ": " : " ";
    return file + where + wrong + (fix.isEmpty() ? "" : " (" + fix + ")");
  }

  /** File, line and place. */
  public String where() {
    return file
        + (line > 0 ? " line " + line : "")
        + (place.isEmpty() ? "" : (line > 0 ? ", " : " ") + place);
  }

  Mistake at(long found) {
    return new Mistake(file, found, place, wrong, fix);
  }
}
