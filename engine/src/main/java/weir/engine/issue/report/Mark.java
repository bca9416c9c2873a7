package weir.engine.issue.report;

import weir.engine.issue.Severity;

/// Small drawings. Each severity has a shape of its own, so that nobody depends on its colour.
final class Mark {

    private static final String START = "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">";
    private static final String INK = "<path class=\"mark-ink\" d=\"";

    static final String GOOD = START + "<circle class=\"mark\" cx=\"12\" cy=\"12\" r=\"11\"/>" + INK
            + "M7 12.5l3.5 3.5L17 9\"/></svg>";
    static final String WEIR = START + "<g fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.2\" "
            + "stroke-linecap=\"round\"><path d=\"M2 7h8c3 0 2.5 10 6 10h6\"/><path d=\"M2 12h5.5\"/>"
            + "<path d=\"M2 17h8\"/><path d=\"M15.5 12H22\"/></g></svg>";

    private Mark() {}

    static String of(Severity severity) {
        return switch (severity) {
            case ERROR -> START + "<path class=\"mark\" d=\"M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z\"/>" + INK
                    + "M8.5 8.5l7 7M15.5 8.5l-7 7\"/></svg>";
            case WARNING -> START + "<path class=\"mark\" d=\"M12 1.5L23.5 22H.5z\"/>" + INK
                    + "M12 9v6M12 18.6v.1\"/></svg>";
            case NOTICE -> START + "<circle class=\"mark\" cx=\"12\" cy=\"12\" r=\"11\"/>" + INK
                    + "M12 11.5V17M12 7.2v.1\"/></svg>";
        };
    }
}
