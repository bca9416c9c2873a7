package weir.engine.record;

/// A value as it stood in the file, on its way to the eyes of the person at the keyboard and nowhere else.
public record Sensitive(String reveal) {

    @Override
    public String toString() {
        return "sensitive";
    }
}
