package weir.stream.registration;

/// What a rule of the registration finds in one object. Its text holds values: it goes to the error topic, never to a log.
///
/// @param rule the name of the rule, which stays
/// @param column the column it is about
/// @param text as clients search for it
public record SrmFinding(String rule, String column, String text) {

    /// Whether it asks only; an error begins with `Error:`.
    public boolean isWarning() {
        return text.startsWith("Warning:");
    }

    @Override
    public String toString() {
        return rule + "[" + column + "]";
    }
}
