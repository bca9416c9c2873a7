package weir.engine.issue.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import weir.engine.issue.Severity;

/// How many issues there are of each severity.
public record SeverityCounts(long errors, long warnings, long notices) {

    public static final SeverityCounts NONE = new SeverityCounts(0, 0, 0);

    public long of(Severity severity) {
        return switch (severity) {
            case ERROR -> errors;
            case WARNING -> warnings;
            case NOTICE -> notices;
        };
    }

    public long all() {
        return errors + warnings + notices;
    }

    public SeverityCounts plus(SeverityCounts other) {
        return new SeverityCounts(errors + other.errors, warnings + other.warnings, notices + other.notices);
    }

    /// `count` more of one severity.
    public SeverityCounts plus(Severity severity, long count) {
        return switch (severity) {
            case ERROR -> new SeverityCounts(errors + count, warnings, notices);
            case WARNING -> new SeverityCounts(errors, warnings + count, notices);
            case NOTICE -> new SeverityCounts(errors, warnings, notices + count);
        };
    }

    /// In words, without what there is none of: `3 errors, 1 notice`, or `No issues`.
    public String words() {
        List<Severity> present = Arrays.stream(Severity.values()).filter(severity -> of(severity) > 0).toList();
        return present.isEmpty()
                ? "No issues"
                : present.stream()
                        .map(severity -> Counted.words(of(severity), severity.word()))
                        .collect(Collectors.joining(", "));
    }
}
