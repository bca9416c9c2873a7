package weir.engine.recognise;

import java.time.Month;
import java.util.Arrays;
import java.util.Optional;

import weir.engine.dataset.Period.Term;

/// Finds the school term of a census in its path: a whole word that is `autumn`, `spring` or `summer`, or the month of the
/// census, October, January or May, in full or its first three letters.
///
/// In one name the term's own word counts more than a month. The nearest folder that names one term wins, then the file's
/// name; a name with two terms says nothing.
public final class PathTerm {

    private PathTerm() {}

    /// @param path the path as the user knows it, below the folder handed over, with `/` between folders
    public static Optional<Term> find(String path) {
        return PathNames.ask(path, PathTerm::inText);
    }

    /// The term that a folder's or file's name speaks of.
    public static Optional<Term> inText(String text) {
        boolean hasWord = PathNames.words(text).stream().anyMatch(word -> named(word).isPresent());
        return PathNames.one(text, hasWord ? PathTerm::named : PathTerm::ofCensus);
    }

    private static Optional<Term> named(String word) {
        return Arrays.stream(Term.values()).filter(term -> term.word().equals(word)).findFirst();
    }

    private static Optional<Term> ofCensus(String word) {
        return PathMonth.named(word).flatMap(PathTerm::ofCensus);
    }

    private static Optional<Term> ofCensus(Month month) {
        return switch (month) {
            case OCTOBER -> Optional.of(Term.AUTUMN);
            case JANUARY -> Optional.of(Term.SPRING);
            case MAY -> Optional.of(Term.SUMMER);
            default -> Optional.empty();
        };
    }
}
