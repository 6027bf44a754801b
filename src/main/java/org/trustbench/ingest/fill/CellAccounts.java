package org.trustbench.ingest.fill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.CellPlaces;
import org.trustbench.matrix.FileAccount;

/**
 * The account of the cells of one inspection, file by file: accepted, rejected, collapsed or out of
 * scope, with the rejects. Files are numbered from 0, as they were sent; lines from 1.
 */
public final class CellAccounts {
  /** Reject rows kept of one inspection; beyond them, cells are counted together. */
  private static final int MOST_REJECTS = 100_000;

  /** Stands for the reasons of rows beyond those that are kept. */
  public static final String NOT_LISTED =
      "further rows rejected by this rule, not listed one by one";

  private final List<Account> accounts = new ArrayList<>();
  private final Map<Key, Long> rejects = new LinkedHashMap<>();

  private record Key(int file, int line, RejectRule rule, String reason) {}

  /**
   * A line of a file, and what of it is meant.
   *
   * @param column counted from 0; -1 where the whole line is meant
   */
  record Place(int file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::file)
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Account {
    final SentFile file;
    String sha256 = "";
    CellPlaces places = CellPlaces.NONE;
    long read;
    long accepted;
    long rejected;
    long collapsed;
    long outOfScope;
    long cases;

    Account(SentFile file) {
      this.file = file;
    }
  }

  CellAccounts(List<SentFile> files) {
    files.forEach(file -> accounts.add(new Account(file)));
  }

  /** Says where the cells of a file's table stand, if they have names. */
  void places(int file, CellPlaces places) {
    accounts.get(file).places = places;
  }

  /** The place of a case's id. */
  Place caseAt(int file, int line) {
    return new Place(file, line, places(file).caseId());
  }

  /** The place of an answer. */
  Place answerAt(int file, int line, int question) {
    return new Place(file, line, places(file).answerTo(question));
  }

  CellPlaces places(int file) {
    return accounts.get(file).places;
  }

  /** Rejects with the name of the cell in front, where it has one. */
  void reject(Place place, RejectRule rule, String reason, long cells) {
    String told = places(place.file()).told(place.column(), place.line(), reason);
    reject(place.file(), place.line(), rule, told, cells);
  }

  void digest(int file, String sha256) {
    accounts.get(file).sha256 = sha256;
  }

  void read(int file, long cells) {
    accounts.get(file).read += cells;
  }

  void outOfScope(int file, long cells) {
    accounts.get(file).outOfScope += cells;
  }

  void accepted(int file) {
    accounts.get(file).accepted++;
  }

  /** Counts a judgement that was sent before, with the same answer. */
  void collapsed(int file) {
    accounts.get(file).collapsed++;
  }

  void acceptedCase(int file) {
    accounts.get(file).cases++;
  }

  void reject(int file, int line, RejectRule rule, String reason, long cells) {
    accounts.get(file).rejected += cells;
    Key key = new Key(file, line, rule, reason);
    if (rejects.size() >= MOST_REJECTS && !rejects.containsKey(key)) {
      key = new Key(file, 0, rule, NOT_LISTED);
    }
    rejects.merge(key, cells, Long::sum);
  }

  /** Cells read of all files, without those out of scope. */
  public long cellsRead() {
    return accounts.stream().mapToLong(account -> account.read - account.outOfScope).sum();
  }

  /** Cells rejected of all files. */
  public long cellsRejected() {
    return accounts.stream().mapToLong(account -> account.rejected).sum();
  }

  /** The account of each file so far. */
  public List<FileAccount> counts() {
    return accounts.stream()
        .map(
            a ->
                new FileAccount(
                        a.file.name(),
                        a.sha256,
                        a.file.bytes(),
                        a.read,
                        a.accepted,
                        a.rejected,
                        a.collapsed,
                        a.outOfScope,
                        a.cases)
                    .balanced())
        .toList();
  }

  /** The account of each file of a submission that is refused: all that was read is rejected. */
  List<FileAccount> countsWhenRefused() {
    return accounts.stream()
        .map(
            a ->
                new FileAccount(
                    a.file.name(),
                    a.sha256,
                    a.file.bytes(),
                    a.read,
                    0,
                    a.read - a.outOfScope,
                    0,
                    a.outOfScope,
                    0))
        .toList();
  }

  /** The rejects met so far, in the order of files and lines. */
  List<Reject> rejects() {
    List<Reject> listed = new ArrayList<>();
    rejects.forEach(
        (key, cells) ->
            listed.add(
                new Reject(name(key.file()), key.line(), key.rule().id(), key.reason(), cells)));
    listed.sort(null);
    return listed;
  }

  /** The name of a file. */
  String name(int file) {
    return accounts.get(file).file.name();
  }

  /** A place as a message names it. */
  String name(Place place) {
    SentFile file = accounts.get(place.file()).file;
    String cell = places(place.file()).of(place.column(), place.line());
    return cell == null
        ? "%s line %d".formatted(file.name(), place.line())
        : file.fileName() + " " + cell;
  }
}
