package weir.stream.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.stream.sif.ObjectCursor;

/// One walk over an object, collecting what its tuple is made of. For one thread.
final class TupleWalk {

    private static final String REF_ID = "RefId";

    private final ObjectCursor cursor;
    private final List<String> path = new ArrayList<>();
    private final List<String> attributeLinks = new ArrayList<>();
    private final List<String> elementLinks = new ArrayList<>();
    private final List<String> objectLinks = new ArrayList<>();
    private final Map<String, String> otherIds = new LinkedHashMap<>();
    private final Map<String, String> labelTexts = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private LabelRule rule;
    private List<String> labelPaths;
    private String root = "";
    private String type;
    private String id = "";
    private boolean hasRefId;
    /// Of the element that was opened last.
    private String typeAttribute = "";
    private boolean isReference;

    /// @param type whose label to make; empty for that of the root
    TupleWalk(byte[] xml, int from, String type) {
        this.cursor = new ObjectCursor(xml, from);
        this.type = type;
        this.rule = LabelRule.of(type);
        this.labelPaths = rule.paths();
    }

    void toEnd() {
        while (cursor.next()) {
            switch (cursor.part()) {
                case START -> start();
                case TEXT, CDATA -> text.append(cursor.characters());
                case END -> end();
                case ASIDE -> {
                    // says nothing of the object
                }
            }
        }
    }

    private void start() {
        String name = cursor.name();
        path.add(name);
        text.setLength(0);
        if (root.isEmpty()) {
            root = name;
            if (type.isEmpty()) {
                type = name;
                rule = LabelRule.of(name);
                labelPaths = rule.paths();
            }
        }
        typeAttribute = "";
        isReference = false;
        while (cursor.nextAttribute()) {
            attribute(name, cursor.attribute());
        }
    }

    private void attribute(String element, String attribute) {
        if (attribute.endsWith(REF_ID)) {
            String value = cursor.value();
            if (!value.isEmpty()) {
                attributeLinks.add(value);
            }
            if (attribute.equals(REF_ID)) {
                type = element;
                id = value;
                hasRefId = true;
            }
        } else if (attribute.equals("Type")) {
            typeAttribute = cursor.value();
        } else if (attribute.equals("SIF_RefObject")) {
            isReference = true;
        }
        if (labelPaths.contains("@" + attribute)) {
            labelTexts.putIfAbsent("@" + attribute, cursor.value());
        }
    }

    private void end() {
        String name = path.getLast();
        if (!text.isEmpty()) {
            leaf(name, text.toString().strip());
            text.setLength(0);
        }
        isReference = false;
        typeAttribute = "";
        path.removeLast();
    }

    private void leaf(String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (name.endsWith(REF_ID)) {
            elementLinks.add(value);
            if (!hasRefId && id.isEmpty() && path.size() == 2 && name.equals(root + REF_ID)) {
                id = value;
            }
        }
        if (isReference) {
            objectLinks.add(value);
        }
        otherId(name, value);
        for (String wanted : labelPaths) {
            if (endsWith(wanted)) {
                labelTexts.putIfAbsent(wanted, value);
            }
        }
    }

    private void otherId(String name, String value) {
        switch (name) {
            case "LocalId" -> otherIds.put("localid", value);
            case "StateProvinceId" -> otherIds.put("stateprovinceids", value);
            case "ACARAId" -> otherIds.put("acaraids", value);
            case "ElectronicId" -> otherIds.put("electronicid" + typeAttribute, value);
            case "OtherId" -> otherIds.put(typeAttribute, value);
            default -> {
                // no id
            }
        }
    }

    private boolean endsWith(String wanted) {
        int at = path.size();
        int end = wanted.length();
        while (end > 0 && at > 0) {
            int slash = wanted.lastIndexOf('/', end - 1);
            String step = path.get(--at);
            if (step.length() != end - slash - 1 || !wanted.startsWith(step, slash + 1)) {
                return false;
            }
            end = slash;
        }
        return end <= 0;
    }

    String root() {
        return root;
    }

    String type() {
        return type;
    }

    /// Empty when the object has none.
    String id() {
        return id;
    }

    Map<String, String> otherIds() {
        return otherIds;
    }

    /// Of attributes first, then of elements named so, then of references.
    List<String> links() {
        List<String> links = new ArrayList<>(attributeLinks);
        links.addAll(elementLinks);
        links.addAll(objectLinks);
        return links;
    }

    Optional<String> label() {
        return rule.label(wanted -> Optional.ofNullable(labelTexts.get(wanted)));
    }
}
