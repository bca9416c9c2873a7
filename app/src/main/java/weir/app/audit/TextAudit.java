package weir.app.audit;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import weir.engine.audit.Audit;
import weir.engine.audit.AuditLine;
import weir.engine.audit.DisclosureLine;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;

/// The audit for a terminal.
final class TextAudit {

    private TextAudit() {}

    static void write(Audit audit, Appendable out) throws IOException {
        for (UseCase useCase : audit.useCases()) {
            write(audit, useCase, out);
        }
    }

    private static void write(Audit audit, UseCase useCase, Appendable out) throws IOException {
        out.append(useCase.name() + ": " + useCase.title() + "\n");
        out.append(useCase.agreement().title() + reference(useCase) + "\n");
        out.append(AuditReport.retention(useCase)).append("\n");
        List<AuditLine> lines = audit.linesOf(useCase);
        for (TableName table : AuditReport.tables(audit, useCase)) {
            out.append("\n" + table + "\n");
            for (AuditLine line : lines) {
                if (line.table().equals(table)) {
                    write(line, out);
                }
            }
        }
        write(audit.controlsOf(useCase), out);
        out.append("\nClauses\n");
        for (Map.Entry<String, String> clause : useCase.agreement().clauses().entrySet()) {
            out.append("  " + pad(clause.getKey(), 5) + " " + clause.getValue() + "\n");
        }
        out.append("\n");
    }

    private static void write(List<DisclosureLine> controls, Appendable out) throws IOException {
        if (!controls.isEmpty()) {
            out.append("\nControl of disclosure, over all organisations together\n");
        }
        for (DisclosureLine control : controls) {
            out.append("  " + pad(control.output(), 22) + " " + control.description() + " [" + control.clause() + "]\n");
        }
    }

    private static void write(AuditLine line, Appendable out) throws IOException {
        String periods = line.periods().isEmpty() ? "" : " (" + line.periods() + ")";
        out.append("  " + pad(line.field().value(), 22) + " " + pad(line.fate().word(), 9) + " " + line.description()
                + periods + " [" + line.clause() + "]\n");
    }

    static String reference(UseCase useCase) {
        String reference = useCase.agreement().reference();
        return reference.isEmpty() ? "" : " (" + reference + ")";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
