package weir.engine.expression.internal;

import java.util.Set;
import java.util.function.IntPredicate;

import weir.engine.expression.FaultyExpression;

/// The operators of CEL over cleaned values.
final class Operators {

    private Operators() {}

    /// False when either side is false, whatever the other is. Source: CEL, "Logical Operators".
    static Typed and(Typed left, Typed right, int position) {
        return both("&&", left, right, position, Boolean.FALSE);
    }

    /// True when either side is true, whatever the other is.
    static Typed or(Typed left, Typed right, int position) {
        return both("||", left, right, position, Boolean.TRUE);
    }

    private static Typed both(String sign, Typed left, Typed right, int position, Boolean decides) {
        need(left, Kind.BOOL, sign, position);
        need(right, Kind.BOOL, sign, position);
        Term a = left.term();
        Term b = right.term();
        Boolean otherwise = !decides;
        return Typed.of(Kind.BOOL, row -> {
            Object first = a.of(row);
            if (first == decides) {
                return decides;
            }
            Object second = b.of(row);
            if (second == decides) {
                return decides;
            }
            return first == otherwise && second == otherwise ? otherwise : Term.OPEN;
        });
    }

    static Typed not(Typed operand, int position) {
        need(operand, Kind.BOOL, "!", position);
        Term term = operand.term();
        return Typed.of(Kind.BOOL, row -> term.of(row) instanceof Boolean is ? flag(!is) : Term.OPEN);
    }

    static Typed choice(Typed condition, Typed then, Typed otherwise, int position) {
        need(condition, Kind.BOOL, "?", position);
        if (then.kind() != otherwise.kind() || then.element() != otherwise.element()) {
            throw new FaultyExpression("Both sides of ':' must be of one kind.", position);
        }
        Term which = condition.term();
        Term first = then.term();
        Term second = otherwise.term();
        Term term = row -> {
            Object is = which.of(row);
            return is == Boolean.TRUE ? first.of(row) : is == Boolean.FALSE ? second.of(row) : Term.OPEN;
        };
        return Typed.of(then.kind(), term);
    }

    static Typed relation(String sign, Typed left, Typed right, int position) {
        return switch (sign) {
            case "==" -> equal(left, right, true, position);
            case "!=" -> equal(left, right, false, position);
            case "in" -> in(left, right, position);
            case "<" -> ordered(left, right, order -> order < 0, position);
            case "<=" -> ordered(left, right, order -> order <= 0, position);
            case ">" -> ordered(left, right, order -> order > 0, position);
            default -> ordered(left, right, order -> order >= 0, position);
        };
    }

    /// A blank is equal to a blank and to nothing else.
    private static Typed equal(Typed left, Typed right, boolean wanted, int position) {
        boolean fits = left.kind() == right.kind() && left.kind() != Kind.LIST
                || left.kind() == Kind.NULL && right.kind() != Kind.LIST
                || right.kind() == Kind.NULL && left.kind() != Kind.LIST;
        if (!fits) {
            throw new FaultyExpression(unlike(left, right), position);
        }
        Term a = left.term();
        Term b = right.term();
        return Typed.of(Kind.BOOL, row -> {
            Object first = a.of(row);
            Object second = b.of(row);
            return first == Term.OPEN || second == Term.OPEN ? Term.OPEN : flag(first.equals(second) == wanted);
        });
    }

    private static String unlike(Typed left, Typed right) {
        return "Cannot compare " + left.kind().words() + " with " + right.kind().words() + ".";
    }

    private static Typed in(Typed left, Typed right, int position) {
        if (right.kind() != Kind.LIST) {
            throw new FaultyExpression("Behind 'in' stands a list, as in [\"A\", \"B\"].", position);
        }
        if (right.element() != left.kind() && right.element() != Kind.NULL) {
            throw new FaultyExpression("The list does not hold " + left.kind().words() + ".", position);
        }
        Term term = left.term();
        Set<?> list = (Set<?>) right.constant().orElseThrow();
        return Typed.of(Kind.BOOL, row -> {
            Object value = term.of(row);
            return value == Term.OPEN ? Term.OPEN : flag(list.contains(value));
        });
    }

    private static Typed ordered(Typed left, Typed right, IntPredicate wanted, int position) {
        if (left.kind() != right.kind() || !left.kind().isOrdered()) {
            throw new FaultyExpression(unlike(left, right), position);
        }
        Term a = left.term();
        Term b = right.term();
        return Typed.of(Kind.BOOL, row -> {
            Object first = a.of(row);
            Object second = b.of(row);
            return isValue(first) && isValue(second) ? flag(wanted.test(compare(first, second))) : Term.OPEN;
        });
    }

    @SuppressWarnings("unchecked") // The checker lets only values of one kind meet.
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    static Typed sum(String sign, Typed left, Typed right, int position) {
        boolean isText = sign.equals("+") && left.kind() == Kind.TEXT;
        if (left.kind() != right.kind() || left.kind() != Kind.INT && left.kind() != Kind.DOUBLE && !isText) {
            throw new FaultyExpression("'" + sign + "' takes two numbers of one kind"
                    + (sign.equals("+") ? ", or two texts." : "; for days use days(FROM, TO)."), position);
        }
        Term a = left.term();
        Term b = right.term();
        int factor = sign.equals("+") ? 1 : -1;
        return Typed.of(left.kind(), row -> {
            Object first = a.of(row);
            Object second = b.of(row);
            return isValue(first) && isValue(second) ? add(first, second, factor) : Term.OPEN;
        });
    }

    private static Object add(Object first, Object second, int factor) {
        return switch (first) {
            case Long number -> sum(number, factor * (Long) second);
            case Double number -> number + factor * (Double) second;
            default -> first.toString() + second;
        };
    }

    /// CEL's whole numbers do not wrap round.
    private static Object sum(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? Term.OPEN : sum;
    }

    static Typed minus(Typed operand, int position) {
        return switch (operand.constant().orElse("")) {
            case Long number -> Typed.constant(Kind.INT, -number);
            case Double number -> Typed.constant(Kind.DOUBLE, -number);
            default -> throw new FaultyExpression("A minus sign stands before a number.", position);
        };
    }

    static boolean isValue(Object value) {
        return value != Term.BLANK && value != Term.OPEN;
    }

    static Boolean flag(boolean is) {
        return is ? Boolean.TRUE : Boolean.FALSE;
    }

    private static void need(Typed operand, Kind kind, String sign, int position) {
        if (operand.kind() != kind) {
            throw new FaultyExpression("'" + sign + "' takes " + kind.words() + "; this is " + operand.kind().words() + ".",
                    position);
        }
    }
}
