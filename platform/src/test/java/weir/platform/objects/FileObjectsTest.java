package weir.platform.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What a folder of objects does when the world around it breaks.
final class FileObjectsTest {

    private static final ObjectKey KEY = ObjectKey.of("outputs/PAN/episodes.csv");
    private static final byte[] OLD = Bytes.of(1, 9_000);
    private static final byte[] NEW = Bytes.of(2, 9_000);
    private static final byte[] LONGER = Bytes.of(3, 9_001);

    @TempDir
    private Path temporary;

    private final MovableClock clock = new MovableClock();
    private Path root = Path.of("");
    private FileObjects store;

    @BeforeEach
    void openTheStore() throws IOException {
        root = temporary.resolve("objects");
        store = FileObjects.open(root, clock);
    }

    private StoredObject put(ObjectKey key, byte[] bytes) throws IOException {
        return store.put(key, Bytes.stream(bytes), PutTerms.none());
    }

    private byte[] read(ObjectKey key) throws IOException {
        try (ObjectReader reader = store.read(key)) {
            return reader.readAllBytes();
        }
    }

    private Path content(ObjectKey key) {
        return root.resolve(key.value());
    }

    private Path description(ObjectKey key) {
        return content(key).resolveSibling("." + content(key).getFileName() + ".about");
    }

    private List<Path> incoming() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(".weir/incoming"))) {
            return files.toList();
        }
    }

    @Test
    void keepsEachObjectAsAFileThatOnlyItsOwnerReads() throws IOException {
        put(KEY, OLD);
        assertThat(content(KEY)).hasBinaryContent(OLD);
        assertThat(Files.readString(description(KEY), StandardCharsets.UTF_8))
                .startsWith("weir-object 1\nsha256 " + Bytes.sha256(OLD) + "\nsize 9000\nstored-at 2026-03-01T09:00:00Z\nseal ");
        assertThat(Files.getPosixFilePermissions(content(KEY))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(root)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aFlippedBitMakesReadingFail() throws IOException {
        byte[] large = Bytes.of(4, 3_000_000);
        put(KEY, large);
        for (int at : new int[] {0, 1_234_567, large.length - 1}) {
            byte[] flipped = large.clone();
            flipped[at] ^= 1;
            Files.write(content(KEY), flipped);
            assertThatThrownBy(() -> read(KEY)).isInstanceOf(ObjectCorrupted.class).hasMessageContaining("checksum");
            try (ObjectReader reader = store.read(KEY)) {
                assertThatThrownBy(() -> reader.readNBytes(large.length))
                        .as("also for who reads no further than the size")
                        .isInstanceOf(ObjectCorrupted.class);
            }
        }
        put(KEY, large);
        assertThat(read(KEY)).isEqualTo(large);
    }

    @Test
    void bytesThatAreMissingOrTooManyAreSeenAtOnce() throws IOException {
        put(KEY, OLD);
        for (byte[] wrong : List.of(new byte[0], Bytes.of(1, 8_999), LONGER)) {
            Files.write(content(KEY), wrong);
            assertThatThrownBy(() -> store.read(KEY)).isInstanceOf(ObjectCorrupted.class).hasMessageContaining("instead of 9000");
            assertThatThrownBy(() -> store.find(KEY)).isInstanceOf(ObjectCorrupted.class);
        }
    }

    @Test
    void bytesAndDescriptionAreNeverPartedSilently() throws IOException {
        put(KEY, OLD);
        String whole = Files.readString(description(KEY), StandardCharsets.UTF_8);
        Files.writeString(description(KEY), whole.replace("size 9000", "size 9001"), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> store.find(KEY)).isInstanceOf(ObjectCorrupted.class).hasMessageContaining("damaged");
        Files.delete(description(KEY));
        for (ThrowingAction action : List.<ThrowingAction>of(
                () -> store.find(KEY), () -> store.read(KEY), () -> store.delete(KEY), this::listAll)) {
            assertThatThrownBy(action::run)
                    .satisfies(failure -> assertThat(failure instanceof ObjectCorrupted
                                    || failure.getCause() instanceof ObjectCorrupted)
                            .isTrue())
                    .hasMessageContaining("lost its description");
        }
        put(KEY, NEW);
        assertThat(read(KEY)).isEqualTo(NEW);
    }

    private interface ThrowingAction {
        void run() throws IOException;
    }

    private List<ListedObject> listAll() throws IOException {
        try (Stream<ListedObject> listed = store.list("")) {
            return listed.toList();
        }
    }

    @Test
    void theSameBytesStoredAgainMendACutObject() throws IOException {
        ContentPut first = store.putContent(ObjectKey.of("resources"), Bytes.stream(OLD), PutTerms.none());
        Files.write(content(first.object().key()), new byte[] {1});
        assertThat(store.putContent(ObjectKey.of("resources"), Bytes.stream(OLD), PutTerms.none()).wasThere()).isFalse();
        assertThat(read(first.object().key())).isEqualTo(OLD);
    }

    @Test
    void aKillBetweenTheStepsOfAFirstPutLeavesNoObject() throws IOException {
        StoredObject fresh = described(NEW);
        new FileCommit(new StoreFolder(root), fresh, Optional.empty()).describe();
        reopen();
        assertThat(store.find(KEY)).isEmpty();
        assertThat(listAll()).isEmpty();
        put(KEY, OLD);
        assertThat(read(KEY)).isEqualTo(OLD);
    }

    @Test
    void aKillBetweenTheStepsOfAReplacementLeavesOneOfTheTwoWhole() throws IOException {
        for (byte[] replacement : List.of(NEW, LONGER)) {
            StoredObject before = put(KEY, OLD);
            StoredObject after = described(replacement);
            FileCommit commit = new FileCommit(new StoreFolder(root), after, Optional.of(before));
            commit.describe();
            reopen();
            assertThat(store.find(KEY)).contains(before);
            assertThat(read(KEY)).isEqualTo(OLD);
            commit.swap(Files.write(root.resolve(".weir/incoming/received"), replacement));
            reopen();
            assertThat(store.find(KEY)).contains(after);
            assertThat(read(KEY)).isEqualTo(replacement);
            assertThat(listAll()).containsExactly(new ListedObject(KEY, replacement.length));
        }
        put(KEY, OLD);
        assertThat(read(KEY)).isEqualTo(OLD);
        assertThat(Files.readString(description(KEY), StandardCharsets.UTF_8)).doesNotContain("before");
    }

    private StoredObject described(byte[] bytes) {
        return new StoredObject(
                KEY, new Sha256(Bytes.sha256(bytes)), bytes.length, clock.instant(), Optional.empty(), Labels.none());
    }

    private void reopen() throws IOException {
        store.close();
        store = FileObjects.open(root, clock);
    }

    @Test
    void clearsWhatAKilledProcessLeftAndNotWhatAnotherIsWriting() throws IOException {
        Path left = Files.write(root.resolve(".weir/incoming/left.part"), OLD);
        Path fresh = Files.write(root.resolve(".weir/incoming/fresh.part"), OLD);
        Files.setLastModifiedTime(left, FileTime.from(clock.instant().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(fresh, FileTime.from(clock.instant().minus(Duration.ofHours(23))));
        reopen();
        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void neverLeavesItsFolder() throws IOException {
        for (String key : List.of(
                "..", "../x", "a/../x", "/etc/passwd", "a//b", "a/", "", ".weir/incoming/x", "a/.b.about", "a\\b", "a b",
                "a\u0000b", "ä", "a\n", "a".repeat(201), "a/".repeat(450) + "a")) {
            assertThatThrownBy(() -> ObjectKey.of(key)).as(key).isInstanceOf(IllegalArgumentException.class);
        }
        for (String prefix : List.of("../", "/", "/etc/", "a/../../", ".weir/", ".")) {
            try (Stream<ListedObject> listed = store.list(prefix)) {
                assertThat(listed).as(prefix).isEmpty();
            }
        }
    }

    @Test
    void aKeyIsAnObjectOrAFolderOfOthers() throws IOException {
        put(KEY, OLD);
        assertThatThrownBy(() -> put(ObjectKey.of("outputs/PAN"), NEW)).isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> put(KEY.child("more"), NEW)).isInstanceOf(KeyTaken.class);
        assertThat(listAll()).containsExactly(new ListedObject(KEY, OLD.length));
        assertThat(incoming()).isEmpty();
    }

    @Test
    void leavesAFolderOfOtherFilesAlone() throws IOException {
        Path other = Files.createDirectories(temporary.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "mine", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> FileObjects.open(other, clock))
                .isInstanceOf(ObjectStoreUnavailable.class)
                .hasMessageContaining("name an empty or a new folder");
        try (Stream<Path> files = Files.list(other)) {
            assertThat(files).containsExactly(other.resolve("notes.txt"));
        }
    }

    @Test
    void saysThatItsFolderIsGoneAndIsThereAgainWhenItComesBack() throws IOException {
        put(KEY, OLD);
        Path away = Files.move(root, temporary.resolve("away"));
        Files.createDirectories(root); // As the empty place of a disk that is not mounted.
        for (ThrowingAction action : List.<ThrowingAction>of(
                () -> put(KEY, NEW), () -> store.find(KEY), () -> store.read(KEY), () -> store.delete(KEY),
                () -> store.list(""), () -> store.check())) {
            assertThatThrownBy(action::run)
                    .isInstanceOf(ObjectStoreUnavailable.class)
                    .hasMessageContaining("mount its disk or bring it back");
        }
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files).as("nothing is written in its stead").isEmpty();
        }
        Files.delete(root);
        Files.move(away, root);
        assertThat(read(KEY)).isEqualTo(OLD);
        put(KEY, NEW);
        assertThat(read(KEY)).isEqualTo(NEW);
    }

    @Test
    void aFullDiskRefusesTheObjectAndKeepsTheOthers() throws IOException {
        Path place = Files.createDirectories(temporary.resolve("place"));
        try (Mount mount = Mount.of(place, "size=4m")) {
            assumeTrue(mount.isMounted(), "a small file system cannot be mounted here");
            root = place;
            store = FileObjects.open(root, clock);
            byte[] tooMuch = Bytes.of(5, 5 * 1024 * 1024);
            put(KEY, OLD);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> put(ObjectKey.of("large"), tooMuch))
                        .isInstanceOf(ObjectStoreFull.class)
                        .hasMessageContaining("make room");
                assertThatThrownBy(() -> put(KEY, tooMuch)).isInstanceOf(ObjectStoreFull.class);
            }
            assertThat(incoming()).isEmpty();
            assertThat(listAll()).containsExactly(new ListedObject(KEY, OLD.length));
            assertThat(read(KEY)).isEqualTo(OLD);
            put(ObjectKey.of("large"), Bytes.of(6, 3 * 1024 * 1024));
        }
    }

    @Test
    void saysThatItsDiskCannotBeWritten() throws IOException {
        Path place = Files.createDirectories(temporary.resolve("place"));
        try (Mount mount = Mount.of(place, "size=4m")) {
            assumeTrue(mount.isMounted(), "a small file system cannot be mounted here");
            root = place;
            store = FileObjects.open(root, clock);
            put(KEY, OLD);
            assumeTrue(mount.remount("ro"), "it cannot be made read-only");
            for (ThrowingAction action : List.<ThrowingAction>of(
                    () -> put(KEY, NEW), () -> store.delete(KEY), () -> store.check())) {
                assertThatThrownBy(action::run)
                        .isInstanceOf(ObjectStoreUnavailable.class)
                        .hasMessageContaining("may be written");
            }
            assertThat(read(KEY)).isEqualTo(OLD);
        }
    }

    @Test
    void twoStoresOnOneFolderShareIt() throws IOException {
        try (FileObjects second = FileObjects.open(root, clock)) {
            put(KEY, OLD);
            try (InputStream reader = second.read(KEY)) {
                second.put(KEY, Bytes.stream(NEW), PutTerms.none());
                assertThat(reader.readAllBytes()).as("what was opened stays as it was").isEqualTo(OLD);
            }
            assertThat(read(KEY)).isEqualTo(NEW);
        }
    }

    /// A small file system in memory, for the time of a test. Only root can have one.
    private record Mount(Path place, boolean isMounted) implements AutoCloseable {

        static Mount of(Path place, String options) throws IOException {
            return new Mount(place, run("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()));
        }

        boolean remount(String options) throws IOException {
            return run("mount", "-o", "remount," + options, place.toString());
        }

        @Override
        public void close() throws IOException {
            if (isMounted && !run("umount", place.toString())) {
                throw new IOException("Unmount " + place + " by hand.");
            }
        }

        private static boolean run(String... command) throws IOException {
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (IOException _) {
                return false;
            }
        }
    }
}
