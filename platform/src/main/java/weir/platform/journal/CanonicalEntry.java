package weir.platform.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SequencedCollection;

/// The bytes of an entry that are hashed, in format 1. The package's page says them one by one.
///
/// One instance is used by one thread.
public final class CanonicalEntry {

    /// The format that is written now.
    public static final int FORMAT = 1;

    private static final Comparator<byte[]> BY_BYTES = Arrays::compareUnsigned;
    private static final long MICROS = 1_000_000;

    private final MessageDigest sha256;

    public CanonicalEntry() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /// The hash of an entry at a place in the chain.
    ///
    /// @param previous the hash of the entry before, [ChainHash#ZERO] for the first
    public ChainHash hash(ChainHash previous, long sequence, WrittenEntry written) {
        return ChainHash.of(sha256.digest(bytes(previous, sequence, written)));
    }

    static byte[] bytes(ChainHash previous, long sequence, WrittenEntry written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.write(previous.bytes());
            out.writeLong(sequence);
            out.writeLong(written.id());
            out.writeLong(micros(written.at()));
            write(written.entry(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
        return bytes.toByteArray();
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000);
    }

    private static void write(Entry entry, DataOutputStream out) throws IOException {
        text(entry.action().code(), out);
        text(entry.actor().kind().code(), out);
        text(entry.actor().id(), out);
        text(entry.subject().kind(), out);
        text(entry.subject().id(), out);
        text(entry.organisation(), out);
        text(entry.run(), out);
        out.writeInt(entry.counts().size());
        for (byte[] name : inOrder(entry.counts())) {
            text(name, out);
            out.writeLong(entry.counts().getOrDefault(new String(name, StandardCharsets.UTF_8), 0L));
        }
        out.writeInt(entry.details().size());
        for (byte[] name : inOrder(entry.details())) {
            text(name, out);
            text(entry.details().getOrDefault(new String(name, StandardCharsets.UTF_8), ""), out);
        }
    }

    private static SequencedCollection<byte[]> inOrder(Map<String, ?> named) {
        return named.keySet().stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).sorted(BY_BYTES).toList();
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        text(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static void text(byte[] utf8, DataOutputStream out) throws IOException {
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
