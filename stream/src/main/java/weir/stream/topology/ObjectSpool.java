package weir.stream.topology;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import weir.stream.sif.SifObject;

/// The objects of one document in a file that nobody else may read, until it is known that all are valid. For one thread.
final class ObjectSpool implements Closeable {

    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final DataOutputStream out;
    private long count;

    private ObjectSpool(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /// Where spools are kept while they are needed.
    ///
    /// @param folder of this process alone
    record Place(Path folder) {

        ObjectSpool open() throws IOException {
            return new ObjectSpool(Files.createTempFile(folder, "objects-", ""));
        }
    }

    /// Reads one object in UTF-8.
    @FunctionalInterface
    interface Reading {

        void object(byte[] xml) throws IOException;
    }

    void add(SifObject object) throws IOException {
        byte[] xml = object.xml().getBytes(StandardCharsets.UTF_8);
        out.writeInt(xml.length);
        out.write(xml);
        count++;
    }

    /// Gives the objects in their order.
    void read(Reading reading) throws IOException {
        out.flush();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (long i = 0; i < count; i++) {
                reading.object(in.readNBytes(in.readInt()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
