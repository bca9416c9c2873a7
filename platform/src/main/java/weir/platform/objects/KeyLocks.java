package weir.platform.objects;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/// Lets one writer at a time change a key, among all threads and processes on a folder. Held for the moment of a rename,
/// never while a stream is read.
final class KeyLocks {

    private static final int STRIPES = 64;
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final StoreFolder folder;
    private final List<ReentrantLock> stripes =
            IntStream.range(0, STRIPES).mapToObj(_ -> new ReentrantLock()).toList();

    KeyLocks(StoreFolder folder) {
        this.folder = folder;
    }

    /// A held lock.
    interface Held extends Closeable {}

    /// Waits for the key. A process that dies lets go of it. Who holds it may take it again.
    Held lock(ObjectKey key) throws IOException {
        int number = Math.floorMod(key.hashCode(), STRIPES);
        ReentrantLock stripe = stripes.get(number);
        stripe.lock();
        if (stripe.getHoldCount() > 1) {
            return stripe::unlock;
        }
        try {
            FileChannel channel = lockFile(number);
            return () -> {
                try (channel) {
                    stripe.unlock();
                }
            };
        } catch (IOException | RuntimeException e) {
            stripe.unlock();
            throw e;
        }
    }

    private FileChannel lockFile(int number) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.lock(number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            while (!isLocked(channel)) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            channel.lock();
            return true;
        } catch (OverlappingFileLockException _) {
            return false; // Another store of this process has the same folder open.
        }
    }
}
