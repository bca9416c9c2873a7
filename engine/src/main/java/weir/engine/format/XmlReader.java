package weir.engine.format;

import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxLazyException;
import org.codehaus.stax2.XMLStreamReader2;
import weir.engine.format.internal.CountedInput;
import weir.engine.format.internal.HardenedXml;
import weir.engine.format.internal.XmlStart;
import weir.engine.issue.IssueCode;

/// Reads an XML file as a stream of records: the elements directly below the root, and those directly below the
/// containers it is told of. For one thread; the records it gives may go to others.
///
/// A file with a document type is refused unread, so no entity is ever declared; nothing but the file is opened. Lines are
/// counted from 1.
public final class XmlReader implements Closeable {

    private static final int BLOCK_CHARACTERS = 1 << 18;
    private static final int ELEMENT_COST = 16;
    private static final int MOST_ROOM = 64;
    /// How the parser begins to speak of its own limits, which are those of the file in a few places.
    private static final List<String> LIMIT_WORDS = List.of("Maximum ", "(Maximum ", "Attribute limit ");

    private final CountedInput in;
    private final XMLStreamReader2 xml;
    private final Limits limits;
    private final String root;
    private Set<String> containers = Set.of();
    private String path = "";
    private int containersOpen;
    private long elements;
    private boolean isAtEnd;
    /// The elements that are open within a record, by their depth.
    private final int[] open;
    /// For how many elements a record has room before it grows: as many as the longest so far had, within reason.
    private int room = 16;

    private XmlReader(CountedInput in, Limits limits) throws IOException, FileRefused {
        this.in = in;
        this.limits = limits;
        this.open = new int[limits.xml().depth() + 1];
        try {
            xml = new HardenedXml(limits).reader(in);
            root = readRoot();
        } catch (XMLStreamException | WstxLazyException e) {
            throw refusal(e);
        }
    }

    /// Whether the first bytes are those of XML: `<`, in UTF-8 or UTF-16, with or without a byte order mark.
    public static boolean isXml(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return XmlStart.isXml(in.readNBytes(XmlStart.BYTES));
        }
    }

    /// Reads as far as the root element.
    ///
    /// @throws FileRefused when the file is too large, is not well formed so far, or has a document type
    public static XmlReader open(Content content, Limits limits) throws IOException, FileRefused {
        if (content.size() > limits.fileBytes()) {
            throw new FileRefused(IssueCode.FILE_TOO_LARGE, 0, limits.fileBytes() + " bytes");
        }
        CountedInput in = new CountedInput(content.open());
        try {
            return new XmlReader(in, limits);
        } catch (IOException | FileRefused | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /// The name of the root element, with its prefix if it has one.
    public String root() {
        return root;
    }

    /// Says which elements hold records and are none themselves: `Children` where the records are `Children/Child`. To be
    /// said before the first block is read.
    public void lookInto(Set<String> paths) {
        containers = Set.copyOf(paths);
    }

    /// The next records in the order of the file; empty at its end.
    ///
    /// @throws FileRefused when the file is not well formed, or breaks a limit
    public List<XmlRecord> nextBlock() throws IOException, FileRefused {
        List<XmlRecord> block = new ArrayList<>();
        long characters = 0;
        try {
            while (!isAtEnd && characters < BLOCK_CHARACTERS) {
                characters += next(block);
            }
        } catch (XMLStreamException | WstxLazyException e) {
            throw refusal(e);
        }
        return block;
    }

    /// Bytes of the file read so far.
    public long bytesRead() {
        return in.count();
    }

    private String readRoot() throws XMLStreamException, FileRefused {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            refuseDeclarations();
        }
        checkStart(1);
        return xml.getLocalName();
    }

    /// Reads one step on and adds the record it begins, if it does.
    ///
    /// @return about how many characters were kept
    private long next(List<XmlRecord> block) throws XMLStreamException, FileRefused {
        switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                String name = xml.getLocalName();
                String child = path.isEmpty() ? name : path + "/" + name;
                if (!containers.contains(child)) {
                    XmlRecord record = new XmlRecord(child, room);
                    block.add(record);
                    long cost = read(record);
                    room = Math.clamp(record.size(), room, MOST_ROOM);
                    return cost;
                }
                checkStart(2 + containersOpen);
                path = child;
                containersOpen++;
            }
            case XMLStreamConstants.END_ELEMENT -> {
                path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
                containersOpen--;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (!xml.isWhiteSpace()) {
                    block.add(XmlRecord.stray(path, path.isEmpty() ? root : path, line(), xml.getText()));
                }
            }
            case XMLStreamConstants.END_DOCUMENT -> isAtEnd = true;
            default -> refuseDeclarations();
        }
        return 0;
    }

    /// Reads an element to its end; its start has just been read.
    private long read(XmlRecord record) throws XMLStreamException, FileRefused {
        int depth = 0;
        long cost = ELEMENT_COST;
        int outside = 2 + containersOpen;
        checkStart(outside);
        open[0] = record.add(xml.getLocalName(), 0, line());
        while (depth >= 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    checkStart(outside + depth);
                    open[depth] = record.add(xml.getLocalName(), depth, line());
                    cost += ELEMENT_COST;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) {
                        cost += xml.getTextLength();
                        addText(record, open[depth]);
                    }
                }
                default -> refuseDeclarations();
            }
            if (cost > limits.recordBytes()) {
                throw FileRefused.atLine(IssueCode.RECORD_TOO_LONG, line(), limits.recordBytes() + " bytes");
            }
        }
        return cost;
    }

    private void addText(XmlRecord record, int element) throws FileRefused {
        record.addText(element, xml.getText());
        if (record.text(element).length() > limits.cellCharacters()) {
            throw FileRefused.atLine(
                    IssueCode.CELL_TOO_LONG, record.line(element), limits.cellCharacters() + " characters");
        }
    }

    /// @param depth how deep the element that begins here stands, the root being 1
    private void checkStart(int depth) throws FileRefused {
        if (depth > limits.xml().depth()) {
            throw FileRefused.atLine(IssueCode.XML_TOO_DEEP, line(), limits.xml().depth() + " elements within each other");
        }
        if (xml.getAttributeCount() > limits.xml().attributes()) {
            throw tooLarge(limits.xml().attributes() + " attributes of one element");
        }
        if (++elements > limits.xml().elements()) {
            throw tooLarge(limits.xml().elements() + " elements");
        }
    }

    private FileRefused tooLarge(String limit) {
        return FileRefused.atLine(IssueCode.XML_TOO_LARGE, line(), limit);
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }

    private void refuseDeclarations() throws FileRefused {
        int event = xml.getEventType();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw FileRefused.atLine(IssueCode.XML_DOCTYPE, line(), "");
        }
    }

    /// What the parser found, without its words: they may hold what stands in the file.
    private static FileRefused refusal(Exception failure) throws IOException {
        XMLStreamException cause = failure instanceof XMLStreamException known
                ? known
                : failure.getCause() instanceof XMLStreamException lazy ? lazy : new XMLStreamException();
        int line = cause.getLocation() == null ? 0 : Math.max(0, cause.getLocation().getLineNumber());
        if (cause.getNestedException() instanceof CharConversionException) {
            return FileRefused.atLine(IssueCode.ENCODING_BROKEN, line, "in the encoding its first line names, or in UTF-8");
        }
        if (cause.getNestedException() instanceof IOException io) {
            throw io;
        }
        if (cause instanceof WstxEOFException) {
            return FileRefused.atLine(IssueCode.XML_MALFORMED, line, "whole: it ends before its last element does");
        }
        String words = cause.getMessage() == null ? "" : cause.getMessage();
        return LIMIT_WORDS.stream().anyMatch(words::startsWith)
                ? FileRefused.atLine(IssueCode.XML_TOO_LARGE, line, "")
                : FileRefused.atLine(IssueCode.XML_MALFORMED, line, "");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
