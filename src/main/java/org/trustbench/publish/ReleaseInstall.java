package org.trustbench.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.storage.Place;
import org.trustbench.storage.WriteConflictException;
import org.trustbench.tasks.ThreadPool;

/**
 * Puts a release that was built aside in its place, where it is whole or not at all, or makes sure
 * that what is there already is the same.
 *
 * <p>On this machine a folder is renamed. Storage such as S3 renames nothing: there the files are
 * stored one by one, none over one with other bytes, and compared with what was built; the manifest
 * is stored last of all, and a folder without one is no release.
 */
final class ReleaseInstall {
  /** How often a file is stored that another run is at. */
  private static final int ATTEMPTS = 8;

  private static final long FIRST_PAUSE_MILLIS = 50;

  private final Path made;
  private final Path folder;
  private final String id;

  /**
   * Names what is to be put where.
   *
   * @param made the folder of the release as it was built
   * @param folder its place
   */
  ReleaseInstall(Path made, Path folder, String id) {
    this.made = made;
    this.folder = folder;
    this.id = id;
  }

  /**
   * The folder that a release is built in: of this machine, and on the disk that it may stay on.
   */
  static Path aside(AudienceFolder place, String id) throws IOException {
    return Place.isLocal(place.output())
        ? place.release("." + id + "-" + ProcessHandle.current().pid())
        : Files.createTempDirectory("trustbench-release", PosixPermissions.folder());
  }

  /** Puts it there, and removes what was built elsewhere. */
  void run() throws IOException {
    if (Files.exists(folder.resolve(Release.MANIFEST))) {
      checkSame();
    } else if (Place.isLocal(folder)) {
      rename();
    } else {
      store();
    }
    Release.delete(made);
  }

  private void rename() throws IOException {
    try {
      Release.delete(folder);
      Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      // Another run has published the same release meanwhile.
      checkSame();
    }
  }

  private void store() throws IOException {
    List<String> parts = names().stream().filter(name -> !name.equals(Release.MANIFEST)).toList();
    ThreadPool.each(
        ThreadPool.all(),
        parts,
        name -> {
          store(name);
          checkKept(name);
          return null;
        });
    store(Release.MANIFEST);
  }

  /** Storage that keeps other bytes than it was sent would hold no figure of this release. */
  private void checkKept(String name) throws IOException {
    Path there = folder.resolve(name);
    if (!isSame(name) && !name.equals(ReleaseChecksums.RUN)) {
      throw PipelineException.failed(
          "%s does not come back from the storage as it was sent: nothing was published; the server may not know how newer clients send: set AWS_REQUEST_CHECKSUM_CALCULATION=when_required, and s3.chunked-encoding-enabled to false, then delete the folder %s and publish again"
              .formatted(there, folder));
    }
  }

  /**
   * Stores a file, unless another run, or one that broke off, has stored one with other bytes. One
   * with the same is stored again, so that nobody takes it for an old one that was left over. Where
   * another run is at the same file, this one waits for it, up to six seconds.
   */
  private void store(String name) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        storeNow(name);
        return;
      } catch (WriteConflictException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        pause(FIRST_PAUSE_MILLIS << (attempt - 1));
      }
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("waiting for another run was interrupted");
    }
  }

  private void storeNow(String name) throws IOException {
    try {
      copy(name, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      checkSame(name);
      if (!name.equals(Release.MANIFEST)) {
        copy(name, StandardOpenOption.CREATE);
      }
    }
  }

  /** What is closed is stored, so that a file that cannot be read to its end must not get there. */
  private void copy(String name, StandardOpenOption option) throws IOException {
    try (InputStream in = Files.newInputStream(made.resolve(name))) {
      OutputStream out = Files.newOutputStream(folder.resolve(name), option);
      in.transferTo(out);
      out.close();
    }
  }

  /** The same id stands for the same bytes. */
  private void checkSame() throws IOException {
    ThreadPool.each(
        Place.isLocal(folder) ? 1 : ThreadPool.all(),
        names(),
        name -> {
          checkSame(name);
          return null;
        });
  }

  private void checkSame(String name) throws IOException {
    Path there = folder.resolve(name);
    if (name.equals(ReleaseChecksums.RUN)) {
      return;
    }
    if (!isSame(name)) {
      boolean isThere = Files.isRegularFile(there);
      throw PipelineException.failed(
          "%s is %s what release %s is made of: nothing was published; see by check whether the lake is damaged; if it is not, delete the folder %s, then publish makes it again"
              .formatted(there, isThere ? "not" : "missing of", id, folder));
    }
  }

  private boolean isSame(String name) throws IOException {
    Path there = folder.resolve(name);
    return Files.isRegularFile(there) && Files.mismatch(made.resolve(name), there) < 0;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.walk(made)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> made.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
