package weir.engine.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a vertical form: a workbook of one sheet with labels in the second column and values, as text, in the third.
public final class FormWriter {

    private FormWriter() {}

    /// @param out    may be closed when this returns
    /// @param values as many as there are labels; an empty one leaves its cell out
    public static void write(OutputStream out, String sheet, List<String> labels, List<String> values)
            throws IOException {
        Workbook workbook = new Workbook(out, "Weir", "1.0");
        Worksheet form = workbook.newWorksheet(sheet);
        for (int i = 0; i < labels.size(); i++) {
            form.value(i + 1, VerticalSheet.LABELS, labels.get(i));
            if (!values.get(i).isEmpty()) {
                form.value(i + 1, VerticalSheet.VALUES, values.get(i));
            }
        }
        workbook.finish();
    }
}
