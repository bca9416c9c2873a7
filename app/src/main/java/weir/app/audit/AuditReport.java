package weir.app.audit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import weir.engine.audit.Audit;
import weir.engine.audit.AuditLine;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCase;

/// Writes an audit in one of its forms.
enum AuditReport {
    TEXT {
        @Override
        void write(Audit audit, Appendable out) throws IOException {
            TextAudit.write(audit, out);
        }
    },
    CSV {
        @Override
        void write(Audit audit, Appendable out) throws IOException {
            CsvAudit.write(audit, out);
        }
    },
    HTML {
        @Override
        void write(Audit audit, Appendable out) throws IOException {
            new HtmlAudit(audit, out).write();
        }
    },
    JSON {
        @Override
        void write(Audit audit, Appendable out) throws IOException {
            out.append(JsonAudit.of(audit));
        }
    };

    abstract void write(Audit audit, Appendable out) throws IOException;

    /// The lower-case word of the command line.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The tables of a use case's audit in their order.
    static List<TableName> tables(Audit audit, UseCase useCase) {
        return audit.linesOf(useCase).stream().map(AuditLine::table).distinct().toList();
    }

    /// `Returns are held for 12 years, the current one included (clause 5.1).`
    static String retention(UseCase useCase) {
        int years = useCase.retention().years();
        return "Returns are held for " + years + (years == 1 ? " year" : " years") + ", the current one included (clause "
                + useCase.retention().clause() + ").";
    }
}
