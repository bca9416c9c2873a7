package weir.engine.clean;

import weir.engine.dataset.Field;
import weir.engine.dataset.FieldType;
import weir.engine.issue.IssueCode;
import weir.engine.record.Value;

/// Reads the cells of one field. Safe for several threads at once.
///
/// The text handed in is never blank and has no white space around it. A cell that does not fit is reported and read as
/// a blank.
public abstract sealed class CellReader
        permits TextReader, PostcodeReader, PatternReader, WholeReader, DecimalReader, AgeReader, DateReader, TimeReader,
                BooleanReader, CategoryReader {

    /// The value the text stands for, or a blank when it stands for none, which is then reported.
    abstract Value read(String text, Findings findings);

    /// The value for one that the file's format had typed already; by default it is read from its text.
    Value readTyped(Value typed, Findings findings) {
        return read(typed.text(), findings);
    }

    /// What must be true of a cell, to follow "must be": `a date like 30/04/2011`.
    public abstract String expected();

    static Value reject(IssueCode code, String cell, Findings findings) {
        findings.add(code, cell);
        return Value.blank();
    }

    /// The reader for a field's type.
    public static CellReader of(Field field) {
        return switch (field.type()) {
            case FieldType.Text type -> new TextReader(type);
            case FieldType.Postcode _ -> new PostcodeReader();
            case FieldType.Matching type -> new PatternReader(type);
            case FieldType.Whole type -> new WholeReader(type);
            case FieldType.Decimal type -> new DecimalReader(type);
            case FieldType.Age type -> new AgeReader(type);
            case FieldType.Date type -> new DateReader(type);
            case FieldType.Time type -> new TimeReader(type);
            case FieldType.Bool _ -> new BooleanReader();
            case FieldType.Category type -> new CategoryReader(type);
        };
    }
}
