package weir.stream.sif;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import com.ctc.wstx.exc.WstxLazyException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import weir.stream.sif.SifFault.Kind;
import weir.stream.sif.internal.FormWording;
import weir.stream.sif.internal.Namespaces;
import weir.stream.sif.internal.SifParser;
import weir.stream.sif.internal.SourceText;

/// The splitting of one document. For one thread.
final class Splitting {

    private static final String USUAL_NAMESPACE = "http://www.sifassociation.org/au/datamodel/3.4";

    private final Optional<SifSchema> schema;
    private final SifLimits limits;
    private final SifParser parser;
    private final SifSink sink;
    private final List<SifFault> faults = new ArrayList<>();
    private Namespaces namespaces = Namespaces.NONE;
    private Namespaces missing = Namespaces.NONE;
    private boolean isRootUnknown;
    private long objects;
    private int depth;
    /// At what depth objects begin: the root being 0.
    private int objectDepth = 1;

    private long start;
    private long line;
    private String type = "";
    private String refId = "";

    /// @param schema empty for a document that need only be well-formed
    Splitting(Optional<SifSchema> schema, SifLimits limits, SifParser parser, SifSink sink) {
        this.schema = schema;
        this.limits = limits;
        this.parser = parser;
        this.sink = sink;
    }

    SplitDocument read(InputStream document) throws IOException {
        SourceText source;
        try {
            source = new SourceText(document, limits.objectBytes());
        } catch (IOException e) {
            return malformed(1, FormWording.of(e).orElseThrow(() -> e), "");
        }
        XMLStreamReader2 xml = null;
        try {
            xml = schema.isPresent()
                    ? parser.open(source, schema.get().compiled(), problem -> add(problem, source))
                    : parser.open(source);
            while (xml.hasNext() && faults.size() < limits.faults()) {
                if (depth <= objectDepth) {
                    source.keepFromHere();
                }
                step(xml, xml.next(), source);
            }
            return new SplitDocument(objects, faults);
        } catch (Refused e) {
            return malformed(e.line, e.sentence, "");
        } catch (XMLStreamException | WstxLazyException e) {
            XMLStreamException cause = e instanceof WstxLazyException lazy ? cause(lazy) : (XMLStreamException) e;
            String sentence = FormWording.of(cause).orElseThrow(() -> new IOException("The document could not be read.", cause));
            return malformed(lineOf(cause, xml), sentence, source.around(placeOf(cause)));
        }
    }

    private void step(XMLStreamReader2 xml, int event, SourceText source) throws XMLStreamException, IOException, Refused {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (depth == 0) {
                    beginDocument(xml);
                }
                if (depth == objectDepth) {
                    begin(xml, source);
                }
                depth++;
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                if (depth == objectDepth) {
                    end(xml, source);
                }
            }
            case XMLStreamConstants.COMMENT -> {
                if (depth == 1 && objectDepth == 1) {
                    comment(xml, source);
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refused(
                    xml.getLocation().getLineNumber(), "A document type or an entity of its own is not taken in: remove it.");
            default -> {
                // text, and instructions to programs that are not ours
            }
        }
    }

    private void beginDocument(XMLStreamReader2 xml) throws Refused {
        if ("1.1".equals(xml.getVersion())) {
            throw new Refused(1, "XML 1.1 is not taken in: use XML 1.0.");
        }
        namespaces = Namespaces.of(xml, schema.map(SifSchema::namespace).orElse(USUAL_NAMESPACE));
        if (xml.getAttributeValue(null, "RefId") != null) {
            objectDepth = 0;
        }
    }

    private void begin(XMLStreamReader2 xml, SourceText source) {
        start = xml.getLocationInfo().getStartingCharOffset();
        line = xml.getLocationInfo().getStartLocation().getLineNumber();
        type = xml.getLocalName();
        String id = xml.getAttributeValue(null, "RefId");
        refId = id == null ? "" : id;
        missing = namespaces.without(xml);
        source.keepFrom(start);
    }

    private void end(XMLStreamReader2 xml, SourceText source) throws XMLStreamException, IOException, Refused {
        objects++;
        long end = xml.getLocationInfo().getEndingCharOffset();
        if (end - start > limits.objectBytes()) {
            throw new Refused(line, FormWording.OBJECT_TOO_LARGE);
        }
        if (faults.isEmpty()) {
            sink.accept(new SifObject(type, refId, line, fit(missing.setOn(source.text(start, end)), line)));
        }
    }

    private void comment(XMLStreamReader2 xml, SourceText source) throws XMLStreamException, IOException, Refused {
        objects++;
        if (faults.isEmpty()) {
            long at = xml.getLocation().getLineNumber();
            long end = xml.getLocationInfo().getEndingCharOffset();
            String text = source.text(xml.getLocationInfo().getStartingCharOffset(), end);
            sink.accept(new SifObject(SifObject.COMMENT, "", at, fit(text, at)));
        }
    }

    /// A letter takes three bytes at most.
    private String fit(String text, long at) throws Refused {
        boolean isSurelySmall = text.length() <= limits.objectBytes() / 3;
        if (!isSurelySmall && text.getBytes(StandardCharsets.UTF_8).length > limits.objectBytes()) {
            throw new Refused(at, FormWording.OBJECT_TOO_LARGE);
        }
        return text;
    }

    private void add(SifParser.Problem problem, SourceText source) {
        if (faults.size() < limits.faults() && !isRootUnknown) {
            // What stands in a root the schema does not know cannot be judged.
            isRootUnknown = problem.isOfRoot();
            faults.add(new SifFault(Kind.VALIDITY, problem.line(), problem.text(), source.around(problem.place())));
        }
    }

    /// A document that is no XML has this one fault: what the schema made of its beginning says nothing.
    private SplitDocument malformed(long at, String sentence, String context) {
        return new SplitDocument(objects, List.of(new SifFault(Kind.WELL_FORMEDNESS, at, sentence, context)));
    }

    private static XMLStreamException cause(WstxLazyException lazy) {
        return lazy.getCause() instanceof XMLStreamException cause ? cause : new XMLStreamException("It is not well formed.");
    }

    private static long lineOf(XMLStreamException cause, @Nullable XMLStreamReader2 xml) {
        if (cause.getLocation() != null) {
            return Math.max(1, cause.getLocation().getLineNumber());
        }
        return xml == null ? 1 : Math.max(1, xml.getLocation().getLineNumber());
    }

    private static long placeOf(XMLStreamException cause) {
        return Optional.ofNullable(cause.getLocation()).map(at -> (long) at.getCharacterOffset()).orElse(0L);
    }

    /// The document is of a kind that is not taken in.
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final long line;
        private final String sentence;

        Refused(long line, String sentence) {
            super(sentence);
            this.line = line;
            this.sentence = sentence;
        }
    }
}
