package org.trustbench.jobs;

import static org.trustbench.jobs.settings.PlaceSettings.KEY_FILE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;

import java.util.List;
import org.trustbench.ingest.Rekeying;
import org.trustbench.ingest.store.Pseudonyms;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.message.Counted;
import picocli.CommandLine.Command;

/** Brings the pseudonyms in the lake under the last key of its key file. */
@Command(
    name = "rekey",
    description = {
      "Bring the pseudonyms in the lake under the last key of its key file.",
      "The new key comes behind the old ones, after a line that says: then"
    },
    footer = "trustbench rekey --key-file /secrets/lake.key")
final class RekeyJob extends Job {
  @Override
  List<Setting<?>> uses() {
    return List.of(LAKE, KEY_FILE);
  }

  @Override
  int run(Session session) {
    Pseudonyms newest = session.newestPseudonyms();
    Rekeying.Report report = new Rekeying(session.lake(), newest).run(session.runner());
    if (report.submissions() == 0) {
      session.say(
          "nothing to do: all of the lake is under the last key there is (its fingerprint is %s); a new one comes behind it, after a line that says: then"
              .formatted(newest.fingerprint()));
    } else {
      session.say(
          "rekeyed: %s in %s, now under the key with fingerprint %s"
              .formatted(
                  Counted.of(report.submissions(), "submission"),
                  Counted.of(report.files(), "file"),
                  newest.fingerprint()));
      session.say(
          "rows under the key before stay until maintain clears them away: trustbench maintain"
              + " --keep-days 0, when no other job is at the lake");
    }
    return DONE;
  }
}
