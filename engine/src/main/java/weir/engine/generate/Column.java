package weir.engine.generate;

/// A column of a made-up table, as far as planting faults needs it.
///
/// @param name        its header
/// @param kind        what its cells hold
/// @param isMandatory whether no cell may be blank
/// @param max         the greatest number it may hold; negative when it has no bound
record Column(String name, Kind kind, boolean isMandatory, int max) {

    /// What a cell holds.
    enum Kind {
        TEXT,
        DATE,
        CODE,
        NUMBER,
        POSTCODE
    }

    /// Reads `NAME:kind` with `?` behind it when a blank is allowed and `<40` behind a number's greatest value.
    static Column parse(String text) {
        boolean optional = text.endsWith("?");
        String[] parts = (optional ? text.substring(0, text.length() - 1) : text).split("[:<]", -1);
        int max = parts.length > 2 ? Integer.parseInt(parts[2]) : -1;
        return new Column(parts[0], kind(parts[1]), !optional, max);
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "text" -> Kind.TEXT;
            case "date" -> Kind.DATE;
            case "code" -> Kind.CODE;
            case "number" -> Kind.NUMBER;
            case "postcode" -> Kind.POSTCODE;
            default -> throw new IllegalArgumentException("There is no kind of column called " + word + ".");
        };
    }

    boolean suits(Fault.Target target) {
        return switch (target) {
            case DATE -> kind == Kind.DATE;
            case MANDATORY_DATE -> kind == Kind.DATE && isMandatory;
            case CODE -> kind == Kind.CODE;
            case MANDATORY_CODE -> kind == Kind.CODE && isMandatory;
            case MANDATORY -> isMandatory;
            case POSTCODE -> kind == Kind.POSTCODE;
            case NUMBER -> kind == Kind.NUMBER;
            case BOUNDED_NUMBER -> max >= 0;
            case ROW, ROW_ENDING_OPTIONAL -> false;
        };
    }
}
