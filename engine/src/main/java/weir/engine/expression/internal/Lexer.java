package weir.engine.expression.internal;

import weir.engine.expression.FaultyExpression;

/// Cuts the text of a condition into words.
final class Lexer {

    private static final String[] LONG_SIGNS = {"&&", "||", "==", "!=", "<=", ">="};

    private final String text;
    private int at;
    private Token token;

    /// What a word is.
    enum Sort {
        NAME,
        INT,
        DOUBLE,
        TEXT,
        SIGN,
        END
    }

    /// @param text a text without its quotes, everything else as it is written
    record Token(Sort sort, String text, int position) {}

    Lexer(String text) {
        this.text = text;
        this.token = read();
    }

    Token token() {
        return token;
    }

    /// The present word; the next becomes the present one.
    Token take() {
        Token taken = token;
        token = read();
        return taken;
    }

    /// Takes the present word when it is this sign.
    boolean takes(String sign) {
        boolean is = token.sort() == Sort.SIGN && token.text().equals(sign);
        if (is) {
            take();
        }
        return is;
    }

    void need(String sign) {
        if (!takes(sign)) {
            throw new FaultyExpression("'" + sign + "' is missing before '" + token.text() + "'.", token.position());
        }
    }

    private Token read() {
        skipBlanksAndComments();
        if (at == text.length()) {
            return new Token(Sort.END, "the end", at);
        }
        char c = text.charAt(at);
        if (Character.isLetter(c) || c == '_') {
            return name();
        }
        if (isDigit(c)) {
            return number();
        }
        return c == '"' || c == '\'' ? quoted(c) : sign();
    }

    private void skipBlanksAndComments() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.startsWith("//", at))) {
            if (text.charAt(at) == '/') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                at++;
            }
        }
    }

    private Token name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return new Token(Sort.NAME, text.substring(start, at), start);
    }

    private Token number() {
        int start = at;
        skipDigits();
        boolean hasPoint = at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
        if (hasPoint) {
            at++;
            skipDigits();
        }
        return new Token(hasPoint ? Sort.DOUBLE : Sort.INT, text.substring(start, at), start);
    }

    private void skipDigits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Token quoted(char quote) {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                at++;
                content.append(escaped());
            } else {
                content.append(text.charAt(at));
            }
            at++;
        }
        if (at >= text.length()) {
            throw new FaultyExpression("A quote is not closed.", start);
        }
        at++;
        return new Token(Sort.TEXT, content.toString(), start);
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at) : ' ';
        return switch (c) {
            case '\\', '\'', '"' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> throw new FaultyExpression("Behind a backslash stands a backslash, a quote, n or t.", at);
        };
    }

    private Token sign() {
        for (String sign : LONG_SIGNS) {
            if (text.startsWith(sign, at)) {
                at += 2;
                return new Token(Sort.SIGN, sign, at - 2);
            }
        }
        return new Token(Sort.SIGN, text.substring(at, ++at), at - 1);
    }
}
