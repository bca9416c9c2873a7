package weir.platform.objects;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/// Feeds a digest on a thread of its own, with four buffers between it and its one user.
final class HashThread implements Closeable {

    private static final int BUFFERS = 4;

    private static final class Piece {

        private final byte[] bytes;
        private final int length;

        Piece(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }
    }

    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BUFFERS);
    private final MessageDigest digest;
    private final Thread thread;

    private HashThread(MessageDigest digest, int bufferSize) {
        this.digest = digest;
        for (int i = 0; i < BUFFERS; i++) {
            free.add(new byte[bufferSize]);
        }
        this.thread = Thread.ofPlatform().daemon().name("weir-object-hash").unstarted(this::run);
    }

    static HashThread start(MessageDigest digest, int bufferSize) {
        HashThread hashing = new HashThread(digest, bufferSize);
        hashing.thread.start();
        return hashing;
    }

    private void run() {
        try {
            for (Piece piece = full.take(); piece.length > 0; piece = full.take()) {
                digest.update(piece.bytes, 0, piece.length);
                free.put(piece.bytes);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // The user has given up: nobody wants the hash.
        }
    }

    /// A buffer to fill. Waits while all are in use.
    byte[] freeBuffer() throws IOException {
        try {
            for (; ; ) {
                byte @Nullable [] buffer = free.poll(1, TimeUnit.SECONDS);
                if (buffer != null) {
                    return buffer;
                }
                if (!thread.isAlive()) {
                    throw new IOException("The thread that hashes has died. Nothing was kept: try again.");
                }
            }
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    /// Hands a buffer over. Its bytes may still be read, not changed.
    void hash(byte[] buffer, int length) {
        if (length > 0) {
            full.add(new Piece(buffer, length));
        }
    }

    /// Waits until all is hashed. Then the digest belongs to the caller again.
    void finish() throws IOException {
        full.add(new Piece(new byte[0], 0));
        try {
            thread.join();
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("It was interrupted. Nothing was kept: try again.");
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
