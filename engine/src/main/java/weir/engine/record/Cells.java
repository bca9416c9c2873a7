package weir.engine.record;

import java.util.Arrays;

/// The cells of one record as they stand in the file, before any check.
///
/// Text formats give text only. A format that has types of its own (XLSX, Parquet, JSON) may give a value instead:
/// then [#typed(int)] holds it and [#text(int)] its text. The arrays are handed over, not copied; do not change them.
public final class Cells {

    private static final Value[] UNTYPED = {};

    private final String[] texts;
    private final Value[] typed;

    private Cells(String[] texts, Value[] typed) {
        this.texts = texts;
        this.typed = typed;
    }

    public static Cells of(String... texts) {
        return new Cells(texts, UNTYPED);
    }

    public static Cells of(Value... values) {
        return new Cells(Arrays.stream(values).map(Value::text).toArray(String[]::new), values);
    }

    public int size() {
        return texts.length;
    }

    /// The cell's text, never null; the empty string when the record is shorter than its header.
    public String text(int column) {
        return column < texts.length ? texts[column] : "";
    }

    /// Whether the format itself gave this cell a type other than text.
    public boolean isTyped(int column) {
        return column < typed.length && !(typed[column] instanceof Value.Text) && !typed[column].isBlank();
    }

    /// The value the format gave. Only for a column where [#isTyped(int)] holds.
    public Value typed(int column) {
        return typed[column];
    }

    /// Whether every cell is empty or white space.
    public boolean isBlank() {
        for (String text : texts) {
            if (!text.isEmpty() && (text.charAt(0) > ' ' && text.charAt(0) < 0x7F || !text.isBlank())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "cells[" + texts.length + "]";
    }
}
