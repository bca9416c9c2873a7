package weir.engine.expression.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import weir.engine.expression.FaultyExpression;
import weir.engine.expression.internal.Lexer.Sort;
import weir.engine.expression.internal.Lexer.Token;
import weir.engine.yaml.Nearest;

/// Reads a condition by the grammar of CEL and plans it while it reads. Use once.
///
/// Source: Common Expression Language, language definition, "Syntax" and "Operator precedence".
public final class Parser {

    /// CEL asks an implementation for 12 levels of parentheses at least.
    private static final int DEPTH_LIMIT = 40;

    private final Lexer lexer;
    private final Scope scope;
    private int depth;

    public Parser(String text, Scope scope) {
        this.lexer = new Lexer(text);
        this.scope = scope;
    }

    /// @throws FaultyExpression when the text is no expression, or its types do not fit
    public Typed parse() {
        Typed whole = choice();
        Token rest = lexer.token();
        if (rest.sort() != Sort.END) {
            throw new FaultyExpression("'" + rest.text() + "' is not expected here.", rest.position());
        }
        return whole;
    }

    private Typed choice() {
        if (++depth > DEPTH_LIMIT) {
            throw new FaultyExpression("The condition is too deep: write it with fewer parentheses.", 0);
        }
        int position = lexer.token().position();
        Typed condition = or();
        if (lexer.takes("?")) {
            Typed then = or();
            lexer.need(":");
            condition = Operators.choice(condition, then, choice(), position);
        }
        depth--;
        return condition;
    }

    private Typed or() {
        Typed left = and();
        int position = lexer.token().position();
        while (lexer.takes("||")) {
            left = Operators.or(left, and(), position);
        }
        return left;
    }

    private Typed and() {
        Typed left = relation();
        int position = lexer.token().position();
        while (lexer.takes("&&")) {
            left = Operators.and(left, relation(), position);
        }
        return left;
    }

    private Typed relation() {
        Typed left = sum();
        Token sign = lexer.token();
        while (isRelation(sign)) {
            lexer.take();
            left = Operators.relation(sign.text(), left, sum(), sign.position());
            sign = lexer.token();
        }
        return left;
    }

    private static boolean isRelation(Token token) {
        return switch (token.sort()) {
            case SIGN -> List.of("==", "!=", "<", "<=", ">", ">=").contains(token.text());
            case NAME -> token.text().equals("in");
            case INT, DOUBLE, TEXT, END -> false;
        };
    }

    private Typed sum() {
        Typed left = negation();
        Token sign = lexer.token();
        while (lexer.takes("+") || lexer.takes("-")) {
            left = Operators.sum(sign.text(), left, negation(), sign.position());
            sign = lexer.token();
        }
        return left;
    }

    private Typed negation() {
        int position = lexer.token().position();
        if (lexer.takes("!")) {
            return Operators.not(negation(), position);
        }
        return lexer.takes("-") ? Operators.minus(negation(), position) : member();
    }

    private Typed member() {
        Typed value = primary();
        while (lexer.takes(".")) {
            Token name = lexer.take();
            lexer.need("(");
            List<Typed> arguments = new ArrayList<>(List.of(value));
            arguments.addAll(listUntil(")"));
            value = Functions.ofReceiver(name.text(), arguments, name.position());
        }
        return value;
    }

    private Typed primary() {
        Token token = lexer.take();
        return switch (token.sort()) {
            case INT -> Typed.constant(Kind.INT, whole(token));
            case DOUBLE -> Typed.constant(Kind.DOUBLE, Double.valueOf(token.text()));
            case TEXT -> Typed.constant(Kind.TEXT, token.text());
            case NAME -> named(token);
            case SIGN -> inBrackets(token);
            case END -> throw new FaultyExpression("Something is missing at the end.", token.position());
        };
    }

    private static Long whole(Token token) {
        try {
            return Long.valueOf(token.text());
        } catch (NumberFormatException e) {
            throw new FaultyExpression("The number " + token.text() + " is too large.", token.position());
        }
    }

    private Typed inBrackets(Token token) {
        if (token.text().equals("(")) {
            Typed inner = choice();
            lexer.need(")");
            return inner;
        }
        if (token.text().equals("[")) {
            return list(listUntil("]"), token.position());
        }
        throw new FaultyExpression("'" + token.text() + "' is not expected here.", token.position());
    }

    private static Typed list(List<Typed> elements, int position) {
        Set<Object> values = new HashSet<>();
        Kind kind = elements.isEmpty() ? Kind.NULL : elements.getFirst().kind();
        for (Typed element : elements) {
            Optional<Object> value = element.constant();
            if (value.isEmpty() || element.kind() != kind) {
                throw new FaultyExpression("A list holds texts, numbers or days of one kind.", position);
            }
            values.add(value.get());
        }
        Set<Object> fixed = Set.copyOf(values);
        return new Typed(Kind.LIST, kind, _ -> fixed, Optional.of(fixed));
    }

    private Typed named(Token token) {
        if (lexer.takes("(")) {
            return Functions.ofName(token.text(), listUntil(")"), token.position());
        }
        return switch (token.text()) {
            case "true" -> Typed.constant(Kind.BOOL, true);
            case "false" -> Typed.constant(Kind.BOOL, false);
            case "null" -> Typed.constant(Kind.NULL, Term.BLANK);
            default -> scope.find(token.text()).orElseThrow(() -> new FaultyExpression(
                    "The table has no field '" + token.text() + "'." + Nearest.question(token.text(), scope.names()),
                    token.position()));
        };
    }

    private List<Typed> listUntil(String end) {
        List<Typed> items = new ArrayList<>();
        if (lexer.takes(end)) {
            return items;
        }
        items.add(choice());
        while (lexer.takes(",")) {
            items.add(choice());
        }
        lexer.need(end);
        return items;
    }
}
