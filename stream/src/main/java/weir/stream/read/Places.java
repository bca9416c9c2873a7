package weir.stream.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Where reading goes on: of each partition the next offset. For one thread.
final class Places {

    private final byte[][] names;
    private final long[] next;
    private final boolean isOnePartition;

    /// @param partitions as in `0` or `csv.errors:0`
    Places(List<String> partitions) {
        this.names = partitions.stream().map(name -> name.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);
        this.next = new long[names.length];
        this.isOnePartition = names.length == 1;
    }

    void set(int partition, long offset) {
        next[partition] = offset;
    }

    long get(int partition) {
        return next[partition];
    }

    /// Writes it as a JSON value: a number where there is one partition only, else a list in quotes.
    void json(ByteOutput out) throws IOException {
        if (isOnePartition) {
            out.number(next[0]);
        } else {
            out.one('"');
            list(out);
            out.one('"');
        }
    }

    /// Writes it as it stands in an offset.
    void plain(ByteOutput out) throws IOException {
        if (isOnePartition) {
            out.number(next[0]);
        } else {
            list(out);
        }
    }

    String text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ByteOutput out = new ByteOutput(text);
        try {
            plain(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    /// A partition at its very beginning need not be named; one is, so that the list is never empty.
    private void list(ByteOutput out) throws IOException {
        boolean isFirst = true;
        for (int i = 0; i < next.length; i++) {
            if (next[i] > 0) {
                if (!isFirst) {
                    out.one(',');
                }
                isFirst = false;
                entry(out, i);
            }
        }
        if (isFirst && next.length > 0) {
            entry(out, 0);
        }
    }

    private void entry(ByteOutput out, int partition) throws IOException {
        out.ascii(names[partition]);
        out.one(':');
        out.number(next[partition]);
    }

    @Override
    public String toString() {
        return text();
    }
}
