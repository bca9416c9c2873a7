package weir.engine.issue;

import java.util.List;

import weir.engine.record.Sensitive;

/// Takes issues as they are found, in the order of the file. Called by one thread at a time.
@FunctionalInterface
public interface IssueSink {

    void accept(Issue issue);

    /// Takes an issue with the value that caused it. Only a sink whose [#showsValues()] is true is ever given one; any
    /// other drops the value.
    default void accept(Issue issue, Sensitive value) {
        accept(issue);
    }

    /// Whether this sink shows values to the person at the keyboard.
    default boolean showsValues() {
        return false;
    }

    /// A sink that hands each issue on to all of `sinks`, in their order.
    static IssueSink all(List<? extends IssueSink> sinks) {
        return new IssueSink() {
            @Override
            public void accept(Issue issue) {
                sinks.forEach(sink -> sink.accept(issue));
            }

            @Override
            public void accept(Issue issue, Sensitive value) {
                for (IssueSink sink : sinks) {
                    if (sink.showsValues()) {
                        sink.accept(issue, value);
                    } else {
                        sink.accept(issue);
                    }
                }
            }

            @Override
            public boolean showsValues() {
                return sinks.stream().anyMatch(IssueSink::showsValues);
            }
        };
    }
}
