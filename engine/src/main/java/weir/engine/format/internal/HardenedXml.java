package weir.engine.format.internal;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import weir.engine.format.Limits;

/// The one place that makes a parser of XML. It reads no DTD, replaces no entity of its own, opens nothing but the stream
/// it is given, and stops at the limits. Safe for several threads.
public final class HardenedXml {

    /// Beyond our own limits, so that ours are met first and can be named.
    private static final int MARGIN = 1;

    private final WstxInputFactory factory;

    public HardenedXml(Limits limits) {
        factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, true);
        factory.setProperty(XMLInputFactory2.P_AUTO_CLOSE_INPUT, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("Nothing outside the file is read.");
        });
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.xml().depth() + MARGIN);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.xml().attributes() + MARGIN);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.cellCharacters());
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, limits.xml().elements() + MARGIN);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, Long.MAX_VALUE);
    }

    public XMLStreamReader2 reader(InputStream in) throws XMLStreamException {
        return (XMLStreamReader2) factory.createXMLStreamReader(in);
    }
}
