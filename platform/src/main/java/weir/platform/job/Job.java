package weir.platform.job;

import java.time.Instant;
import java.util.Optional;

import weir.platform.journal.Actor;

/// A job as people see it. Its argument is not shown.
///
/// @param organisation whose data it works on; empty when no one's
/// @param recurrence   when it comes again, as [Recurrence#text]; empty when it does not
/// @param attempt      the number of the newest attempt; 0 before the first
/// @param failures     failed attempts since it was submitted, or since it was last tried again by hand
/// @param reason       a sentence about the last failure, without values; empty when there was none
/// @param process      which process has it or had it last; empty before the first attempt
/// @param times        when things happened, by the database's clock
public record Job(
        JobId id,
        String kind,
        String key,
        String organisation,
        String recurrence,
        JobState state,
        int attempt,
        int failures,
        Progress progress,
        String reason,
        Actor submitter,
        String process,
        Times times) {

    /// How far the newest attempt is.
    ///
    /// @param total 0 when not known
    /// @param what  what is counted, a word
    public record Progress(long done, long total, String what) {}

    /// When things happened.
    ///
    /// @param due          when it may be taken up next
    /// @param startedAt    of the newest attempt; [Instant#EPOCH] before the first
    /// @param endedAt      of the newest attempt; [Instant#EPOCH] while none has ended
    public record Times(Instant submitted, Instant due, Instant startedAt, Instant endedAt) {

        public Optional<Instant> started() {
            return startedAt.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(startedAt);
        }

        public Optional<Instant> ended() {
            return endedAt.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(endedAt);
        }
    }
}
