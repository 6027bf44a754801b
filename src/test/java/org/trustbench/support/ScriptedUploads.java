package org.trustbench.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects that are sent in parts to a {@link ScriptedS3}, each as an upload of its own. */
final class ScriptedUploads {
  private static final Pattern UPLOAD = Pattern.compile("(?:^|&)uploadId=([^&]*)");
  private static final Pattern PART = Pattern.compile("(?:^|&)partNumber=(\\d+)");

  private final Map<String, SortedMap<Integer, byte[]>> parts = new ConcurrentHashMap<>();
  private final AtomicInteger begun = new AtomicInteger();

  /** Whether a request is of an upload in parts that has begun. */
  boolean isOf(ScriptedS3.Request request) {
    return UPLOAD.matcher(request.query()).find();
  }

  String begin() {
    String upload = "upload-" + begun.incrementAndGet();
    parts.put(upload, new ConcurrentSkipListMap<>());
    return "<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>"
        .formatted(upload);
  }

  void part(ScriptedS3.Request request, byte[] body) {
    Matcher number = PART.matcher(request.query());
    if (!number.find()) {
      throw new IllegalStateException("no part is named: " + request);
    }
    of(request).put(Integer.parseInt(number.group(1)), body);
  }

  /** All parts in their order. */
  byte[] whole(ScriptedS3.Request request) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    new TreeMap<>(of(request)).values().forEach(whole::writeBytes);
    return whole.toByteArray();
  }

  /** Ends an upload whose parts have become an object. */
  byte[] end(ScriptedS3.Request request) {
    parts.remove(id(request));
    return "<CompleteMultipartUploadResult/>".getBytes(UTF_8);
  }

  void abort(ScriptedS3.Request request) {
    parts.remove(id(request));
  }

  /** How many uploads have begun, and neither ended nor were aborted. */
  int open() {
    return parts.size();
  }

  private SortedMap<Integer, byte[]> of(ScriptedS3.Request request) {
    return parts.getOrDefault(id(request), new TreeMap<>());
  }

  private static String id(ScriptedS3.Request request) {
    Matcher upload = UPLOAD.matcher(request.query());
    return upload.find() ? upload.group(1) : "";
  }
}
