package weir.app.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import weir.platform.journal.Anchor;
import weir.platform.journal.AnchorContradicted;
import weir.platform.journal.AnchorStore;
import weir.platform.objects.ListedObject;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectReader;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.PutTerms;

/// The journal's anchors as objects, one each: out of reach of who may only write to the database.
public final class ObjectAnchors implements AnchorStore {

    private static final ObjectKey FOLDER = ObjectKey.of("journal-anchors");

    private final ObjectStore objects;

    public ObjectAnchors(ObjectStore objects) {
        this.objects = objects;
    }

    /// The sequence number of the entry an object vouches for; empty when it is no anchor.
    public static Optional<Long> sequence(ObjectKey key) {
        String start = FOLDER.value() + "/";
        String rest = key.value().startsWith(start) ? key.value().substring(start.length()) : "";
        return rest.matches("[0-9]{19}") ? Optional.of(Long.parseLong(rest)) : Optional.empty();
    }

    @Override
    public List<Anchor> list() {
        try (Stream<ListedObject> found = objects.list(FOLDER.value() + "/")) {
            return found.map(object -> read(object.key())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Anchor read(ObjectKey key) {
        try (ObjectReader reader = objects.read(key)) {
            return Anchor.parse(new String(reader.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(Anchor anchor) {
        ObjectKey key = FOLDER.child(String.format(Locale.ROOT, "%019d", anchor.sequence()));
        try {
            if (objects.find(key).isPresent()) {
                if (!read(key).hash().equals(anchor.hash())) {
                    throw new AnchorContradicted(anchor.sequence());
                }
                return;
            }
            byte[] text = anchor.text().getBytes(StandardCharsets.UTF_8);
            objects.put(key, new ByteArrayInputStream(text), PutTerms.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
