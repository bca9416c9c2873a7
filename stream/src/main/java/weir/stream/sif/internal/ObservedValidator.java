package weir.stream.sif.internal;

import java.util.Arrays;
import javax.xml.stream.XMLStreamException;

import org.codehaus.stax2.validation.ValidationContext;
import org.codehaus.stax2.validation.XMLValidationProblem;
import org.codehaus.stax2.validation.XMLValidationSchema;
import org.codehaus.stax2.validation.XMLValidator;

/// A validator that remembers what it is looking at, so that a problem can be told with its value. Elements without a
/// namespace are taken for those of the schema's, as NIAS takes them. For one thread and one document.
final class ObservedValidator extends XMLValidator {

    private static final int LONGEST_VALUE = 200;

    /// What is told where the validator itself stumbles over a value, as it does over some that are empty.
    private static final String STUMBLED = "the value cannot be of its type";

    private final ValidationContext context;
    private final XMLValidator validator;
    private final XMLValidationSchema schema;
    private final String namespace;
    private final StringBuilder text = new StringBuilder();
    private String[] open = new String[32];
    private int depth;
    private boolean isAtRootTag;
    private String attribute = "";
    private String attributeValue = "";

    ObservedValidator(CompiledSchema compiled, ValidationContext context) throws XMLStreamException {
        this.context = context;
        this.schema = compiled.schema();
        this.namespace = compiled.namespace();
        this.validator = schema.createValidator(context);
    }

    /// The element that is looked at; empty outside of the root.
    String element() {
        return depth == 0 ? "" : open[depth - 1];
    }

    int depth() {
        return depth;
    }

    /// Whether the tag of the root is being looked at, before its attributes.
    boolean isAtRootTag() {
        return isAtRootTag;
    }

    /// The attribute that is looked at; empty when it is the element itself.
    String attribute() {
        return attribute;
    }

    /// What stands in the attribute or, without one, in the element; a long value is cut.
    String value() {
        return attribute.isEmpty() ? text.toString().strip() : attributeValue;
    }

    @Override
    public XMLValidationSchema getSchema() {
        return schema;
    }

    @Override
    public void validateElementStart(String localName, String uri, String prefix) throws XMLStreamException {
        text.setLength(0);
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        isAtRootTag = depth == 0;
        open[depth++] = localName;
        try {
            validator.validateElementStart(localName, ofSchema(uri), prefix);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            stumbled(e);
        } finally {
            isAtRootTag = false;
        }
    }

    @Override
    public String validateAttribute(String localName, String uri, String prefix, String value) throws XMLStreamException {
        attribute = localName;
        attributeValue = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        try {
            return validator.validateAttribute(localName, uri, prefix, value);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            stumbled(e);
            return value;
        } finally {
            attribute = "";
        }
    }

    @Override
    public String validateAttribute(String localName, String uri, String prefix, char[] value, int start, int end)
            throws XMLStreamException {
        return validateAttribute(localName, uri, prefix, new String(value, start, end - start));
    }

    @Override
    public int validateElementAndAttributes() throws XMLStreamException {
        return validator.validateElementAndAttributes();
    }

    @Override
    public int validateElementEnd(String localName, String uri, String prefix) throws XMLStreamException {
        try {
            return validator.validateElementEnd(localName, ofSchema(uri), prefix);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            stumbled(e);
            return CONTENT_ALLOW_ANY_TEXT;
        } finally {
            depth--;
            text.setLength(0);
        }
    }

    @Override
    public void validateText(String characters, boolean isLast) throws XMLStreamException {
        if (text.length() < LONGEST_VALUE) {
            text.append(characters, 0, Math.min(characters.length(), LONGEST_VALUE));
        }
        try {
            validator.validateText(characters, isLast);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            stumbled(e);
        }
    }

    @Override
    public void validateText(char[] characters, int start, int end, boolean isLast) throws XMLStreamException {
        if (text.length() < LONGEST_VALUE) {
            text.append(characters, start, Math.min(end - start, LONGEST_VALUE));
        }
        try {
            validator.validateText(characters, start, end, isLast);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            stumbled(e);
        }
    }

    @Override
    public void validationCompleted(boolean isEnd) throws XMLStreamException {
        validator.validationCompleted(isEnd);
    }

    @Override
    public String getAttributeType(int index) {
        return validator.getAttributeType(index);
    }

    @Override
    public int getIdAttrIndex() {
        return validator.getIdAttrIndex();
    }

    @Override
    public int getNotationAttrIndex() {
        return validator.getNotationAttrIndex();
    }

    /// The document is invalid then, and the cause, which may hold the value, goes no further.
    private void stumbled(RuntimeException ignored) throws XMLStreamException {
        context.reportProblem(new XMLValidationProblem(context.getValidationLocation(), STUMBLED));
    }

    private String ofSchema(String uri) {
        return uri == null || uri.isEmpty() ? namespace : uri;
    }
}
