package weir.engine.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import weir.engine.generate.Fault.Target;

/// Decides which rows get a fault and spoils them.
///
/// It draws from random numbers of its own, so the sound rows are the same with and without faults.
final class FaultPlanter {

    private final RandomGenerator random;
    private final double rate;
    private final Map<Ssda903Table, List<Fault>> choices = new EnumMap<>(Ssda903Table.class);

    /// A row that was spoilt.
    ///
    /// @param field the name of the spoilt field; empty for the whole row
    /// @param lines what to write instead, without line ends; the fault is in the last
    record Spoilt(Fault fault, String field, List<String> lines) {
        @Override
        public String toString() {
            return "spoilt";
        }
    }

    FaultPlanter(Request request) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(~StoryTeller.seed(request));
        this.rate = request.faultRate();
        for (Ssda903Table table : Ssda903Table.values()) {
            choices.put(
                    table,
                    request.faults().stream().filter(fault -> suits(fault, table)).sorted().toList());
        }
    }

    private static boolean suits(Fault fault, Ssda903Table table) {
        return suits(fault, table.columns());
    }

    static boolean suits(Fault fault, List<Column> columns) {
        return switch (fault.target()) {
            case ROW -> true;
            case ROW_ENDING_OPTIONAL -> !columns.getLast().isMandatory();
            default -> columns.stream().anyMatch(column -> column.suits(fault.target()));
        };
    }

    /// Draws the fault of the next row; for most there is none.
    Optional<Fault> draw(List<Fault> faults) {
        return rate == 0 || random.nextDouble() >= rate || faults.isEmpty()
                ? Optional.empty()
                : Optional.of(faults.get(random.nextInt(faults.size())));
    }

    /// Draws one of a number of things.
    int draw(int bound) {
        return random.nextInt(bound);
    }

    /// Spoils the row or, for most, leaves it as it is.
    Optional<Spoilt> next(Ssda903Table table, Line line) {
        if (rate == 0 || random.nextDouble() >= rate) {
            return Optional.empty();
        }
        List<Fault> faults = choices.getOrDefault(table, List.of());
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        Fault fault = faults.get(random.nextInt(faults.size()));
        List<String> cells = line.texts();
        return fault.target() == Target.ROW || fault.target() == Target.ROW_ENDING_OPTIONAL
                ? Optional.of(spoilRow(fault, cells))
                : spoilCell(fault, table, cells);
    }

    private static Spoilt spoilRow(Fault fault, List<String> cells) {
        String sound = String.join(",", cells);
        return switch (fault) {
            case ROW_TWICE -> new Spoilt(fault, "", List.of(sound, sound));
            case ROW_LONG -> new Spoilt(fault, "", List.of(sound + ",extra"));
            default -> new Spoilt(fault, "", List.of(String.join(",", cells.subList(0, cells.size() - 1))));
        };
    }

    private Optional<Spoilt> spoilCell(Fault fault, Ssda903Table table, List<String> cells) {
        List<Integer> suited = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (table.columns().get(i).suits(fault.target())) {
                suited.add(i);
            }
        }
        int at = suited.get(random.nextInt(suited.size()));
        Column column = table.columns().get(at);
        String spoilt = spoil(fault, column, cells.get(at));
        if (spoilt.equals(cells.get(at))) {
            return Optional.empty();
        }
        cells.set(at, spoilt);
        return Optional.of(new Spoilt(fault, column.name(), List.of(String.join(",", cells))));
    }

    /// What stands in a cell instead; the same text when the fault leaves no trace in it.
    String spoil(Fault fault, Column column, String cell) {
        return switch (fault) {
            case DATE_FORM ->
                String.format(
                        Locale.ROOT,
                        "%d/%02d/%02d",
                        random.nextInt(2001, 2020),
                        random.nextInt(1, 13),
                        random.nextInt(1, 29));
            case DATE_IMPOSSIBLE -> "31/02/" + random.nextInt(2001, 2020);
            case CODE_UNKNOWN -> "QQQ" + random.nextInt(10);
            case MANDATORY_BLANK -> "";
            case POSTCODE_BAD -> "ABCD " + random.nextInt(1000, 10_000);
            case NUMBER_WITH_LETTERS -> "1O" + random.nextInt(10);
            case NUMBER_TOO_LARGE -> Integer.toString(column.max() + 1 + random.nextInt(50));
            case CODE_PADDED -> ' ' + cell.toLowerCase(Locale.ROOT) + "  ";
            case CODE_NO_BREAK_SPACE -> '\u00a0' + cell + '\u00a0';
            case CODE_QUOTED -> '"' + cell + '"';
            case DATE_SHORT -> cell.replaceFirst("^0", "").replace("/0", "/");
            case ROW_LONG, ROW_SHORT, ROW_TWICE -> cell;
        };
    }
}
