package weir.app.audit;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import weir.engine.audit.Audit;
import weir.engine.audit.AuditLine;
import weir.engine.audit.DisclosureLine;
import weir.engine.audit.Fate;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;

/// The audit as one HTML page that needs nothing else: for reading, printing and filing with the agreement.
///
/// A fate is told by its word; its colour only helps.
final class HtmlAudit {

    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 16px/1.5 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff;
              max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            h1, h2, h3, th, .fate, caption { font-family: Arial, Helvetica, sans-serif; }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; } h3 { font-size: 1.05rem; }
            table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 0 0 1.5rem; }
            th:nth-child(1) { width: 30%; } th:nth-child(2) { width: 8rem; } th:nth-child(4) { width: 4rem; }
            caption { text-align: left; font-weight: bold; padding: .5rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
              border-bottom: 1px solid #d0d0d0; }
            th { font-size: .85rem; } td:first-child { font-family: Consolas, Menlo, monospace; font-size: .9rem; overflow-wrap: anywhere; }
            .fate { display: inline-block; min-width: 5.2rem; padding: 0 .4rem; font-size: .85rem;
              border-left: .35rem solid; }
            .kept { border-color: #8a5a00; background: #fff4de; } .reduced { border-color: #00558c; background: #e3f1fb; }
            .enriched { border-color: #6a3d9a; background: #f1e9f9; } .added { border-color: #00695c; background: #e0f2ef; }
            .removed { border-color: #555; background: #eee; }
            dt { float: left; clear: left; width: 3rem; font-weight: bold; } dd { margin: 0 0 .4rem 3rem; }
            a { color: inherit; }
            @media print { body { font-size: 10pt; margin: 0; max-width: none; } h2 { break-before: page; }
              h2:first-of-type { break-before: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; }
              * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
            """;

    private final Audit audit;
    private final Appendable out;

    HtmlAudit(Audit audit, Appendable out) {
        this.audit = audit;
        this.out = out;
    }

    void write() throws IOException {
        String title = "What leaves " + audit.dataset().id() + ", and by which clause";
        out.append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>" + escaped(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
        out.append("<h1>" + escaped(title) + "</h1>\n<p>" + escaped(audit.dataset().title())
                + ". Made from the specification that the program itself obeys.</p>\n");
        for (UseCase useCase : audit.useCases()) {
            write(useCase);
        }
        out.append("</body>\n</html>\n");
    }

    private void write(UseCase useCase) throws IOException {
        List<AuditLine> lines = audit.linesOf(useCase);
        out.append("<h2>" + escaped(useCase.name() + ": " + useCase.title()) + "</h2>\n");
        out.append("<p>" + escaped(useCase.agreement().title() + TextAudit.reference(useCase)) + ". "
                + escaped(AuditReport.retention(useCase)) + "</p>\n");
        writeCounts(lines);
        for (TableName table : AuditReport.tables(audit, useCase)) {
            write(useCase, table, lines);
        }
        writeControls(useCase, audit.controlsOf(useCase));
        out.append("<h3>Clauses</h3>\n<dl>\n");
        for (Map.Entry<String, String> clause : useCase.agreement().clauses().entrySet()) {
            out.append("<dt id=\"" + anchor(useCase, clause.getKey()) + "\">" + escaped(clause.getKey()) + "</dt><dd>"
                    + escaped(clause.getValue()) + "</dd>\n");
        }
        out.append("</dl>\n");
    }

    private void writeCounts(List<AuditLine> lines) throws IOException {
        out.append("<p>");
        for (Fate fate : Fate.values()) {
            long count = lines.stream().filter(line -> line.fate() == fate).count();
            out.append(fate(fate.word() + " " + count, fate)).append("\n");
        }
        out.append("</p>\n");
    }

    private void write(UseCase useCase, TableName table, List<AuditLine> lines) throws IOException {
        out.append("<table>\n<caption>" + escaped(table.value()) + "</caption>\n<thead><tr><th scope=\"col\">Field</th>"
                + "<th scope=\"col\">Fate</th><th scope=\"col\">What happens</th><th scope=\"col\">Clause</th></tr></thead>\n"
                + "<tbody>\n");
        for (AuditLine line : lines) {
            if (line.table().equals(table)) {
                write(useCase, line);
            }
        }
        out.append("</tbody>\n</table>\n");
    }

    private void writeControls(UseCase useCase, List<DisclosureLine> controls) throws IOException {
        if (controls.isEmpty()) {
            return;
        }
        out.append("<table>\n<caption>Control of disclosure, over all organisations together</caption>\n<thead><tr>"
                + "<th scope=\"col\">Output</th><th scope=\"col\">Fields</th><th scope=\"col\">What happens</th>"
                + "<th scope=\"col\">Clause</th></tr></thead>\n<tbody>\n");
        for (DisclosureLine control : controls) {
            out.append("<tr><td>" + escaped(control.output()) + "</td><td>" + escaped(control.fieldsInWords()) + "</td><td>"
                    + escaped(control.description()) + "</td><td>" + clause(useCase, control.clause(), control.clauseText())
                    + "</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private void write(UseCase useCase, AuditLine line) throws IOException {
        String periods = line.periods().isEmpty() ? "" : " (" + line.periods() + ")";
        out.append("<tr><td>" + escaped(line.field().value()) + "</td><td>" + fate(line.fate().word(), line.fate())
                + "</td><td>" + escaped(line.description() + periods) + "</td><td>"
                + clause(useCase, line.clause(), line.clauseText()) + "</td></tr>\n");
    }

    private static String clause(UseCase useCase, String clause, String text) {
        return "<a href=\"#" + anchor(useCase, clause) + "\" title=\"" + escaped(text) + "\">" + escaped(clause) + "</a>";
    }

    private static String fate(String text, Fate fate) {
        return "<span class=\"fate " + fate.word() + "\">" + text + "</span>";
    }

    private static String anchor(UseCase useCase, String clause) {
        return escaped(useCase.name() + "-" + clause.replace(' ', '-'));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
