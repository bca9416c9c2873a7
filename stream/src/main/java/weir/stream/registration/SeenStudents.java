package weir.stream.registration;

import java.math.BigDecimal;

import weir.stream.message.DocumentId;

/// Remembers which students of an upload had a key.
///
/// The same record of the same upload may be added again, when work is done again: it counts once.
public interface SeenStudents {

    /// A record that has a key.
    /// @param number of the record in its upload
    /// @param fte the part of full time it is enrolled for; 0 when it does not say
    record Entry(long number, BigDecimal fte) {}

    /// The other records of the upload that were added with the key before.
    /// @param first the lowest number among them; 0 when there is none
    /// @param fte the sum of theirs
    record Earlier(long count, long first, BigDecimal fte) {
        public static final Earlier NONE = new Earlier(0, 0, BigDecimal.ZERO);

        public boolean isPresent() {
            return count > 0;
        }
    }

    /// Adds a record and tells the others that have the key.
    Earlier add(DocumentId upload, String key, Entry entry);

    /// Forgets an upload.
    void forget(DocumentId upload);
}
