package weir.platform.journal;

import java.util.Locale;

/// Who did it.
///
/// @param id the person's or program's id, the job's number, the process's name; never a name of a child
public record Actor(Kind kind, String id) {

    public Actor {
        JournalText.check("An actor's id", id, JournalText.ID_LIMIT);
        if (id.isEmpty()) {
            throw new IllegalArgumentException("An actor needs an id.");
        }
    }

    /// What kind of actor.
    public enum Kind {
        PERSON,
        PROGRAM,
        JOB,
        PROCESS;

        /// As it stands in the journal, for ever.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws IllegalArgumentException when no kind has this code
        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public static Actor person(String id) {
        return new Actor(Kind.PERSON, id);
    }

    public static Actor program(String id) {
        return new Actor(Kind.PROGRAM, id);
    }

    public static Actor job(String id) {
        return new Actor(Kind.JOB, id);
    }

    public static Actor process(String id) {
        return new Actor(Kind.PROCESS, id);
    }

    @Override
    public String toString() {
        return kind.code() + " " + id;
    }
}
