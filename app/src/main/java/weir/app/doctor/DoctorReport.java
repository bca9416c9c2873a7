package weir.app.doctor;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine.Help.Ansi;
import weir.platform.json.Json;

/// Prints findings: a line each for people, or JSON.
final class DoctorReport {

    private static final int INDENT = 26;

    private final PrintWriter out;
    private final Ansi colour;
    private final int columns;

    /// @param columns the width of the screen
    DoctorReport(PrintWriter out, Ansi colour, int columns) {
        this.out = out;
        this.colour = colour;
        this.columns = columns;
    }

    void print(Finding finding) {
        String style = switch (finding.level()) {
            case OK -> "green";
            case WARNING -> "yellow";
            case PROBLEM -> "bold,red";
        };
        String word = String.format(Locale.ROOT, "%-8s", finding.level().word());
        String shown = colour.enabled() ? colour.string("@|" + style + " " + word + "|@") : word;
        String time = finding.time().map(one -> String.format(Locale.ROOT, " (%d ms)", one.toMillis())).orElse("");
        out.print(shown + "  " + String.format(Locale.ROOT, "%-14s", finding.about()) + "  ");
        wrap(finding.found() + time);
        if (!finding.mend().isEmpty()) {
            out.print(" ".repeat(INDENT));
            wrap(finding.mend());
        }
        out.flush();
    }

    private void wrap(String text) {
        int width = Math.max(30, columns - INDENT);
        int at = 0;
        for (String word : text.split(" ", -1)) {
            if (at > 0 && at + 1 + word.length() > width) {
                out.print("\n" + " ".repeat(INDENT));
                at = 0;
            }
            out.print(at > 0 ? " " + word : word);
            at += (at > 0 ? 1 : 0) + word.length();
        }
        out.println();
    }

    void sum(List<Finding> findings) {
        long problems = count(findings, Finding.Level.PROBLEM);
        long warnings = count(findings, Finding.Level.WARNING);
        out.println();
        out.println(problems == 0 && warnings == 0
                ? "All is well."
                : problems + (problems == 1 ? " problem, " : " problems, ") + warnings + (warnings == 1 ? " warning." : " warnings."));
        out.flush();
    }

    private static long count(List<Finding> findings, Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    void printJson(List<Finding> findings) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("is_well", count(findings, Finding.Level.PROBLEM) == 0);
        report.put("findings", findings.stream().map(DoctorReport::shown).toList());
        out.println(Json.write(report));
        out.flush();
    }

    private static Map<String, Object> shown(Finding finding) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("about", finding.about());
        shown.put("level", finding.level().word());
        shown.put("found", finding.found());
        shown.put("mend", finding.mend());
        finding.time().ifPresent(time -> shown.put("milliseconds", time.toMillis()));
        return shown;
    }
}
