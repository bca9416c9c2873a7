package weir.platform.settings;

import java.util.List;

/// The settings have problems; all of them are listed, and none holds a value that is secret.
public final class FaultySettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    FaultySettings(List<String> problems) {
        super(problems.size() == 1 ? "The settings have a problem:" : "The settings have " + problems.size() + " problems:");
        this.problems = List.copyOf(problems);
    }

    /// One sentence each, with file and line or the variable's name.
    public List<String> problems() {
        return problems;
    }

    @Override
    public String getMessage() {
        return super.getMessage() + "\n  " + String.join("\n  ", problems);
    }
}
