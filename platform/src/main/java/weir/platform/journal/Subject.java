package weir.platform.journal;

/// What it was done to.
///
/// @param kind a word of the house: `delivery`, `job`, `key`, `table`
/// @param id   its id; never a value of a record
public record Subject(String kind, String id) {

    public Subject {
        JournalText.check("A subject's kind", kind, JournalText.ID_LIMIT);
        JournalText.check("A subject's id", id, JournalText.ID_LIMIT);
        if (kind.isEmpty() || id.isEmpty()) {
            throw new IllegalArgumentException("A subject needs a kind and an id.");
        }
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
