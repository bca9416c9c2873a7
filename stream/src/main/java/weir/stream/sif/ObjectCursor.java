package weir.stream.sif;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Walks over the text of one object, in UTF-8, part by part, without making anything of it: it says where each part lies.
/// For one thread.
///
/// It is for objects that a [SifSplitter] has accepted, which are well formed and have no document type; so it need not know
/// XML as a parser does. Yet it trusts nothing: tags must close each other, and anything else it does not know ends the walk
/// with an [UnreadableObject].
public final class ObjectCursor {

    /// What a part is.
    public enum Part {
        /// A start tag. An empty element has one, and an end after it.
        START,
        /// An end tag; of no length for an empty element.
        END,
        /// Characters between tags, with references as they are written.
        TEXT,
        /// A section `<![CDATA[…]]>`, with its marks.
        CDATA,
        /// A comment or an instruction, with its marks.
        ASIDE
    }

    private static final boolean[] OF_NAME = ofName();

    private final byte[] xml;
    private final int limit;
    private Part part = Part.ASIDE;
    private int start;
    private int end;
    private int nameStart;
    private int nameEnd;
    private int nameHash;
    private int attributesAt;
    private boolean isEmptyElement;
    /// Where the name of each open element begins and ends, its prefix included.
    private int[] open = new int[32];
    private int depth;
    private boolean hadRoot;

    private int attributeStart;
    private int attributeEnd;
    private int valueStart;
    private int valueEnd;

    /// @param xml bytes that hold the object from a place to their end
    public ObjectCursor(byte[] xml, int from) {
        this.xml = xml;
        this.limit = xml.length;
        this.end = from;
    }

    /// Moves to the next part.
    ///
    /// @return whether there is one
    /// @throws UnreadableObject when the object is not well formed
    public boolean next() {
        start = end;
        if (isEmptyElement) {
            isEmptyElement = false;
            depth--;
            part = Part.END;
            return true;
        }
        if (start >= limit) {
            if (depth != 0 || !hadRoot) {
                throw new UnreadableObject(start);
            }
            return false;
        }
        if (xml[start] != '<') {
            text();
        } else {
            markup();
        }
        return true;
    }

    private void text() {
        int at = start;
        while (at < limit && xml[at] != '<') {
            at++;
        }
        end = at;
        part = Part.TEXT;
        if (depth == 0 && !isBlank()) {
            throw new UnreadableObject(start);
        }
    }

    private void markup() {
        switch (byteAt(start + 1)) {
            case '/' -> endTag();
            case '?' -> aside("?>", 2);
            case '!' -> {
                if (startsWith("<!--")) {
                    aside("-->", 4);
                } else if (startsWith("<![CDATA[") && depth > 0) {
                    aside("]]>", 9);
                    part = Part.CDATA;
                } else {
                    throw new UnreadableObject(start);
                }
            }
            default -> startTag();
        }
    }

    private void aside(String close, int skip) {
        int at = start + skip;
        while (!startsWithAt(close, at)) {
            if (++at >= limit) {
                throw new UnreadableObject(start);
            }
        }
        end = at + close.length();
        part = Part.ASIDE;
    }

    private void startTag() {
        if (depth == 0 && hadRoot) {
            throw new UnreadableObject(start);
        }
        hadRoot = true;
        int first = start + 1;
        int last = name(first);
        if (2 * depth + 1 >= open.length) {
            open = Arrays.copyOf(open, 2 * open.length);
        }
        open[2 * depth] = first;
        open[2 * depth + 1] = last;
        depth++;
        attributesAt = last;
        int at = last;
        byte quote = 0;
        while (quote != 0 || byteAt(at) != '>') {
            byte b = byteAt(at);
            if (quote == 0 && (b == '"' || b == '\'')) {
                quote = b;
            } else if (b == quote) {
                quote = 0;
            } else if (b == '<') {
                throw new UnreadableObject(at);
            }
            at++;
        }
        isEmptyElement = xml[at - 1] == '/';
        end = at + 1;
        part = Part.START;
    }

    private void endTag() {
        int first = start + 2;
        int last = name(first);
        if (depth == 0 || !Arrays.equals(xml, first, last, xml, open[2 * depth - 2], open[2 * depth - 1])) {
            throw new UnreadableObject(start);
        }
        depth--;
        int at = last;
        while (isSpace(byteAt(at))) {
            at++;
        }
        if (byteAt(at) != '>') {
            throw new UnreadableObject(at);
        }
        end = at + 1;
        part = Part.END;
    }

    /// Reads a name and remembers its local part.
    private int name(int first) {
        int at = first;
        int hash = 0;
        nameStart = first;
        for (byte b = byteAt(at); isOfName(b); b = byteAt(++at)) {
            if (b == ':') {
                nameStart = at + 1;
                hash = 0;
            } else {
                hash = 31 * hash + b;
            }
        }
        if (at == nameStart) {
            throw new UnreadableObject(first);
        }
        nameEnd = at;
        nameHash = hash;
        return at;
    }

    /// Moves to the next attribute of the start tag; declarations of namespaces are among them.
    ///
    /// @return whether there is one
    public boolean nextAttribute() {
        int at = attributesAt;
        while (isSpace(byteAt(at))) {
            at++;
        }
        if (at >= end - (isEmptyElement ? 2 : 1)) {
            return false;
        }
        attributeStart = at;
        while (isOfName(byteAt(at))) {
            at++;
        }
        attributeEnd = at;
        while (isSpace(byteAt(at))) {
            at++;
        }
        if (attributeEnd == attributeStart || byteAt(at) != '=') {
            throw new UnreadableObject(at);
        }
        at++;
        while (isSpace(byteAt(at))) {
            at++;
        }
        byte quote = byteAt(at);
        if (quote != '"' && quote != '\'') {
            throw new UnreadableObject(at);
        }
        valueStart = ++at;
        while (byteAt(at) != quote) {
            at++;
        }
        valueEnd = at;
        attributesAt = at + 1;
        return true;
    }

    public Part part() {
        return part;
    }

    /// Where the part begins in the bytes.
    public int start() {
        return start;
    }

    /// Where it ends: one beyond its last byte.
    public int end() {
        return end;
    }

    /// How many elements are open; a start tag's own is one of them, an end tag's is none.
    public int depth() {
        return depth;
    }

    /// The name of the tag without its prefix.
    public String name() {
        return text(nameStart, nameEnd);
    }

    /// A number that equal names share: `31 * hash + byte`, from 0, over the bytes of the name without its prefix.
    public int nameHash() {
        return nameHash;
    }

    /// Whether the name of the tag, without its prefix, is this.
    public boolean isNamed(byte[] name) {
        return Arrays.equals(xml, nameStart, nameEnd, name, 0, name.length);
    }

    /// Whether the name of the tag, without its prefix, ends with this.
    public boolean nameEndsWith(byte[] end) {
        return nameEnd - nameStart >= end.length && Arrays.equals(xml, nameEnd - end.length, nameEnd, end, 0, end.length);
    }

    /// Where the name of the tag begins, without its prefix.
    public int nameStart() {
        return nameStart;
    }

    /// Where the name of the tag ends.
    public int nameEnd() {
        return nameEnd;
    }

    /// Whether the attribute's name ends with this.
    public boolean attributeEndsWith(byte[] end) {
        return attributeEnd - attributeStart >= end.length
                && Arrays.equals(xml, attributeEnd - end.length, attributeEnd, end, 0, end.length);
    }

    /// Whether the attribute's name, with its prefix, is this.
    public boolean isAttribute(byte[] name) {
        return Arrays.equals(xml, attributeStart, attributeEnd, name, 0, name.length);
    }

    /// The attribute's name with its prefix.
    public String attribute() {
        return text(attributeStart, attributeEnd);
    }

    /// The attribute's value with its references resolved.
    public String value() {
        return References.resolved(text(valueStart, valueEnd));
    }

    /// Where the attribute's value begins, after its quote.
    public int valueStart() {
        return valueStart;
    }

    /// Where the attribute's value ends, before its quote.
    public int valueEnd() {
        return valueEnd;
    }

    /// The characters of text or of a CDATA section.
    public String characters() {
        return part == Part.CDATA ? text(start + 9, end - 3) : References.resolved(text(start, end));
    }

    /// Whether the part is nothing but white space.
    public boolean isBlank() {
        for (int at = start; at < end; at++) {
            if (!isSpace(xml[at])) {
                return false;
            }
        }
        return true;
    }

    private String text(int from, int to) {
        return new String(xml, from, to - from, StandardCharsets.UTF_8);
    }

    private byte byteAt(int at) {
        if (at >= limit) {
            throw new UnreadableObject(limit);
        }
        return xml[at];
    }

    private boolean startsWith(String mark) {
        return startsWithAt(mark, start);
    }

    private boolean startsWithAt(String mark, int at) {
        if (at + mark.length() > limit) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (xml[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean isOfName(byte b) {
        return b < 0 || OF_NAME[b];
    }

    private static boolean[] ofName() {
        boolean[] is = new boolean[128];
        for (char c = 0; c < is.length; c++) {
            is[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_-.:".indexOf(c) >= 0;
        }
        return is;
    }
}
