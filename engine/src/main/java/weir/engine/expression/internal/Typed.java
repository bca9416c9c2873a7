package weir.engine.expression.internal;

import java.util.Optional;

/// A term with what the checker knows of it.
///
/// @param element  the kind of a list's elements; the kind itself for what is no list
/// @param constant its value where it is the same for every row
public record Typed(Kind kind, Kind element, Term term, Optional<Object> constant) {

    static Typed of(Kind kind, Term term) {
        return new Typed(kind, kind, term, Optional.empty());
    }

    static Typed constant(Kind kind, Object value) {
        return new Typed(kind, kind, _ -> value, Optional.of(value));
    }
}
