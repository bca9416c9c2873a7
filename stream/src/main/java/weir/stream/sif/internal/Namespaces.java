package weir.stream.sif.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/// The namespaces a root declares for what is in it. Immutable.
///
/// @param main the default namespace; empty when there is none
/// @param prefixes the others, by prefix
public record Namespaces(String main, Map<String, String> prefixes) {

    public static final Namespaces NONE = new Namespaces("", Map.of());

    public Namespaces {
        prefixes = Map.copyOf(prefixes);
    }

    /// Those of a root on which the parser stands.
    ///
    /// @param otherwise the default namespace of a root that is in none
    public static Namespaces of(XMLStreamReader root, String otherwise) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        String main = root.getNamespaceURI() == null || root.getNamespaceURI().isEmpty() ? otherwise : "";
        for (int i = 0; i < root.getNamespaceCount(); i++) {
            String prefix = root.getNamespacePrefix(i);
            if (prefix == null || prefix.isEmpty()) {
                main = root.getNamespaceURI(i) == null ? "" : root.getNamespaceURI(i);
            } else {
                prefixes.put(prefix, root.getNamespaceURI(i));
            }
        }
        return new Namespaces(main, prefixes);
    }

    /// Those that an element on which the parser stands does not declare itself.
    public Namespaces without(XMLStreamReader element) {
        if (element.getNamespaceCount() == 0) {
            return this;
        }
        Map<String, String> left = new LinkedHashMap<>(prefixes);
        String mainLeft = main;
        for (int i = 0; i < element.getNamespaceCount(); i++) {
            String prefix = element.getNamespacePrefix(i);
            if (prefix == null || prefix.isEmpty()) {
                mainLeft = "";
            } else {
                left.remove(prefix);
            }
        }
        return new Namespaces(mainLeft, left);
    }

    /// The text of an element with these declared in it: the default one, and those whose prefix it uses.
    public String setOn(String element) {
        StringBuilder added = new StringBuilder();
        if (!main.isEmpty()) {
            added.append(" xmlns=\"").append(escaped(main)).append('"');
        }
        for (Map.Entry<String, String> each : prefixes.entrySet()) {
            if (element.contains(each.getKey() + ":")) {
                added.append(" xmlns:").append(each.getKey()).append("=\"").append(escaped(each.getValue())).append('"');
            }
        }
        int name = endOfName(element);
        return added.isEmpty() ? element : element.substring(0, name) + added + element.substring(name);
    }

    private static int endOfName(String element) {
        int end = 1;
        while (!Character.isWhitespace(element.charAt(end)) && element.charAt(end) != '>' && element.charAt(end) != '/') {
            end++;
        }
        return end;
    }

    private static String escaped(String uri) {
        return uri.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
