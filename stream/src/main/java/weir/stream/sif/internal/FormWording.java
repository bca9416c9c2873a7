package weir.stream.sif.internal;

import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

import com.ctc.wstx.exc.WstxEOFException;
import weir.stream.message.MessageSize;

/// Says why a document is no well-formed XML, or XML of a kind that is refused.
public final class FormWording {

    /// Of an object beyond the limit.
    public static final String OBJECT_TOO_LARGE = "An object of the document is larger than what is taken in: "
            + MessageSize.OBJECT + " bytes at most.";

    private static final Pattern MISMATCH =
            Pattern.compile("Unexpected close tag </(.*?)>; expected </(.*?)>.*", Pattern.DOTALL);
    private static final Pattern PREFIX = Pattern.compile("(?:Undeclared|Unbound) namespace prefix.*", Pattern.DOTALL);
    private static final List<String> LIMIT_WORDS = List.of("Maximum ", "(Maximum ", "Attribute limit ");

    private FormWording() {}

    /// Empty when it was not the document that failed but its stream.
    public static Optional<String> of(Exception failure) {
        return switch (failure) {
            case SourceText.ObjectTooLarge _ -> Optional.of(OBJECT_TOO_LARGE);
            case CharConversionException encoding when "encoding".equals(encoding.getMessage()) -> Optional.of(
                    "The encoding it declares is not that of its bytes, or is not read: use UTF-8.");
            case CharConversionException _ -> Optional.of(
                    "Input is not proper in the encoding it declares, or in UTF-8: it has bytes that are no character.");
            case IOException _ -> Optional.empty();
            case WstxEOFException _ -> Optional.of("Premature end of data: the document ends before its last element does.");
            case XMLStreamException xml when xml.getNestedException() instanceof IOException io -> of(io);
            case XMLStreamException xml -> Optional.of(words(String.valueOf(xml.getMessage())));
            default -> Optional.of("The document is not well formed.");
        };
    }

    private static String words(String message) {
        Matcher mismatch = MISMATCH.matcher(message);
        if (mismatch.matches()) {
            return "Opening and ending tag mismatch: " + mismatch.group(2) + " and " + mismatch.group(1) + ".";
        }
        if (PREFIX.matcher(message).matches()) {
            return "A namespace prefix is used that is not declared.";
        }
        if (LIMIT_WORDS.stream().anyMatch(message::startsWith)) {
            return "The document is deeper or larger in one place than what is taken in.";
        }
        String first = message.lines().findFirst().orElse("");
        int place = first.indexOf(" at [row,col");
        return place < 0 ? first : first.substring(0, place).strip();
    }
}
