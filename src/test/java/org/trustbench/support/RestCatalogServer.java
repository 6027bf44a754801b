package org.trustbench.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.RESTSerializers;
import org.apache.iceberg.rest.RESTUtil;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ConfigResponse;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.PropertyAccessor;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.DeserializationFeature;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.PropertyNamingStrategies;

/**
 * A REST catalog of a test's own on a free port of this machine: Iceberg's own handlers of the
 * requests, on a catalog in an SQLite file. Whoever has not its token is turned away.
 */
public final class RestCatalogServer implements AutoCloseable {
  public static final String TOKEN = "let-me-in";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);

  static {
    RESTSerializers.registerAll(JSON);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final JdbcCatalog catalog;
  private volatile boolean isLeaving;

  private RestCatalogServer(HttpServer server, JdbcCatalog catalog) {
    this.server = server;
    this.catalog = catalog;
  }

  /** Starts a server whose catalog and tables lie in a folder. */
  public static RestCatalogServer start(Path folder) {
    return start(folder, Map.of("warehouse", folder.resolve("warehouse").toUri().toString()));
  }

  /** Starts a server whose catalog lies in a folder, and its tables where properties say. */
  public static RestCatalogServer start(Path folder, Map<String, String> tables) {
    try {
      Map<String, String> properties = new HashMap<>(tables);
      properties.put("uri", "jdbc:sqlite:" + folder.resolve("rest.sqlite"));
      properties.put("jdbc.schema-version", "V1");
      properties.put("clients", "1");
      JdbcCatalog catalog =
          (JdbcCatalog)
              CatalogUtil.loadCatalog(
                  JdbcCatalog.class.getName(), "served", properties, new Configuration());
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      RestCatalogServer server = new RestCatalogServer(http, catalog);
      http.setExecutor(server.threads);
      http.createContext("/", server::answer);
      http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Has the server go away when the first table is to be changed. */
  public void leaveAtFirstChange() {
    isLeaving = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    int code = 200;
    Object said;
    try {
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        throw new NotAuthorizedException("the token is not known");
      }
      said = asked(exchange);
    } catch (RuntimeException e) {
      code = code(e);
      said =
          ErrorResponse.builder()
              .responseCode(code)
              .withType(e.getClass().getSimpleName())
              .withMessage(e.getMessage())
              .build();
    }
    byte[] body = said == null ? new byte[0] : JSON.writeValueAsBytes(said);
    boolean isSilent = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(
        code == 200 && body.length == 0 ? 204 : code, isSilent ? -1 : body.length);
    if (!isSilent) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static int code(RuntimeException e) {
    if (e instanceof NoSuchTableException || e instanceof NoSuchNamespaceException) {
      return 404;
    }
    if (e instanceof AlreadyExistsException || e instanceof CommitFailedException) {
      return 409;
    }
    return e instanceof NotAuthorizedException ? 401 : 500;
  }

  /** The answer to a request; null for none. */
  private Object asked(HttpExchange exchange) throws IOException {
    List<String> path =
        Arrays.asList(exchange.getRequestURI().getPath().replaceFirst("^/v1/", "").split("/", -1));
    String request = exchange.getRequestMethod() + " " + (path.size() > 2 ? path.get(2) : "");
    if (path.get(0).equals("config")) {
      return ConfigResponse.builder().build();
    }
    if (path.size() == 1) {
      return exchange.getRequestMethod().equals("GET")
          ? CatalogHandlers.listNamespaces(catalog, Namespace.empty())
          : CatalogHandlers.createNamespace(catalog, read(exchange, CreateNamespaceRequest.class));
    }
    Namespace namespace = Namespace.of(RESTUtil.decodeString(path.get(1)));
    if (path.size() == 2) {
      return CatalogHandlers.loadNamespace(catalog, namespace);
    }
    return path.size() == 3
        ? switch (request) {
          case "GET tables" -> CatalogHandlers.listTables(catalog, namespace);
          case "POST tables" ->
              CatalogHandlers.createTable(
                  catalog, namespace, read(exchange, CreateTableRequest.class));
          default -> throw new UnsupportedOperationException(request);
        }
        : ofTable(exchange, path, TableIdentifier.of(namespace, path.get(3)));
  }

  private Object ofTable(HttpExchange exchange, List<String> path, TableIdentifier table)
      throws IOException {
    if (path.size() > 4) {
      return null;
    }
    return switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> CatalogHandlers.loadTable(catalog, table, SnapshotMode.ALL);
      case "POST" -> {
        if (isLeaving) {
          server.stop(0);
        }
        yield CatalogHandlers.updateTable(catalog, table, read(exchange, UpdateTableRequest.class));
      }
      default -> throw new UnsupportedOperationException(exchange.getRequestMethod());
    };
  }

  private static <T> T read(HttpExchange exchange, Class<T> kind) throws IOException {
    return JSON.readValue(exchange.getRequestBody(), kind);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    catalog.close();
  }
}
