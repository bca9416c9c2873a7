package weir.stream.registration;

import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// Gives students the platform's ids, none of them twice.
///
/// The order comes from a sequence, which the caller keeps: each of its places is used once, also when work is done again.
/// As safe for several threads as the sequence.
public final class PlatformStudentIds {

    private final PlatformStudentId.Form form;
    private final StudentNumbers numbers;
    private final LongSupplier sequence;
    private final Predicate<PlatformStudentId> isTaken;

    /// @param sequence gives each place from 1 once
    /// @param isTaken whether an id came in with a student and is not ours to give
    public PlatformStudentIds(
            PlatformStudentId.Form form,
            StudentNumbers numbers,
            LongSupplier sequence,
            Predicate<PlatformStudentId> isTaken) {
        this.form = form;
        this.numbers = numbers;
        this.sequence = sequence;
        this.isTaken = isTaken;
    }

    /// An id that nobody has.
    /// @throws StudentNumbersUsedUp when there is none left
    public PlatformStudentId next() {
        PlatformStudentId id;
        do {
            id = PlatformStudentId.of(form, numbers.at(sequence.getAsLong()));
        } while (isTaken.test(id));
        return id;
    }
}
