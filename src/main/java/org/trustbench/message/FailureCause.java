package org.trustbench.message;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trustbench.PipelineException;

/**
 * Puts a failure into one line of words: the root cause under all the exceptions wrapped around it,
 * and what to do about it where that is known.
 */
public final class FailureCause {
  private static final int LONGEST = 400;

  private FailureCause() {}

  /** The cause in one line; where nothing is known of it, its class and message. */
  public static String of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    for (int i = chain.size() - 1; i >= 0; i--) {
      String words = words(chain.get(i));
      if (words != null) {
        return line(words);
      }
    }
    Throwable root = chain.get(chain.size() - 1);
    String message = root.getMessage();
    return message == null || message.isBlank()
        ? root.getClass().getSimpleName()
        : line(isPlain(root) ? message : root.getClass().getSimpleName() + ": " + message);
  }

  /** Whether the world outside failed, rather than the program. */
  public static boolean isOutside(Throwable failure) {
    return chain(failure).stream()
        .anyMatch(
            one ->
                words(one) != null
                    || one instanceof java.io.IOException
                    || one instanceof java.sql.SQLException
                    || one instanceof LinkageError);
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable one = failure; one != null && !chain.contains(one); one = one.getCause()) {
      chain.add(one);
    }
    return chain;
  }

  private static String words(Throwable one) {
    String message = String.valueOf(one.getMessage());
    String small = message.toLowerCase(Locale.ROOT);
    if (small.contains("no space left") || small.contains("database or disk is full")) {
      return of(one, "the disk is full: free some space, then do it again");
    }
    if (small.contains("disk quota exceeded")) {
      return of(one, "the quota of the disk is used up: free some space, then do it again");
    }
    if (one instanceof ReadOnlyFileSystemException
        || small.contains("read-only file system")
        || small.contains("readonly database")) {
      return of(one, "it is read-only here: do it where you may write");
    }
    if (one instanceof FileSystemException file) {
      return of(file);
    }
    if (one instanceof InvalidPathException path) {
      return "\"%s\" is no path here (%s): with letters beyond ASCII, set LC_ALL=C.UTF-8"
          .formatted(path.getInput(), path.getReason());
    }
    if (one instanceof UnknownHostException) {
      return "the host %s is not known here: correct its name, or add it to /etc/hosts"
          .formatted(message.replaceFirst(":.*", ""));
    }
    if (one instanceof ConnectException) {
      return "no connection: %s; is the server there?".formatted(message);
    }
    if (one instanceof LinkageError && small.contains("librar")) {
      return "a library cannot be loaded from the folder for temporary files %s (%s): name one that has room and allows programs, by the variable TMPDIR"
          .formatted(System.getProperty("java.io.tmpdir"), message);
    }
    if (message.startsWith("[INVALID_CONF_VALUE")) {
      return "a setting of Spark is wrong: "
          + message.replaceFirst("^\\[\\S+\\] ", "").replaceFirst(" SQLSTATE: \\w+$", "");
    }
    if (one instanceof CharacterCodingException) {
      return "its text is not UTF-8";
    }
    return one instanceof PipelineException ? message : null;
  }

  private static String of(FileSystemException e) {
    String file = e.getFile();
    if (e instanceof NoSuchFileException) {
      return file + " does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not read or write %s: grant it, or name another place".formatted(file);
    }
    if (e instanceof NotDirectoryException) {
      return file + " is not a folder";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return file + " is not empty";
    }
    if (e instanceof FileAlreadyExistsException) {
      return file + " is there already";
    }
    return e.getReason() == null ? file : file + ": " + e.getReason();
  }

  private static String of(Throwable one, String words) {
    return one instanceof FileSystemException e && e.getFile() != null
        ? e.getFile() + ": " + words
        : words;
  }

  /** Exceptions whose message says enough. */
  private static boolean isPlain(Throwable one) {
    return one instanceof java.io.IOException
        || one instanceof java.sql.SQLException
        || one instanceof LinkageError;
  }

  /** The first line that says something, without what would move the cursor. */
  private static String line(String text) {
    String first =
        text.lines()
            .map(one -> one.replaceAll("\\p{Cntrl}", " ").strip())
            .filter(one -> !one.isEmpty())
            .findFirst()
            .orElse("");
    return first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "…";
  }
}
