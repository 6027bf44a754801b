package org.trustbench.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.iceberg.io.SeekableInputStream;

/** A file on storage, read from anywhere in it. */
final class StorageChannel implements SeekableByteChannel {
  private final StoragePath path;
  private final long size;
  private final SeekableInputStream in;
  private boolean isOpen = true;

  StorageChannel(StoragePath path, long size) throws IOException {
    this.path = path;
    this.size = size;
    this.in = StorageFiles.open(path, size);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (!isOpen) {
      throw new ClosedChannelException();
    }
    if (position() >= size) {
      return -1;
    }
    byte[] bytes = new byte[(int) Math.min(into.remaining(), size - position())];
    int found = StorageFiles.reading(path, () -> in.read(bytes, 0, bytes.length));
    if (found > 0) {
      into.put(bytes, 0, found);
    }
    return found;
  }

  @Override
  public long position() throws IOException {
    return in.getPos();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    in.seek(position);
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long bytes) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public void close() throws IOException {
    isOpen = false;
    in.close();
  }
}
