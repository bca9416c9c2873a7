package weir.engine.record;

import java.util.List;
import java.util.Optional;

/// One XML record, or one element within it that holds others, after it was checked: a child with its identifiers, its
/// referrals, and within these its assessments.
///
/// Holds only what the specification knows: values that stood there and were not blank, in the order of the file.
/// Immutable when nobody keeps the lists it was made of.
///
/// @param name     the element's name
/// @param line     the line it begins in
/// @param elements what stands directly in it
/// @param groups   the groups directly in it
public record Group(String name, long line, List<Element> elements, List<Group> groups) {

    /// The values of the elements of a name; none when there is none.
    public List<Value> values(String element) {
        return elements.stream()
                .filter(candidate -> candidate.name().equals(element))
                .map(Element::value)
                .toList();
    }

    /// The first value of a name; a blank when there is none.
    public Value value(String element) {
        for (Element candidate : elements) {
            if (candidate.name().equals(element)) {
                return candidate.value();
            }
        }
        return Value.blank();
    }

    /// The first element at a path below this group, as in `CollectionDetails/Year`.
    public Optional<Element> find(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return elements.stream().filter(element -> element.name().equals(path)).findFirst();
        }
        return groups(path.substring(0, slash)).stream()
                .flatMap(group -> group.find(path.substring(slash + 1)).stream())
                .findFirst();
    }

    /// The groups of a name, in their order.
    public List<Group> groups(String group) {
        return groups.stream().filter(candidate -> candidate.name().equals(group)).toList();
    }

    @Override
    public String toString() {
        return "group[" + name + ", line " + line + "]";
    }
}
