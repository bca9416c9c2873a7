package weir.stream.sif;

/// Resolves the references of XML that need no document type: the five names, and characters by their number.
final class References {

    private References() {}

    /// What is no reference stays as it is.
    static String resolved(String text) {
        int at = text.indexOf('&');
        if (at < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            int end = text.indexOf(';', at);
            if (end < 0) {
                break;
            }
            resolved.append(text, from, at).append(character(text.substring(at + 1, end)));
            from = end + 1;
            at = text.indexOf('&', from);
        }
        return resolved.append(text, from, text.length()).toString();
    }

    private static String character(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> numbered(name);
        };
    }

    private static String numbered(String name) {
        try {
            if (name.startsWith("#x")) {
                return Character.toString(Integer.parseInt(name.substring(2), 16));
            }
            if (name.startsWith("#")) {
                return Character.toString(Integer.parseInt(name.substring(1)));
            }
        } catch (IllegalArgumentException _) {
            return "&" + name + ";";
        }
        return "&" + name + ";";
    }
}
