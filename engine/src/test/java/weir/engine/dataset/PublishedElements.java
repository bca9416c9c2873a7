package weir.engine.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// The elements of a published XML schema, flat: for each that holds text its path below the root, with what the schema
/// says of it; for each that holds others, how often it may stand.
final class PublishedElements {

    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

    private final Map<String, Element> types = new HashMap<>();
    private final Map<String, String> leaves = new TreeMap<>();
    private final Map<String, String> groups = new TreeMap<>();

    PublishedElements(Path file) throws java.io.IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element schema = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            children(schema).filter(one -> one.hasAttribute("name") && !one.getLocalName().equals("element"))
                    .forEach(one -> types.put(one.getAttribute("name"), one));
            Element root = children(schema, "element").getFirst();
            walk("", definition(root).orElseThrow());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The published schema cannot be read: " + file, e);
        }
    }

    /// As in `Children/Child/ChildIdentifiers/UPN` and `optional pattern …`.
    Map<String, String> leaves() {
        return leaves;
    }

    /// As in `Children/Child/CINdetails` and `required repeats`.
    Map<String, String> groups() {
        return groups;
    }

    private void walk(String path, Element complexType) {
        for (Element sequence : children(complexType, "sequence")) {
            for (Element element : children(sequence, "element")) {
                String below = (path.isEmpty() ? "" : path + "/") + element.getAttribute("name");
                Optional<Element> definition = definition(element);
                if (definition.filter(one -> one.getLocalName().equals("complexType")).isPresent()) {
                    groups.put(below, occurs(element));
                    walk(below, definition.get());
                } else {
                    leaves.put(below, occurs(element) + " " + definition.map(PublishedElements::simple)
                            .orElseGet(() -> builtIn(element.getAttribute("type"))));
                }
            }
        }
    }

    private static String occurs(Element element) {
        return (element.getAttribute("minOccurs").equals("0") ? "optional" : "required")
                + (element.getAttribute("maxOccurs").equals("unbounded") ? " repeats" : "");
    }

    private Optional<Element> definition(Element element) {
        Optional<Element> own = children(element).filter(one -> one.getLocalName().endsWith("Type")).findFirst();
        return own.or(() -> Optional.ofNullable(types.get(element.getAttribute("type"))));
    }

    private static String simple(Element simpleType) {
        Element restriction = children(simpleType, "restriction").getFirst();
        List<String> codes = new ArrayList<>(new TreeSet<>(values(restriction, "enumeration")));
        if (!codes.isEmpty()) {
            return "category " + codes;
        }
        List<String> patterns = values(restriction, "pattern");
        if (!patterns.isEmpty()) {
            return "pattern " + patterns.getFirst();
        }
        String range = values(restriction, "minInclusive").stream().findFirst().orElse("any") + " to "
                + values(restriction, "maxInclusive").stream().findFirst().orElse("any");
        String places = values(restriction, "fractionDigits").stream().map(digits -> ", places " + digits).findFirst().orElse("");
        return builtIn(restriction.getAttribute("base")).split(" ", -1)[0] + (range.equals("any to any") ? "" : " " + range) + places;
    }

    private static String builtIn(String type) {
        return switch (type) {
            case "xs:date" -> "date yyyy-MM-dd";
            case "xs:dateTime" -> "date yyyy-MM-ddTHH:mm:ss, yyyy-MM-ddTHH:mm:ssZ";
            case "xs:integer", "xs:gYear" -> "integer";
            case "xs:positiveInteger", "xs:nonNegativeInteger" -> "integer 0 to any";
            case "xs:decimal" -> "decimal";
            case "xs:string" -> "text";
            default -> type;
        };
    }

    private static List<String> values(Element restriction, String name) {
        return children(restriction, name).stream().map(one -> one.getAttribute("value")).toList();
    }

    private static List<Element> children(Element element, String name) {
        return children(element).filter(one -> Objects.equals(one.getLocalName(), name)).toList();
    }

    private static Stream<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element one && SCHEMA.equals(one.getNamespaceURI())) {
                found.add(one);
            }
        }
        return found.stream();
    }
}
