package weir.stream.privacy;

import java.util.List;
import java.util.regex.Pattern;

/// One field that is rated: elements by the end of their path, `StudentPersonal/LocalId`, or an attribute,
/// `StudentPersonal/@RefId`. A rule on an element is for all characters in it, at any depth.
///
/// @param path element names divided by `/`, without prefixes; the last may be an attribute's with `@`
/// @param replacement what stands in the place of characters that are taken out
public record SensitivityRule(String path, String replacement) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /// @throws IllegalArgumentException when the path has another form
    public SensitivityRule {
        if (!isPath(path)) {
            throw new IllegalArgumentException("A path is names of elements divided by '/', an attribute's '@' at most at its end.");
        }
    }

    static boolean isPath(String path) {
        String[] steps = path.split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            boolean isAttribute = i > 0 && i == steps.length - 1 && steps[i].startsWith("@");
            if (!NAME.matcher(isAttribute ? steps[i].substring(1) : steps[i]).matches()) {
                return false;
            }
        }
        return true;
    }

    /// The names of its elements, the outermost first.
    public List<String> elements() {
        int at = path.lastIndexOf("/@");
        return List.of((at < 0 ? path : path.substring(0, at)).split("/", -1));
    }

    /// The name of its attribute; empty when the rule is on an element.
    public String attribute() {
        int at = path.lastIndexOf("/@");
        return at < 0 ? "" : path.substring(at + 2);
    }
}
