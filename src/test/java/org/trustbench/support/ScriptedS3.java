package org.trustbench.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.trustbench.storage.StorageSettings;

/**
 * A server of S3 in this process that does what a test says: answers with a fault, waits, or is
 * overtaken. It knows the requests of the program and lets everybody in; {@link S3Server} checks
 * signatures. By Amazon's API reference, conditional requests included.
 */
public final class ScriptedS3 implements AutoCloseable {
  /** The one bucket. */
  public static final String BUCKET = "figures";

  /** To break off while what is written is being sent. */
  public static final int CUT_WHILE_SENT = -1;

  /** To do what is asked, and to break off in the middle of the answer. */
  public static final int CUT_WHILE_ANSWERED = -2;

  private static final int NOT_FOUND = 404;
  private static final int CHANGED = 412;
  private static final Map<Integer, String> CODES =
      Map.of(409, "ConditionalRequestConflict", 503, "SlowDown");
  private static final Pattern KEY = Pattern.compile("<Key>(.*?)</Key>", Pattern.DOTALL);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final NavigableMap<String, Stored> objects = new ConcurrentSkipListMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Set<HttpExchange> broken = ConcurrentHashMap.newKeySet();
  private final ScriptedUploads uploads = new ScriptedUploads();
  private volatile Function<Request, Integer> script = request -> 0;

  private record Stored(byte[] bytes, String version, Instant since) {}

  /**
   * What is asked.
   *
   * @param key of the object; empty for the bucket
   * @param query what follows the address, such as {@code partNumber=1&uploadId=7}; may be empty
   */
  public record Request(String method, String key, String query, Map<String, String> headers) {
    /** Whether an object whose key ends so is written. */
    public boolean writes(String end) {
      return method.equals("PUT") && key.endsWith(end);
    }

    /** Whether a part of an object is written. */
    public boolean writesPart(int number) {
      return method.equals("PUT") && query.contains("partNumber=" + number + "&");
    }

    /** Whether the parts of an object are to become one. */
    public boolean completes() {
      return method.equals("POST") && query.startsWith("uploadId=");
    }

    /** Whether an object whose key ends so is read. */
    public boolean reads(String end) {
      return method.equals("GET") && !key.isEmpty() && key.endsWith(end);
    }
  }

  private ScriptedS3(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static ScriptedS3 start() {
    try {
      return new ScriptedS3(HttpServer.create(anywhere(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same by TLS. */
  public static ScriptedS3 startWithTls(SSLContext context) {
    try {
      HttpsServer server = HttpsServer.create(anywhere(), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return new ScriptedS3(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress anywhere() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /**
   * What is done before each request is looked at.
   *
   * @param todo gives the status to answer with; 0 to answer as usual, {@link #CUT_WHILE_SENT} or
   *     {@link #CUT_WHILE_ANSWERED} to break off
   */
  public void script(Function<Request, Integer> todo) {
    script = todo;
  }

  /** All that was asked so far. */
  public List<Request> requests() {
    return requests;
  }

  public String endpoint() {
    return (server instanceof HttpsServer ? "https" : "http")
        + "://localhost:"
        + server.getAddress().getPort();
  }

  /** The keys of all objects. */
  public List<String> keys() {
    return List.copyOf(objects.keySet());
  }

  public byte[] bytes(String key) {
    return objects.get(key).bytes();
  }

  public void put(String key, byte[] bytes) {
    put(key, bytes, Instant.now());
  }

  /** Stores an object as if at another time. */
  public void put(String key, byte[] bytes, Instant since) {
    objects.put(key, new Stored(bytes, version(bytes), since));
  }

  public void remove(String key) {
    objects.remove(key);
  }

  /** How many uploads in parts were begun, and neither ended nor aborted. */
  public int openUploads() {
    return uploads.open();
  }

  /** Settings of Iceberg's files that reach this server; what fails is not tried again. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("s3.endpoint", endpoint());
    settings.put("s3.path-style-access", "true");
    settings.put("client.region", "eu-west-2");
    settings.put("s3.access-key-id", S3Server.KEY);
    settings.put("s3.secret-access-key", S3Server.SECRET);
    settings.put("s3.retry.num-retries", "1");
    return settings;
  }

  /** Has the storage of this process reached by these settings. */
  public void use() {
    StorageSettings.from(() -> new StorageSettings.Values(settings(), Map.of()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath().replaceFirst("^/" + BUCKET + "/?", "");
      String query = exchange.getRequestURI().getRawQuery();
      Request request =
          new Request(
              exchange.getRequestMethod(),
              URLDecoder.decode(path.replace("+", "%2B"), UTF_8),
              query == null ? "" : query,
              headers(exchange.getRequestHeaders()));
      requests.add(request);
      int status = script.apply(request);
      if (status == CUT_WHILE_SENT) {
        exchange.getRequestBody().readNBytes(1000);
        throw new IOException("broken off, as the test said");
      }
      byte[] body = body(exchange.getRequestBody(), request);
      if (status > 0) {
        fault(exchange, status, CODES.getOrDefault(status, "Scripted"));
      } else {
        if (status == CUT_WHILE_ANSWERED) {
          broken.add(exchange);
        }
        answer(exchange, request, body);
      }
    }
  }

  private static Map<String, String> headers(Headers headers) {
    Map<String, String> all = new LinkedHashMap<>();
    headers.forEach(
        (name, values) -> all.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
    return all;
  }

  private void answer(HttpExchange exchange, Request request, byte[] body) throws IOException {
    switch (request.method()) {
      case "PUT" -> {
        if (uploads.isOf(request)) {
          uploads.part(request, body);
          exchange.getResponseHeaders().set("ETag", version(body));
          send(exchange, 200, new byte[0]);
        } else {
          put(exchange, request, body);
        }
      }
      case "HEAD", "GET" -> {
        if (request.key().isEmpty()) {
          list(exchange);
        } else {
          get(exchange, request);
        }
      }
      case "DELETE" -> {
        if (uploads.isOf(request)) {
          uploads.abort(request);
        } else {
          objects.remove(request.key());
        }
        send(exchange, 204, new byte[0]);
      }
      case "POST" -> {
        if (request.query().startsWith("uploads")) {
          send(exchange, 200, uploads.begin().getBytes(UTF_8));
          return;
        }
        if (uploads.isOf(request)) {
          put(exchange, request, uploads.whole(request));
          return;
        }
        Matcher key = KEY.matcher(new String(body, UTF_8));
        while (key.find()) {
          objects.remove(key.group(1));
        }
        send(exchange, 200, "<DeleteResult/>".getBytes(UTF_8));
      }
      default -> fault(exchange, 405, "MethodNotAllowed");
    }
  }

  private void put(HttpExchange exchange, Request request, byte[] body) throws IOException {
    Stored stored = new Stored(body, version(body), Instant.now());
    if (request.headers().containsKey("if-none-match")) {
      if (objects.putIfAbsent(request.key(), stored) != null) {
        fault(exchange, CHANGED, "PreconditionFailed");
        return;
      }
    } else {
      objects.put(request.key(), stored);
    }
    exchange.getResponseHeaders().set("ETag", stored.version());
    send(exchange, 200, uploads.isOf(request) ? uploads.end(request) : new byte[0]);
  }

  private void get(HttpExchange exchange, Request request) throws IOException {
    Stored stored = objects.get(request.key());
    if (stored == null) {
      fault(exchange, NOT_FOUND, "NoSuchKey");
      return;
    }
    String wanted = request.headers().get("if-match");
    if (wanted != null && !wanted.equals(stored.version())) {
      fault(exchange, CHANGED, "PreconditionFailed");
      return;
    }
    exchange.getResponseHeaders().set("ETag", stored.version());
    exchange.getResponseHeaders().set("Last-Modified", "Tue, 04 Mar 2014 10:00:00 GMT");
    Matcher range =
        Pattern.compile("bytes=(\\d+)-(\\d*)").matcher(request.headers().getOrDefault("range", ""));
    if (!range.matches()) {
      send(exchange, 200, stored.bytes());
      return;
    }
    int all = stored.bytes().length;
    int from = Integer.parseInt(range.group(1));
    int to = range.group(2).isEmpty() ? all : Math.min(all, Integer.parseInt(range.group(2)) + 1);
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, all));
    send(exchange, 206, java.util.Arrays.copyOfRange(stored.bytes(), from, Math.max(from, to)));
  }

  private void list(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    Matcher asked = Pattern.compile("(?:^|&)prefix=([^&]*)").matcher(query == null ? "" : query);
    String prefix = asked.find() ? URLDecoder.decode(asked.group(1), UTF_8) : "";
    StringBuilder listed = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
    objects
        .tailMap(prefix)
        .forEach(
            (key, stored) -> {
              if (key.startsWith(prefix)) {
                listed.append(
                    "<Contents><Key>%s</Key><Size>%d</Size><ETag>%s</ETag><LastModified>%s</LastModified></Contents>"
                        .formatted(
                            key.replace("&", "&amp;").replace("<", "&lt;"),
                            stored.bytes().length,
                            stored.version(),
                            stored.since()));
              }
            });
    send(exchange, 200, listed.append("</ListBucketResult>").toString().getBytes(UTF_8));
  }

  private void fault(HttpExchange exchange, int status, String code) throws IOException {
    String text = "<Error><Code>%s</Code><Message>as told</Message></Error>".formatted(code);
    send(exchange, status, text.getBytes(UTF_8));
  }

  private void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    if (isHead) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
    }
    boolean isEmpty = isHead || body.length == 0;
    if (broken.remove(exchange)) {
      if (!isEmpty) {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
      }
      throw new IOException("broken off, as the test said");
    }
    exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
    if (!isEmpty) {
      exchange.getResponseBody().write(body);
    }
  }

  /** What was sent; in pieces with their lengths, where the client signs each. */
  private static byte[] body(InputStream in, Request request) throws IOException {
    byte[] sent = in.readAllBytes();
    if (!request.headers().containsKey("x-amz-decoded-content-length")) {
      return sent;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int at = 0; ; ) {
      int end = at;
      while (sent[end] != '\r') {
        end++;
      }
      int length =
          Integer.parseInt(new String(sent, at, end - at, ISO_8859_1).replaceFirst(";.*", ""), 16);
      if (length == 0) {
        return whole.toByteArray();
      }
      whole.write(sent, end + 2, length);
      at = end + 2 + length + 2;
    }
  }

  private static String version(byte[] bytes) {
    try {
      return '"' + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes)) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The keys below a folder, without it. */
  public List<String> below(String folder) {
    List<String> names = new ArrayList<>();
    objects.tailMap(folder + "/").keySet().stream()
        .filter(key -> key.startsWith(folder + "/"))
        .forEach(key -> names.add(key.substring(folder.length() + 1)));
    return names;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
