package weir.stream.registration.store;

import weir.platform.database.Database;
import weir.stream.registration.PlatformStudentId;
import weir.stream.registration.PlatformStudentIds;
import weir.stream.registration.StudentNumbers;

/// Gives the platform's ids of one installation: its sequence and the ids that came from elsewhere are in PostgreSQL. Safe for
/// many threads and processes.
///
/// Places of the sequence are taken a hundred at a time; those a process does not use are never given.
public final class StoredPlatformIds {

    private static final int BLOCK = 100;

    private final Database database;
    private final PlatformStudentIds ids;
    private long next;
    private long behindLast;

    /// @param key of the order of the numbers, the same for as long as the database lives
    public StoredPlatformIds(Database database, PlatformStudentId.Form form, long key) {
        this.database = database;
        this.ids = new PlatformStudentIds(form, new StudentNumbers(key), this::place, this::isTaken);
    }

    /// An id that nobody has.
    /// @throws weir.stream.registration.StudentNumbersUsedUp when there is none left
    public synchronized PlatformStudentId next() {
        return ids.next();
    }

    /// Notes an id that came in with a student.
    public void take(String id) {
        database.change(transaction -> transaction.handle()
                .createUpdate("INSERT INTO stream.platform_id (id) VALUES (:id) ON CONFLICT DO NOTHING")
                .bind("id", id)
                .execute());
    }

    private long place() {
        if (next == behindLast) {
            long block = database.write(transaction -> transaction.handle()
                    .createQuery("SELECT nextval('stream.student_place')")
                    .mapTo(Long.class)
                    .one());
            next = (block - 1) * BLOCK + 1;
            behindLast = next + BLOCK;
        }
        return next++;
    }

    private boolean isTaken(PlatformStudentId id) {
        return database.read(transaction -> transaction.handle()
                .createQuery("SELECT EXISTS (SELECT 1 FROM stream.platform_id WHERE id = :id)")
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one());
    }
}
