package weir.engine.repair;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Table;
import weir.engine.record.Row;
import weir.engine.record.Value;

/// Mends episodes of care that returns of different years contradict.
///
/// An episode that is still open although it was handed in before the latest year is an error: its closing was never
/// reported. First each such episode gets the first rule that fits:
///
/// 3. the next or the previous episode says the same but for its dates: it is left out;
/// 3A. the previous episode was handed in in a later year: it is left out;
/// 2. no episode follows: it ends on 31 March of its year, reason E99;
/// 1A. the next begins a new period of care: it ends on the day before, at the latest on 31 March of its year, reason E99;
/// 1. otherwise: it ends when the next begins, reason X1, and LIIAF as the reason for a change of placement.
///
/// Then every episode that a later year's return follows is fitted to it:
///
/// 4. it ends after the next begins: it ends when the next begins;
/// 5. it ends before the next begins although its reason is X1: likewise.
///
/// Source: rules 1 to 5 of the published episode fixes of the regional tools. E99 and LIIAF are their codes, not the
/// Department's.
final class EpisodeRepair implements Repair {

    private static final Added LATEST_YEAR = new Added(
            new FieldName("YEAR_latest"), new FieldType.Whole(OptionalLong.empty(), OptionalLong.empty()));
    private static final Added EPISODE_SOURCE =
            new Added(new FieldName("Episode_source"), new FieldType.Text(OptionalInt.empty()));

    private static final Set<String> PLACEMENT_CHANGES = Set.of("P", "B", "T", "U");
    private static final Value NOT_REPORTED = new Value.Text("E99");
    private static final Value NEXT_FOLLOWS = new Value.Text("X1");
    private static final Value INFERRED = new Value.Text("LIIAF");

    private final int child;
    private final int decom;
    private final int rne;
    private final int dec;
    private final int rec;
    private final int reasonPlaceChange;
    private final int[] sameness;
    private final int width;

    private EpisodeRepair(Table table) {
        child = Repair.position(table, "CHILD");
        decom = Repair.position(table, "DECOM");
        rne = Repair.position(table, "RNE");
        dec = Repair.position(table, "DEC");
        rec = Repair.position(table, "REC");
        reasonPlaceChange = Repair.position(table, "REASON_PLACE_CHANGE");
        sameness = new int[] {
            rne,
            Repair.position(table, "LS"),
            Repair.position(table, "PLACE"),
            Repair.position(table, "PLACE_PROVIDER"),
            Repair.position(table, "PL_POST"),
            Repair.position(table, "URN")
        };
        width = table.fields().size();
    }

    static EpisodeRepair of(Table table) {
        return new EpisodeRepair(table);
    }

    @Override
    public int person() {
        return child;
    }

    @Override
    public List<Added> added() {
        return List.of(LATEST_YEAR, EPISODE_SOURCE);
    }

    @Override
    public List<FieldName> changed() {
        return List.of(new FieldName("DEC"), new FieldName("REC"), new FieldName("REASON_PLACE_CHANGE"));
    }

    /// An episode and the rules it has met.
    private record Episode(Row row, Mended given, String source) {

        int year() {
            return given.year();
        }
    }

    @Override
    public List<Mended> mend(List<Mended> rows, int latestYear) {
        List<Episode> closed = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            close(rows, i, latestYear).ifPresent(closed::add);
        }
        List<Mended> mended = new ArrayList<>(closed.size());
        for (int i = 0; i < closed.size(); i++) {
            Episode episode = i + 1 < closed.size() ? fit(closed.get(i), closed.get(i + 1)) : closed.get(i);
            mended.add(episode.given().with(widen(episode, latestYear)));
        }
        return mended;
    }

    /// The first stage; empty when the episode is left out.
    private Optional<Episode> close(List<Mended> rows, int at, int latestYear) {
        Mended episode = rows.get(at);
        Episode original = new Episode(episode.row(), episode, "Original");
        if (!episode.row().value(dec).isBlank() || episode.year() == latestYear) {
            return Optional.of(original);
        }
        Optional<Mended> next = at + 1 < rows.size() ? Optional.of(rows.get(at + 1)) : Optional.empty();
        Optional<Mended> previous = at > 0 ? Optional.of(rows.get(at - 1)) : Optional.empty();
        if (next.filter(other -> isSame(episode.row(), other.row())).isPresent()
                || previous.filter(other -> isSame(episode.row(), other.row())).isPresent()
                || previous.filter(other -> other.year() > episode.year()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(next.isEmpty() ? endWithYear(episode) : endBefore(episode, next.get()));
    }

    private boolean isSame(Row a, Row b) {
        if (a.value(decom).equals(b.value(decom))) {
            return false;
        }
        for (int field : sameness) {
            if (!a.value(field).equals(b.value(field))) {
                return false;
            }
        }
        return true;
    }

    private Episode endWithYear(Mended episode) {
        return new Episode(end(episode.row(), endOfYear(episode.year()), NOT_REPORTED), episode, "RULE_2");
    }

    private Episode endBefore(Mended episode, Mended next) {
        Optional<LocalDate> start = date(next.row(), decom);
        if (start.isEmpty()) {
            return endWithYear(episode);
        }
        String reason = next.row().value(rne).text();
        if (reason.equals("S")) {
            LocalDate dayBefore = start.get().minusDays(1);
            LocalDate yearEnd = endOfYear(episode.year());
            LocalDate end = dayBefore.isBefore(yearEnd) ? dayBefore : yearEnd;
            return new Episode(end(episode.row(), end, NOT_REPORTED), episode, "RULE_1A");
        }
        Row ended = end(episode.row(), start.get(), NEXT_FOLLOWS);
        if (PLACEMENT_CHANGES.contains(reason)) {
            ended = ended.with(reasonPlaceChange, INFERRED);
        }
        return new Episode(ended, episode, "RULE_1");
    }

    private Row end(Row row, LocalDate day, Value reason) {
        return row.with(dec, new Value.Day(day)).with(rec, reason);
    }

    private static LocalDate endOfYear(int year) {
        return LocalDate.of(year, 3, 31);
    }

    /// The second stage.
    private Episode fit(Episode episode, Episode next) {
        Optional<LocalDate> end = date(episode.row(), dec);
        Optional<LocalDate> nextStart = date(next.row(), decom);
        if (episode.year() >= next.year() || end.isEmpty() || nextStart.isEmpty()) {
            return episode;
        }
        boolean overlaps = end.get().isAfter(nextStart.get());
        boolean leavesGap = end.get().isBefore(nextStart.get())
                && Objects.equals(episode.row().value(rec), NEXT_FOLLOWS);
        if (!overlaps && !leavesGap) {
            return episode;
        }
        String rule = overlaps ? "RULE_4" : "RULE_5";
        String source = episode.source().equals("Original") ? rule : episode.source() + " | " + rule;
        return new Episode(episode.row().with(dec, new Value.Day(nextStart.get())), episode.given(), source);
    }

    private static Optional<LocalDate> date(Row row, int field) {
        return row.value(field) instanceof Value.Day day ? Optional.of(day.date()) : Optional.empty();
    }

    private Row widen(Episode episode, int latestYear) {
        Value[] values = new Value[width + 2];
        for (int i = 0; i < width; i++) {
            values[i] = episode.row().value(i);
        }
        values[width] = new Value.Whole(latestYear);
        values[width + 1] = new Value.Text(episode.source());
        return new Row(episode.row().number(), values);
    }
}
