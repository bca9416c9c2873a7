package weir.collect.disclosure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import weir.engine.dataset.Disclosure;
import weir.engine.dataset.Disclosure.KAnonymity;
import weir.engine.dataset.Disclosure.SmallCounts;
import weir.engine.dataset.FieldName;
import weir.engine.pipeline.Suppressed;
import weir.platform.analysis.Session;

/// What is taken from an output, by place. It lives as long as its session, until the next decision. For one thread.
public final class Suppression {

    static final String TREATED = "\"?treated\"";

    private final Session session;
    private final String given;
    private final List<String> columns;
    private final List<FieldName> fields;
    private final List<Suppressed> taken;

    Suppression(Session session, String given, List<String> columns, List<FieldName> fields, List<Suppressed> taken) {
        this.session = session;
        this.given = given;
        this.columns = List.copyOf(columns);
        this.fields = List.copyOf(fields);
        this.taken = List.copyOf(taken);
    }

    /// What was taken, rule by rule; rules that took nothing are among them.
    public List<Suppressed> taken() {
        return taken;
    }

    /// Rows before anything is taken.
    public long rowsIn() {
        return session.number("SELECT count(*) FROM " + given);
    }

    public boolean isNothing() {
        return taken.stream().allMatch(rule -> rule.rowsRemoved() == 0 && rule.cellsBlanked() == 0);
    }

    public long rowsRemoved() {
        return taken.stream().mapToLong(Suppressed::rowsRemoved).sum();
    }

    /// The output without what is taken, in the order of its places, as SQL.
    public String query() {
        String shown = columns.stream()
                .map(column -> published(column) + " AS " + Session.name(column))
                .collect(Collectors.joining(", "));
        return "SELECT " + shown + " FROM " + joined() + " WHERE " + MASK + " <> -1 ORDER BY g." + DisclosureControl.AT;
    }

    /// What readers see of a column, as SQL over [#joined()]: nothing where it is blanked. Of a removed row they see nothing
    /// of the fields by which it was removed.
    public String published(String column) {
        String plain = "g." + Session.name(column);
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).matches(column)) {
                return "CASE WHEN (" + MASK + " & " + (1L << i) + ") <> 0 THEN NULL ELSE " + plain + " END";
            }
        }
        return plain;
    }

    /// Each row `g` of what was given, with the number `t.mask`: -1 when it is removed, else a bit for each of [#fields()] that
    /// is blanked; nothing when the row is left as it is.
    public String joined() {
        return given + " g LEFT JOIN " + TREATED + " t ON g." + DisclosureControl.AT + " = t.spot";
    }

    /// `t.mask`, 0 for rows that are left as they are.
    public static final String MASK = "coalesce(t.mask, 0)";

    /// What was taken of a row, for people; empty when nothing. It names fields and clauses, no values.
    ///
    /// @param mask of the row
    /// @param rule by which this was decided
    public String words(long mask, Disclosure rule) {
        if (mask == -1) {
            return "removed by the control of disclosure (clause " + rule.kAnonymity().map(KAnonymity::clause).orElse("") + ")";
        }
        int combination = rule.kAnonymity().map(by -> by.fields().size()).orElse(0);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if ((mask & 1L << i) != 0) {
                String clause = i < combination
                        ? rule.kAnonymity().map(KAnonymity::clause).orElse("")
                        : rule.smallCounts().map(SmallCounts::clause).orElse("");
                words.add(fields.get(i) + " blanked (clause " + clause + ")");
            }
        }
        return words.isEmpty() ? "" : String.join(", ", words) + " by the control of disclosure";
    }

    /// The fields that may be blanked, in the order of the bits.
    public List<FieldName> fields() {
        return fields;
    }

    /// Writes the places as lines `place,mask` behind a header, in their order.
    void writePlaces(Path file) {
        session.copyToCsv("SELECT spot, mask FROM " + TREATED + " ORDER BY spot", file);
    }
}
