package weir.stream.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.stream.sif.ObjectCursor;

/// One walk over an object, collecting what its tuple is made of. Only text that can be of use is ever made into a string. For
/// one thread.
final class TupleWalk {

    private static final byte[] REF_ID = bytes("RefId");
    private static final byte[] TYPE = bytes("Type");
    private static final byte[] REFERENCE = bytes("SIF_RefObject");

    /// Elements whose text is an id by which others know the object, and the kind of it. Those that end so take the rest of
    /// their kind from the attribute `Type`.
    private static final List<OtherId> OTHER_IDS = List.of(
            new OtherId(bytes("LocalId"), "localid", false),
            new OtherId(bytes("StateProvinceId"), "stateprovinceids", false),
            new OtherId(bytes("ACARAId"), "acaraids", false),
            new OtherId(bytes("ElectronicId"), "electronicid", true),
            new OtherId(bytes("OtherId"), "", true));

    private final byte[] xml;
    private final ObjectCursor cursor;
    private final List<String> attributeLinks = new ArrayList<>();
    private final List<String> elementLinks = new ArrayList<>();
    private final List<String> objectLinks = new ArrayList<>();
    private final Map<String, String> otherIds = new LinkedHashMap<>();
    private final Map<String, String> labelTexts = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private LabelRule rule;
    private List<LabelPath> labelPaths;
    /// Where the name of each open element begins and ends.
    private int[] open = new int[32];
    private String root = "";
    private String type;
    private String id = "";
    private boolean hasRefId;
    /// Of the element that was opened last.
    private String typeAttribute = "";
    private boolean isReference;
    private boolean isOfUse;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record OtherId(byte[] name, String kind, boolean isByType) {}

    /// @param type whose label to make; empty for that of the root
    TupleWalk(byte[] xml, int from, String type) {
        this.xml = xml;
        this.cursor = new ObjectCursor(xml, from);
        this.type = type;
        this.rule = LabelRule.of(type);
        this.labelPaths = rule.paths();
    }

    void toEnd() {
        while (cursor.next()) {
            switch (cursor.part()) {
                case START -> start();
                case TEXT, CDATA -> {
                    if (isOfUse) {
                        text.append(cursor.characters());
                    }
                }
                case END -> end();
                case ASIDE -> {
                    // says nothing of the object
                }
            }
        }
    }

    private void start() {
        int depth = cursor.depth();
        if (2 * depth > open.length) {
            open = Arrays.copyOf(open, 2 * open.length);
        }
        open[2 * depth - 2] = cursor.nameStart();
        open[2 * depth - 1] = cursor.nameEnd();
        text.setLength(0);
        if (root.isEmpty()) {
            beginRoot(cursor.name());
        }
        typeAttribute = "";
        isReference = false;
        while (cursor.nextAttribute()) {
            attribute();
        }
        isOfUse = isReference || isNamedForUse();
    }

    private void beginRoot(String name) {
        root = name;
        if (type.isEmpty()) {
            type = name;
            rule = LabelRule.of(name);
            labelPaths = rule.paths();
        }
    }

    private boolean isNamedForUse() {
        if (cursor.nameEndsWith(REF_ID)) {
            return true;
        }
        for (OtherId otherId : OTHER_IDS) {
            if (cursor.isNamed(otherId.name)) {
                return true;
            }
        }
        for (LabelPath path : labelPaths) {
            if (cursor.isNamed(path.last())) {
                return true;
            }
        }
        return false;
    }

    private void attribute() {
        if (cursor.attributeEndsWith(REF_ID)) {
            String value = cursor.value();
            if (!value.isEmpty()) {
                attributeLinks.add(value);
            }
            if (cursor.isAttribute(REF_ID)) {
                type = cursor.name();
                id = value;
                hasRefId = true;
            }
        } else if (cursor.isAttribute(TYPE)) {
            typeAttribute = cursor.value();
        } else if (cursor.isAttribute(REFERENCE)) {
            isReference = true;
        }
        for (LabelPath path : labelPaths) {
            if (path.isAttribute() && cursor.isAttribute(path.last())) {
                labelTexts.putIfAbsent(path.text(), cursor.value());
            }
        }
    }

    private void end() {
        if (isOfUse) {
            String value = text.toString().strip();
            if (!value.isEmpty()) {
                leaf(value);
            }
        }
        text.setLength(0);
        isOfUse = false;
        isReference = false;
        typeAttribute = "";
    }

    /// @param value of the element whose end tag has just been read
    private void leaf(String value) {
        int depth = cursor.depth() + 1;
        if (endsWith(depth, REF_ID)) {
            elementLinks.add(value);
            if (!hasRefId && id.isEmpty() && depth == 2 && is(depth, bytes(root + "RefId"))) {
                id = value;
            }
        }
        if (isReference) {
            objectLinks.add(value);
        }
        for (OtherId otherId : OTHER_IDS) {
            if (is(depth, otherId.name)) {
                otherIds.put(otherId.kind + (otherId.isByType ? typeAttribute : ""), value);
            }
        }
        for (LabelPath path : labelPaths) {
            if (isAt(depth, path)) {
                labelTexts.putIfAbsent(path.text(), value);
            }
        }
    }

    private boolean isAt(int depth, LabelPath path) {
        int above = depth - path.length();
        for (int step = path.length(); step > 0; step--) {
            if (above + step < 1 || !is(above + step, path.step(step - 1))) {
                return false;
            }
        }
        return !path.isAttribute();
    }

    /// Whether the element open at a depth, from 1, has this name.
    private boolean is(int depth, byte[] name) {
        return Arrays.equals(xml, open[2 * depth - 2], open[2 * depth - 1], name, 0, name.length);
    }

    private boolean endsWith(int depth, byte[] end) {
        int last = open[2 * depth - 1];
        return last - open[2 * depth - 2] >= end.length && Arrays.equals(xml, last - end.length, last, end, 0, end.length);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
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
