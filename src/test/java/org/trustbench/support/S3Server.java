package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.trustbench.storage.StorageSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A server of S3 in a process of its own, which keeps what it holds in memory. Tests share one and
 * have each a bucket of their own.
 */
public final class S3Server {
  /** What is let in. */
  public static final String KEY = "test-key";

  public static final String SECRET = "test-secret";

  /**
   * This server does not know sums behind what is sent, which the client has sent since 2025: an
   * option of the JVM, since it is one of the client and none of Iceberg.
   */
  public static final String CHECKSUMS = "aws.requestChecksumCalculation";

  private static final AtomicInteger BUCKETS = new AtomicInteger();

  private static S3Server shared;

  private final String endpoint;
  private final Process process;

  private S3Server(String endpoint, Process process) {
    this.endpoint = endpoint;
    this.process = process;
  }

  /** The server of this JVM, started if it has not been. */
  public static synchronized S3Server shared() {
    if (shared == null) {
      shared = started();
      Runtime.getRuntime().addShutdownHook(new Thread(shared.process::destroyForcibly));
    }
    System.setProperty(CHECKSUMS, "when_required");
    return shared;
  }

  private static Path jar() {
    Path root = Path.of(System.getProperty("project.root", "."));
    Path resolved =
        Path.of(
            System.getProperty("user.home"),
            ".m2/repository/org/gaul/s3proxy/2.6.0/s3proxy-2.6.0-jar-with-dependencies.jar");
    Path copied = root.resolve("target/servers/s3proxy.jar");
    return Files.exists(copied) ? copied : resolved;
  }

  private static S3Server started() {
    Assumptions.assumeTrue(
        Files.exists(jar()) || Boolean.getBoolean("skip.nothing"),
        "target/servers/s3proxy.jar is made by the build");
    try {
      int port;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      Path settings = ForkFolder.file("s3proxy.properties");
      String endpoint = "http://127.0.0.1:" + port;
      Files.writeString(
          settings,
          """
          s3proxy.endpoint=%s
          s3proxy.authorization=aws-v2-or-v4
          s3proxy.identity=%s
          s3proxy.credential=%s
          jclouds.provider=transient
          jclouds.identity=none
          jclouds.credential=none
          """
              .formatted(endpoint, KEY, SECRET));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-DLOG_LEVEL=error",
                  "-Djava.io.tmpdir=" + ForkFolder.root(),
                  "-jar",
                  jar().toString(),
                  "--properties",
                  settings.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      awaitPort(port, process);
      Files.delete(settings);
      return new S3Server(endpoint, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static void awaitPort(int port, Process process) throws InterruptedException {
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    process.destroyForcibly();
    throw new AssertionError("the server of S3 did not start");
  }

  public String endpoint() {
    return endpoint;
  }

  /** Makes a bucket and gives its name. */
  public String newBucket() {
    String name = "bucket-" + BUCKETS.incrementAndGet();
    try (S3Client client = client()) {
      client.createBucket(request -> request.bucket(name));
    }
    return name;
  }

  /** A client of the server that is none of the program's. */
  public S3Client client() {
    return S3Client.builder()
        .endpointOverride(URI.create(endpoint))
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /** The keys of all objects in a bucket. */
  public List<String> keys(String bucket) {
    try (S3Client client = client()) {
      return client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
          .map(object -> object.key())
          .toList();
    }
  }

  /** Settings of Iceberg's files that reach this server; what fails is not tried again. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("s3.endpoint", endpoint);
    settings.put("s3.path-style-access", "true");
    settings.put("client.region", "us-east-1");
    settings.put("s3.access-key-id", KEY);
    settings.put("s3.secret-access-key", SECRET);
    settings.put("s3.retry.num-retries", "1");
    return settings;
  }

  /** Has the storage of this process reached by these settings. */
  public void use() {
    StorageSettings.from(() -> new StorageSettings.Values(settings(), Map.of()));
  }
}
