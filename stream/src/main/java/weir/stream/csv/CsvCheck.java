package weir.stream.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import weir.stream.error.StreamError;
import weir.stream.message.CsvOrigin;
import weir.stream.message.DocumentId;

/// What a first reading of a file has found: its faults and how many rows it has.
///
/// A file is well-formed when every row has as many cells as the header, quotes are where quotes may be, no row between
/// others is blank, all of it is UTF-8 and no column name stands twice. Empty lines at the end are nothing.
///
/// @param rows the rows below the header
/// @param faults the first of them, as many as the limits let keep
/// @param faultCount all of them
public record CsvCheck(long rows, List<CsvFault> faults, long faultCount) {

    /// The class of the errors, as clients search for it.
    public static final String TYPE = "CSV Well-Formedness Validator";

    private static final String WHOLE_FILE = "0";

    public CsvCheck {
        faults = List.copyOf(faults);
    }

    /// Reads all of it. Memory is bounded by the limits.
    /// @param in is closed
    public static CsvCheck of(InputStream in, CsvLimits limits) throws IOException {
        try (CsvScanner scanner = new CsvScanner(in, limits)) {
            return new Reading(scanner, limits).check();
        }
    }

    public boolean isWellFormed() {
        return faultCount == 0;
    }

    /// One error a fault kept, numbered from 0; the mark of success when there is none.
    public List<StreamError> errors() {
        if (isWellFormed()) {
            return List.of(new StreamError(0, 0, WHOLE_FILE, TYPE, ""));
        }
        List<StreamError> errors = new ArrayList<>();
        for (CsvFault fault : faults) {
            errors.add(new StreamError(errors.size(), faultCount, WHOLE_FILE, TYPE, fault.text()));
        }
        return errors;
    }

    private static final class Reading {

        private final CsvScanner scanner;
        private final CsvLimits limits;
        private final CsvRowJson json = new CsvRowJson();
        private final List<CsvFault> faults = new ArrayList<>();
        private long faultCount;
        private long rows;
        private long emptyFrom;
        private long emptyLines;

        Reading(CsvScanner scanner, CsvLimits limits) {
            this.scanner = scanner;
            this.limits = limits;
        }

        CsvCheck check() throws IOException {
            if (!scanner.next() || scanner.isBlank()) {
                add(new CsvFault(1, 0, CsvFault.Kind.BLANK_ROWS, ""));
                return new CsvCheck(0, faults, faultCount);
            }
            List<String> header = scanner.cells();
            checkHeader(header);
            while (scanner.next()) {
                if (scanner.isEmptyLine()) {
                    emptyFrom = emptyLines == 0 ? scanner.row() : emptyFrom;
                    emptyLines++;
                } else {
                    tellEmptyLines();
                    checkRow(header);
                    rows++;
                }
            }
            return new CsvCheck(rows, faults, faultCount);
        }

        private void checkHeader(List<String> header) {
            scanner.fault().ifPresent(this::add);
            if (scanner.content().length() > limits.headerCharacters()) {
                add(new CsvFault(scanner.row(), 0, CsvFault.Kind.ROW_TOO_LONG, scanner.content()));
            }
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < header.size(); i++) {
                if (!header.get(i).isBlank() && !seen.add(header.get(i))) {
                    add(new CsvFault(scanner.row(), i + 1, CsvFault.Kind.DUPLICATE_COLUMN_NAME, scanner.content()));
                }
            }
        }

        /// Empty lines are a fault once a row stands below them.
        private void tellEmptyLines() {
            for (long i = 0; i < emptyLines; i++) {
                add(new CsvFault(emptyFrom + i, 0, CsvFault.Kind.BLANK_ROWS, ""));
            }
            emptyLines = 0;
        }

        private void checkRow(List<String> header) {
            List<String> cells = scanner.cells();
            if (scanner.fault().isPresent()) {
                scanner.fault().ifPresent(this::add);
            } else if (cells.size() != header.size()) {
                add(new CsvFault(scanner.row(), 0, CsvFault.Kind.RAGGED_ROWS, scanner.content()));
            } else if (scanner.isBlank()) {
                add(new CsvFault(scanner.row(), 0, CsvFault.Kind.BLANK_ROWS, scanner.content()));
            } else if (isTooLarge(header, cells)) {
                add(new CsvFault(scanner.row(), 0, CsvFault.Kind.ROW_TOO_LONG, scanner.content()));
            } else {
                checkUnnamed(header, cells);
            }
        }

        /// A character takes six bytes at most, and a row stands twice in its message: in cells, and as it was sent.
        private boolean isTooLarge(List<String> header, List<String> cells) {
            long most = 6L * (2L * scanner.content().length() + limits.headerCharacters());
            if (most <= limits.messageBytes()) {
                return false;
            }
            CsvOrigin origin = new CsvOrigin(rows + 1, scanner.content(), new DocumentId("check"), rows + 1);
            String message = json.write(new CsvRow(new CsvHeader(header), cells, Optional.of(origin)));
            return message.getBytes(StandardCharsets.UTF_8).length > limits.messageBytes();
        }

        private void checkUnnamed(List<String> header, List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                if (header.get(i).isBlank() && !cells.get(i).isBlank()) {
                    add(new CsvFault(scanner.row(), i + 1, CsvFault.Kind.EMPTY_COLUMN_NAME, scanner.content()));
                }
            }
        }

        private void add(CsvFault fault) {
            faultCount++;
            if (faults.size() < limits.faultsKept()) {
                faults.add(fault);
            }
        }
    }
}
