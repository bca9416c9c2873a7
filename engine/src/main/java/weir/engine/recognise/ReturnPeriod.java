package weir.engine.recognise;

import java.time.Month;
import java.util.Optional;
import java.util.OptionalInt;

import weir.engine.dataset.Period;
import weir.engine.dataset.Period.Term;

/// Makes the period of a return, of the kind its dataset has, from what the sender said and what the path says.
public final class ReturnPeriod {

    private ReturnPeriod() {}

    /// What is known of the period.
    public sealed interface Finding {

        /// All of it.
        record Found(Period period) implements Finding {}

        /// Neither the sender nor the path says this much of it.
        record Missing(Lack lack) implements Finding {}
    }

    /// What a path can lack.
    public enum Lack {
        YEAR,
        MONTH,
        TERM
    }

    /// What the sender said comes before what the path says, piece by piece: a stated year goes with the path's month.
    ///
    /// @param path the path as the user knows it, below the folder handed over, with `/` between folders
    public static Finding find(Period.Kind kind, Optional<Period> stated, String path) {
        if (kind == Period.Kind.NONE) {
            return new Finding.Found(Period.ofYear(0));
        }
        OptionalInt year = stated.isPresent() ? OptionalInt.of(stated.get().year()) : PathYear.find(path);
        if (year.isEmpty()) {
            return new Finding.Missing(Lack.YEAR);
        }
        return switch (kind) {
            case NONE, YEAR -> new Finding.Found(Period.ofYear(year.getAsInt()));
            case MONTH -> month(stated, path)
                    .<Finding>map(month -> new Finding.Found(Period.ofMonth(year.getAsInt(), month.getValue())))
                    .orElse(new Finding.Missing(Lack.MONTH));
            case TERM -> term(stated, path)
                    .<Finding>map(term -> new Finding.Found(Period.ofTerm(year.getAsInt(), term)))
                    .orElse(new Finding.Missing(Lack.TERM));
        };
    }

    private static Optional<Month> month(Optional<Period> stated, String path) {
        OptionalInt said = stated.map(Period::month).orElse(OptionalInt.empty());
        return said.isPresent() ? Optional.of(Month.of(said.getAsInt())) : PathMonth.find(path);
    }

    private static Optional<Term> term(Optional<Period> stated, String path) {
        return stated.flatMap(Period::term).or(() -> PathTerm.find(path));
    }
}
