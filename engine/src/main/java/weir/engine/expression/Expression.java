package weir.engine.expression;

import java.time.LocalDate;
import java.util.Map;

import weir.engine.dataset.Table;
import weir.engine.expression.internal.Kind;
import weir.engine.expression.internal.Parser;
import weir.engine.expression.internal.Scope;
import weir.engine.expression.internal.Term;
import weir.engine.expression.internal.Typed;
import weir.engine.record.Row;

/// A condition of one record, ready to be asked of any number of rows of its table. Safe for many threads.
public final class Expression {

    private final Term condition;

    private Expression(Term condition) {
        this.condition = condition;
    }

    /// Reads a condition and checks it against the fields of a table.
    ///
    /// @param constants further names, each with the day it stands for
    /// @throws FaultyExpression when it is not CEL, names what the table does not have, compares what cannot be compared,
    ///                          or is no condition
    public static Expression plan(String text, Table table, Map<String, LocalDate> constants) {
        Typed whole = new Parser(text, Scope.of(table, constants)).parse();
        if (whole.kind() != Kind.BOOL) {
            throw new FaultyExpression("A condition is true or false; this is " + whole.kind().words() + ".", 0);
        }
        return new Expression(whole.term());
    }

    /// Whether the condition holds of a row. False when it is false, and when blanks leave it open.
    public boolean holds(Row row) {
        return condition.of(row) == Boolean.TRUE;
    }

    /// Whether blanks leave the condition open: CEL ends in an error.
    public boolean isOpen(Row row) {
        return condition.of(row) == Term.OPEN;
    }
}
