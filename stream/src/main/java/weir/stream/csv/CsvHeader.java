package weir.stream.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names of the columns of a file, in their order. Immutable.
public final class CsvHeader {

    private final List<String> names;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /// @param names where one stands twice the first counts; an empty one names nothing
    public CsvHeader(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isBlank()) {
                places.putIfAbsent(names.get(i), i);
            }
        }
    }

    public List<String> names() {
        return names;
    }

    /// Where a column stands, counted from 0; empty when there is none of that name.
    public Optional<Integer> place(String name) {
        return Optional.ofNullable(places.get(name));
    }

    Map<String, Integer> places() {
        return places;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CsvHeader header && header.names.equals(names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
