package org.trustbench.ingest.fill;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trustbench.ingest.fill.CellAccounts.Place;

/** Places in files as a message names them: in order, the first few. */
final class PlaceList {
  private static final int MOST = 5;

  private final CellAccounts accounts;
  private final TreeSet<Place> places = new TreeSet<>();

  PlaceList(CellAccounts accounts) {
    this.accounts = accounts;
  }

  void add(Place place) {
    places.add(place);
  }

  @Override
  public String toString() {
    String named =
        places.stream().limit(MOST).map(accounts::name).collect(Collectors.joining(" and "));
    return places.size() > MOST ? named + " and elsewhere" : named;
  }
}
