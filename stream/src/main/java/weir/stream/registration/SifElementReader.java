package weir.stream.registration;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import org.codehaus.stax2.XMLStreamReader2;

/// Reads one object, which is small, into its elements. No DTD, no entities but XML's own, nothing from outside the text.
/// Safe for several threads.
final class SifElementReader {

    private static final int DEPTH = 64;

    private final WstxInputFactory factory = new WstxInputFactory();

    SifElementReader() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("Nothing outside the object is read.");
        });
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
    }

    /// @throws NotAnObject when the text is not well-formed
    SifElement read(String xml) throws NotAnObject {
        try {
            XMLStreamReader2 in = (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(xml));
            try {
                return read(in);
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            throw new NotAnObject("it is not well-formed", e);
        }
    }

    private static SifElement read(XMLStreamReader2 in) throws XMLStreamException, NotAnObject {
        Deque<SifElement> open = new ArrayDeque<>();
        List<SifElement> roots = new ArrayList<>();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    SifElement element = element(in);
                    if (open.isEmpty()) {
                        roots.add(element);
                    } else {
                        open.peek().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop().close(
                        Math.toIntExact(in.getLocationInfo().getStartingCharOffset()),
                        Math.toIntExact(in.getLocationInfo().getEndingCharOffset()));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().addText(in.getText());
                    }
                }
                default -> {
                    // Comments, processing instructions and what stands around the object say nothing.
                }
            }
        }
        if (roots.isEmpty()) {
            throw new NotAnObject("it has no element");
        }
        return roots.getFirst();
    }

    private static SifElement element(XMLStreamReader2 in) throws XMLStreamException {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        return new SifElement(in.getLocalName(), attributes,
                Math.toIntExact(in.getLocationInfo().getStartingCharOffset()));
    }
}
