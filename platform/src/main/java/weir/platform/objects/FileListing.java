package weir.platform.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Walks a folder of objects in the order of their keys. It holds the names of one folder a level at a time.
final class FileListing implements Iterator<ListedObject> {

    /// @param order its key, with a `/` at the end of a folder's: the place that its first key has among the others
    private record Entry(String order, Path path, boolean isFolder, long size) {}

    private final StoreFolder folder;
    private final String prefix;
    private final Deque<Iterator<Entry>> open = new ArrayDeque<>();
    private Optional<ListedObject> next = Optional.empty();

    FileListing(StoreFolder folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
        String start = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        if (start.isEmpty() || ObjectKey.isValid(start.substring(0, start.length() - 1))) {
            open.push(entries(folder.root().resolve(start), start).iterator());
        }
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                continue;
            }
            Entry entry = open.element().next();
            if (entry.isFolder()) {
                open.push(entries(entry.path(), entry.order()).iterator());
            } else {
                next = Optional.of(new ListedObject(new ObjectKey(entry.order()), entry.size()));
            }
        }
        return next.isPresent();
    }

    @Override
    public ListedObject next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ListedObject object = next.orElseThrow();
        next = Optional.empty();
        return object;
    }

    private List<Entry> entries(Path place, String start) {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
            for (Path file : files) {
                entry(file, start).ifPresent(entries::add);
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of(); // Nothing has this prefix, or it was deleted while we walked.
        } catch (IOException e) {
            throw new UncheckedIOException(folder.translate(e));
        }
        entries.sort(Comparator.comparing(Entry::order));
        return Collections.unmodifiableList(entries);
    }

    private Optional<Entry> entry(Path file, String start) throws IOException {
        String name = file.getFileName().toString();
        String key = start + name;
        if (!ObjectKey.isSegment(name) || !ObjectKey.isValid(key)) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            boolean isFolder = attributes.isDirectory();
            String order = isFolder ? key + "/" : key;
            if (!order.startsWith(prefix) && !(isFolder && prefix.startsWith(order))) {
                return Optional.empty();
            }
            if (!isFolder) {
                requireDescription(file, new ObjectKey(key));
            }
            return Optional.of(new Entry(order, file, isFolder, attributes.size()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static void requireDescription(Path file, ObjectKey key) throws IOException {
        Path description = file.resolveSibling(StoreFolder.descriptionName(file.getFileName().toString()));
        if (!Files.exists(description) && Files.exists(file) && !Files.exists(description)) {
            throw new ObjectCorrupted(key, "has lost its description");
        }
    }
}
