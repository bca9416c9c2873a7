package weir.platform.journal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import java.util.TreeMap;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.ChainHash;
import weir.platform.journal.Entry;
import weir.platform.journal.SealedEntry;
import weir.platform.journal.Subject;
import weir.platform.journal.WrittenEntry;

/// How an entry stands in a row, both ways.
final class EntryRow {

    static final String COLUMNS =
            "id, at, action, actor_kind, actor_id, subject_kind, subject_id, organisation, run, counts, details";

    private static final TypeReference<SortedMap<String, Long>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<SortedMap<String, String>> DETAILS = new TypeReference<>() {};
    private static final String NOTHING = "{}";

    private final JsonMapper json = JsonMapper.shared();

    String json(SortedMap<String, ?> named) {
        return named.isEmpty() ? NOTHING : json.writeValueAsString(named);
    }

    WrittenEntry written(ResultSet row) throws SQLException {
        Entry entry = new Entry(
                new Action(row.getString("action")),
                new Actor(Actor.Kind.ofCode(row.getString("actor_kind")), row.getString("actor_id")),
                new Subject(row.getString("subject_kind"), row.getString("subject_id")),
                row.getString("organisation"),
                row.getString("run"),
                named(row.getString("counts"), COUNTS),
                named(row.getString("details"), DETAILS));
        return new WrittenEntry(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), entry);
    }

    SealedEntry sealed(ResultSet row) throws SQLException {
        return new SealedEntry(
                row.getLong("sequence"), ChainHash.of(row.getBytes("hash")), row.getInt("encoding"), written(row));
    }

    private <V> SortedMap<String, V> named(String text, TypeReference<SortedMap<String, V>> type) {
        return text.equals(NOTHING) ? new TreeMap<>() : json.readValue(text, type);
    }
}
