package weir.collect.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import weir.collect.delivery.Deliveries;
import weir.collect.delivery.DeliveryId;
import weir.collect.delivery.Received;
import weir.collect.erase.Erase;
import weir.collect.upload.store.UploadStore;
import weir.engine.organisation.OrganisationCode;
import weir.platform.database.Database;
import weir.platform.journal.Actor;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectNotFound;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.PutTerms;
import weir.platform.objects.StoredObject;

/// Takes files in piece by piece. Safe for many threads and processes: of two who send the same bytes at the same moment
/// one is told that they are there already.
public final class Uploads {

    /// After this long without a byte an upload is given up.
    public static final Duration PATIENCE = Duration.ofDays(1);

    /// What a process that dies loses at most.
    static final int PIECE_BYTES = 16 << 20;

    private static final ObjectKey UPLOADS = ObjectKey.of("uploads");

    private final Database database;
    private final ObjectStore objects;
    private final Deliveries deliveries;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final UploadStore store = new UploadStore();

    public Uploads(
            Database database, ObjectStore objects, Deliveries deliveries, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.objects = objects;
        this.deliveries = deliveries;
        this.clock = clock;
        this.random = random;
    }

    /// Makes room for a file.
    ///
    /// @param metadata what the sender said, to be said again
    /// @param bytes    how many there will be
    public Upload begin(OrganisationCode organisation, DeliveryId delivery, String file, String metadata, long bytes) {
        Instant now = clock.instant();
        Upload upload = new Upload(UploadId.make(random), organisation, delivery, file, metadata, bytes, 0, now, false);
        database.change(transaction -> store.insert(transaction, upload));
        return upload;
    }

    public Optional<Upload> find(UploadId id) {
        return database.read(transaction -> store.find(transaction, id));
    }

    /// Keeps what a stream gives until its end, or until the file is whole. What is kept when the stream fails stays kept.
    ///
    /// @param offset where the stream's first byte stands in the file
    /// @return how much of the file is kept now
    /// @throws WrongOffset when what is kept ends elsewhere
    public long append(Upload upload, long offset, InputStream content) throws IOException, WrongOffset {
        if (upload.received() != offset) {
            throw new WrongOffset();
        }
        PushbackInputStream rest = new PushbackInputStream(content);
        long at = offset;
        while (at < upload.bytes() && hasMore(rest)) {
            at += keep(upload, at, rest);
        }
        return at;
    }

    private static boolean hasMore(PushbackInputStream rest) throws IOException {
        int next = rest.read();
        if (next >= 0) {
            rest.unread(next);
        }
        return next >= 0;
    }

    private long keep(Upload upload, long at, InputStream rest) throws IOException, WrongOffset {
        ObjectKey key = UPLOADS.child(upload.id() + "/" + at + "-" + HexFormat.of().toHexDigits(random.nextInt()));
        long wanted = Math.min(PIECE_BYTES, upload.bytes() - at);
        StoredObject kept = objects.put(key, new PieceInput(rest, wanted), PutTerms.none());
        boolean isAdded = database.write(transaction -> {
            boolean isNext = store.add(transaction, upload.id(), at, kept.size(), key.value(), clock.instant());
            if (!isNext) {
                Erase.later(transaction, List.of(key.value()));
            }
            return isNext;
        });
        if (!isAdded) {
            throw new WrongOffset();
        }
        return kept.size();
    }

    /// Hands an upload over that is whole; others are left as they are. Doing it twice, or in two processes, does it once.
    ///
    /// @param from who sent it
    /// @return the upload as it is now
    public Upload finish(Upload upload, Actor from) throws IOException {
        if (!upload.isWhole() || upload.isDelivered()) {
            return upload;
        }
        List<String> pieces = database.read(transaction -> store.pieces(transaction, upload.id()));
        Received received;
        try (InputStream content = new JoinedPieces(objects, pieces, upload.bytes())) {
            received = deliveries.receive(
                    upload.delivery(), upload.organisation(), upload.file(), content, upload.bytes(), from);
        } catch (ObjectNotFound e) {
            // Another process was faster and the pieces are erased already; or something is truly missing.
            return find(upload.id()).filter(Upload::isDelivered).orElseThrow(() -> e);
        }
        return database.write(transaction -> {
            store.delivered(transaction, upload.id(), received.file().delivery());
            Erase.later(transaction, pieces);
            return store.find(transaction, upload.id()).orElse(upload);
        });
    }

    /// Forgets an upload and erases what is kept of it. A file that was handed over stays.
    public void discard(UploadId id) {
        database.change(transaction -> {
            Erase.later(transaction, store.pieces(transaction, id));
            store.delete(transaction, id);
        });
    }
}
