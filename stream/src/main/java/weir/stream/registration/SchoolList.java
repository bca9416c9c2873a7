package weir.stream.registration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import weir.stream.csv.CsvCheck;
import weir.stream.csv.CsvLimits;
import weir.stream.csv.CsvNotWellFormed;
import weir.stream.csv.CsvRow;
import weir.stream.csv.CsvRows;
import weir.stream.message.DocumentId;

/// The schools of Australia that may register, by their ACARA id, each with its state. Immutable.
///
/// Read from a file of CSV with the columns `ACARA ID` and `State`, as the Australian Schools List is published; other columns
/// are left aside.
public final class SchoolList {

    private static final String ID = "ACARA ID";
    private static final String STATE = "State";
    private static final DocumentId LIST = new DocumentId("schools");

    private final Map<String, String> states;

    public SchoolList(Map<String, String> states) {
        this.states = Map.copyOf(states);
    }

    /// @throws SchoolListRefused when the file is not CSV, has no such columns or no school
    public static SchoolList read(Path file) throws IOException, SchoolListRefused {
        CsvCheck check = CsvCheck.of(Files.newInputStream(file), CsvLimits.DEFAULT);
        if (!check.isWellFormed()) {
            throw new SchoolListRefused(file, "line " + check.faults().getFirst().row() + " is not well-formed CSV");
        }
        Map<String, String> states = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                CsvRows rows = CsvRows.open(in, CsvLimits.DEFAULT, LIST, check.rows())) {
            if (rows.header().place(ID).isEmpty() || rows.header().place(STATE).isEmpty()) {
                throw new SchoolListRefused(file, "it has no columns \"" + ID + "\" and \"" + STATE + "\"");
            }
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                states.merge(cell(row.get(), ID), cell(row.get(), STATE), (first, next) -> isState(next) ? next : first);
            }
        } catch (CsvNotWellFormed e) {
            throw new SchoolListRefused(file, "it was changed while it was read", e);
        }
        states.remove("");
        if (states.isEmpty()) {
            throw new SchoolListRefused(file, "it names no school");
        }
        return new SchoolList(states);
    }

    private static String cell(CsvRow row, String column) {
        return row.cell(column).orElse("").strip();
    }

    /// A school may stand there several times, and once without its state.
    private static boolean isState(String text) {
        return !text.isEmpty() && !text.equals("-");
    }

    public boolean contains(String acaraId) {
        return states.containsKey(acaraId);
    }

    /// The state of a school, as in `QLD`; empty when the list does not have the school.
    public Optional<String> state(String acaraId) {
        return Optional.ofNullable(states.get(acaraId));
    }

    public int size() {
        return states.size();
    }

    @Override
    public String toString() {
        return "SchoolList[" + size() + " schools]";
    }
}
