package org.trustbench.ingest.fill;

import java.util.TreeSet;
import java.util.stream.Collectors;

/** Places in files as a message names them: in order, the first few. */
final class Places {
  private static final int MOST = 5;

  private final CellAccounts accounts;
  private final TreeSet<Long> places = new TreeSet<>();

  Places(CellAccounts accounts) {
    this.accounts = accounts;
  }

  void add(int file, int line) {
    places.add((long) file << 32 | line);
  }

  @Override
  public String toString() {
    String named =
        places.stream()
            .limit(MOST)
            .map(place -> accounts.place((int) (place >> 32), place.intValue()))
            .collect(Collectors.joining(" and "));
    return places.size() > MOST ? named + " and elsewhere" : named;
  }
}
