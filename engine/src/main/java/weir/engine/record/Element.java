package weir.engine.record;

/// One element of an XML record that holds a value, after it was checked. A blank is one that did not fit its type.
///
/// @param name  the element's name
/// @param line  the line it begins in
/// @param value what it holds
public record Element(String name, long line, Value value) {

    @Override
    public String toString() {
        return "element[" + name + ", line " + line + "]";
    }
}
