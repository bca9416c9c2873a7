package weir.engine.expression.internal;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import weir.engine.expression.FaultyExpression;
import weir.engine.yaml.Nearest;

/// The functions conditions may call.
///
/// Of CEL: `size`, `startsWith`, `endsWith`, `contains`, `matches`, `getFullYear`, `getMonth` (from 0), `getDate` (from 1)
/// and `getDayOfWeek` (Sunday is 0). Of the specification language:
///
/// - `date("2005-12-30")`: a day
/// - `age_on(BIRTH, ON)`: whole years; a child born on 29 February has its birthday on 1 March in other years
/// - `days(FROM, TO)`: days from one day to another, negative when the second is earlier
/// - `plus_days(DAY, N)`, `plus_months(DAY, N)`, `plus_years(DAY, N)`: a later day; of a month that is too short, the last
public final class Functions {

    private static final List<String> NAMES = List.of("date", "age_on", "days", "plus_days", "plus_months", "plus_years", "size");
    private static final List<String> RECEIVER_NAMES = List.of(
            "size", "startsWith", "endsWith", "contains", "matches", "getFullYear", "getMonth", "getDate", "getDayOfWeek");

    private Functions() {}

    /// `age_on(DOB, DECOM)`
    static Typed ofName(String name, List<Typed> arguments, int position) {
        return switch (name) {
            case "date" -> day(arguments, position);
            case "age_on" -> ofDays(Kind.INT, arguments, position, (birth, on) -> (long) Period.between(birth, on).getYears());
            case "days" -> ofDays(Kind.INT, arguments, position, ChronoUnit.DAYS::between);
            case "plus_days" -> later(arguments, position, LocalDate::plusDays);
            case "plus_months" -> later(arguments, position, LocalDate::plusMonths);
            case "plus_years" -> later(arguments, position, LocalDate::plusYears);
            case "size" -> size(arguments, position);
            default -> throw unknown(name, NAMES, position);
        };
    }

    /// `SW_ID.startsWith("SW")`; the receiver is the first argument.
    static Typed ofReceiver(String name, List<Typed> arguments, int position) {
        return switch (name) {
            case "size" -> size(arguments, position);
            case "startsWith" -> ofTexts(arguments, position, String::startsWith);
            case "endsWith" -> ofTexts(arguments, position, String::endsWith);
            case "contains" -> ofTexts(arguments, position, String::contains);
            case "matches" -> matches(arguments, position);
            case "getFullYear" -> ofDay(arguments, position, LocalDate::getYear);
            case "getMonth" -> ofDay(arguments, position, day -> day.getMonthValue() - 1);
            case "getDate" -> ofDay(arguments, position, LocalDate::getDayOfMonth);
            case "getDayOfWeek" -> ofDay(arguments, position, day -> day.getDayOfWeek().getValue() % 7);
            default -> throw unknown(name, RECEIVER_NAMES, position);
        };
    }

    private static FaultyExpression unknown(String name, List<String> known, int position) {
        return new FaultyExpression("There is no function '" + name + "'." + Nearest.question(name, known), position);
    }

    private static Typed day(List<Typed> arguments, int position) {
        need(arguments, position, Kind.TEXT);
        String text = constantText(arguments.getFirst(), position);
        try {
            return Typed.constant(Kind.DAY, LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new FaultyExpression("A day is written like date(\"2005-12-30\").", position);
        }
    }

    private static String constantText(Typed argument, int position) {
        return argument.constant().map(Object::toString).orElseThrow(
                () -> new FaultyExpression("Here stands a text in quotes, not a field.", position));
    }

    private static Typed ofDays(
            Kind result, List<Typed> arguments, int position, BiFunction<LocalDate, LocalDate, Object> function) {
        need(arguments, position, Kind.DAY, Kind.DAY);
        return Typed.of(result, two(arguments, (a, b) -> function.apply((LocalDate) a, (LocalDate) b)));
    }

    /// Moves a day.
    private interface Move {
        LocalDate by(LocalDate day, long count);
    }

    private static Typed later(List<Typed> arguments, int position, Move move) {
        need(arguments, position, Kind.DAY, Kind.INT);
        if (arguments.get(1).constant().filter(count -> Math.abs((Long) count) <= 36_600).isEmpty()) {
            throw new FaultyExpression("The second is a number up to 36600, not a field.", position);
        }
        return Typed.of(Kind.DAY, two(arguments, (a, b) -> move.by((LocalDate) a, (Long) b)));
    }

    private static Typed ofTexts(List<Typed> arguments, int position, BiFunction<String, String, Boolean> function) {
        need(arguments, position, Kind.TEXT, Kind.TEXT);
        return Typed.of(Kind.BOOL, two(arguments, (a, b) -> Operators.flag(function.apply((String) a, (String) b))));
    }

    private static Typed matches(List<Typed> arguments, int position) {
        need(arguments, position, Kind.TEXT, Kind.TEXT);
        try {
            Pattern pattern = Pattern.compile(constantText(arguments.get(1), position));
            return Typed.of(Kind.BOOL, one(arguments, value -> Operators.flag(pattern.matcher((String) value).find())));
        } catch (PatternSyntaxException e) {
            throw new FaultyExpression("This is not a regular expression: " + e.getDescription() + ".", position);
        }
    }

    private static Typed size(List<Typed> arguments, int position) {
        need(arguments, position, Kind.TEXT);
        return Typed.of(Kind.INT, one(arguments, value -> {
            String text = (String) value;
            return (long) text.codePointCount(0, text.length());
        }));
    }

    private static Typed ofDay(List<Typed> arguments, int position, ToIntFunction<LocalDate> part) {
        need(arguments, position, Kind.DAY);
        return Typed.of(Kind.INT, one(arguments, value -> (long) part.applyAsInt((LocalDate) value)));
    }

    private static Term one(List<Typed> arguments, Function<Object, Object> function) {
        Term term = arguments.getFirst().term();
        return row -> {
            Object value = term.of(row);
            return Operators.isValue(value) ? function.apply(value) : Term.OPEN;
        };
    }

    private static Term two(List<Typed> arguments, BiFunction<Object, Object, Object> function) {
        Term first = arguments.get(0).term();
        Term second = arguments.get(1).term();
        return row -> {
            Object a = first.of(row);
            Object b = second.of(row);
            return Operators.isValue(a) && Operators.isValue(b) ? function.apply(a, b) : Term.OPEN;
        };
    }

    private static void need(List<Typed> arguments, int position, Kind... kinds) {
        List<Kind> given = arguments.stream().map(Typed::kind).toList();
        if (!given.equals(Arrays.asList(kinds))) {
            String wanted = String.join(" and ", Arrays.stream(kinds).map(Kind::words).toList());
            throw new FaultyExpression("This function takes " + wanted + ".", position);
        }
    }
}
