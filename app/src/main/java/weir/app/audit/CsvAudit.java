package weir.app.audit;

import java.io.IOException;

import weir.engine.audit.Audit;
import weir.engine.audit.AuditLine;
import weir.engine.audit.DisclosureLine;

/// The audit as CSV: a header, then a line per use case, table and field, then one per control of an output.
final class CsvAudit {

    private CsvAudit() {}

    static void write(Audit audit, Appendable out) throws IOException {
        row(out, "use_case", "table", "field", "fate", "description", "periods", "clause", "clause_text");
        for (AuditLine line : audit.lines()) {
            row(out, line.useCase().value(), line.table().value(), line.field().value(), line.fate().word(),
                    line.description(), line.periods(), line.clause(), line.clauseText());
        }
        for (DisclosureLine control : audit.controls()) {
            row(out, control.useCase().value(), control.output(), control.fieldsInWords(), "controlled",
                    control.description(), "", control.clause(), control.clauseText());
        }
    }

    private static void row(Appendable out, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        out.append("\r\n");
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
