package weir.app.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import weir.platform.journal.Entry;
import weir.platform.journal.SealedEntry;
import weir.platform.json.Json;

/// How entries are printed.
///
/// @param between stands between two entries
record EntryForm(String head, Function<SealedEntry, String> form, String between, String foot) {

    private static final List<String> COLUMNS = List.of(
            "sequence", "at", "action", "actor_kind", "actor_id", "subject_kind", "subject_id", "organisation", "run", "counts", "details", "hash");

    String of(SealedEntry entry) {
        return form.apply(entry);
    }

    static EntryForm text() {
        return new EntryForm("", entry -> line(entry) + "\n", "", "");
    }

    static EntryForm json() {
        return new EntryForm("[", entry -> Json.write(fields(entry)), ",\n", "]\n");
    }

    static EntryForm csv() {
        return new EntryForm(String.join(",", COLUMNS) + "\r\n",
                entry -> fields(entry).values().stream()
                        .map(field -> quoted(field instanceof Map<?, ?> map ? named(map, ";") : String.valueOf(field)))
                        .collect(Collectors.joining(",", "", "\r\n")), "", "");
    }

    private static String quoted(String field) {
        return field.matches("[A-Za-z0-9_.: -]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }

    private static Map<String, Object> fields(SealedEntry sealed) {
        Entry entry = sealed.entry();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sequence", sealed.sequence());
        fields.put("at", sealed.written().at().toString());
        fields.put("action", entry.action().code());
        fields.put("actor_kind", entry.actor().kind().code());
        fields.put("actor_id", entry.actor().id());
        fields.put("subject_kind", entry.subject().kind());
        fields.put("subject_id", entry.subject().id());
        fields.put("organisation", entry.organisation());
        fields.put("run", entry.run());
        fields.put("counts", entry.counts());
        fields.put("details", entry.details());
        fields.put("hash", sealed.hash().toString());
        return fields;
    }

    private static String line(SealedEntry sealed) {
        Entry entry = sealed.entry();
        StringBuilder line = new StringBuilder()
                .append(sealed.sequence()).append("  ")
                .append(sealed.written().at()).append("  ")
                .append(entry.action()).append("  ")
                .append(entry.actor()).append("  ")
                .append(entry.subject());
        if (!entry.organisation().isEmpty()) {
            line.append("  organisation=").append(entry.organisation());
        }
        if (!entry.run().isEmpty()) {
            line.append("  run=").append(entry.run());
        }
        String more = (named(entry.counts(), " ") + " " + named(entry.details(), " ")).strip();
        return more.isEmpty() ? line.toString() : line + "  " + more;
    }

    private static String named(Map<?, ?> map, String between) {
        return map.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining(between));
    }
}
