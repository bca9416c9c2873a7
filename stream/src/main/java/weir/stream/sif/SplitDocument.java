package weir.stream.sif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.stream.error.StreamError;
import weir.stream.message.CsvOrigin;
import weir.stream.sif.SifFault.Kind;

/// How the reading of a document ended.
///
/// @param objects how many objects and comments it has; as many as were read when it has faults
/// @param faults all of one kind, in the order of the document, no more than the limit
public record SplitDocument(long objects, List<SifFault> faults) {

    /// Characters of a row that are told with each of its faults: more than any row of the registration has.
    private static final int LONGEST_ROW = 4_000;

    public SplitDocument {
        faults = List.copyOf(faults);
    }

    public boolean isValid() {
        return faults.isEmpty();
    }

    /// What goes to the topic of errors: the two marks of success for a valid document, otherwise a message for each fault.
    ///
    /// @param offset where the document lies in its topic
    /// @param origin the row it was made from, when it was one
    public List<StreamError> errors(long offset, Optional<CsvOrigin> origin) {
        if (isValid()) {
            return List.of(StreamError.none(Kind.VALIDITY.type()), StreamError.none(Kind.WELL_FORMEDNESS.type()));
        }
        List<StreamError> errors = new ArrayList<>(faults.size());
        for (SifFault fault : faults) {
            errors.add(error(fault, errors.size(), offset, origin));
        }
        return errors;
    }

    private StreamError error(SifFault fault, int ordinal, long offset, Optional<CsvOrigin> origin) {
        String head = "Message " + offset + " " + fault.kind().words() + ":\n";
        String place = "Line " + fault.line() + ": " + fault.text() + " \n";
        String type = fault.kind().type();
        return origin.map(row -> new StreamError(
                        ordinal, faults.size(), Long.toString(row.line()), type,
                        "CSV line " + row.line() + ": " + head + StreamError.cut(row.content(), LONGEST_ROW) + "\n" + place, row.line(),
                        StreamError.cut(row.content(), LONGEST_ROW)))
                .orElseGet(() -> new StreamError(
                        ordinal, faults.size(), "0", type, head + place + "...\n" + fault.context() + "...\n", fault.line(), ""));
    }
}
