package weir.engine.issue.report;

import java.util.List;
import java.util.Locale;

import weir.engine.issue.Severity;

/// Bars that lie, one below the other, each under its own words. Widths are shares of the space there is, so that the
/// words keep their size on a small screen.
final class BarChart {

    /// One bar.
    record Bar(String label, Severity severity, long count) {}

    private static final int PITCH = 44;

    private BarChart() {}

    static void write(Html html, String title, List<Bar> bars) {
        long most = bars.stream().mapToLong(Bar::count).max().orElse(1);
        html.open("svg", "class", "chart", "role", "img", "aria-labelledby", "chart-title chart-desc",
                "height", Integer.toString(bars.size() * PITCH));
        html.element("title", title, "id", "chart-title");
        html.element("desc", description(bars), "id", "chart-desc");
        for (int i = 0; i < bars.size(); i++) {
            writeBar(html, bars.get(i), i * PITCH, most);
        }
        html.close("svg").line();
    }

    private static String description(List<Bar> bars) {
        StringBuilder text = new StringBuilder();
        for (Bar bar : bars) {
            text.append(bar.label()).append(": ").append(amount(bar)).append(". ");
        }
        return text.toString().strip();
    }

    private static String amount(Bar bar) {
        return Counted.words(bar.count(), bar.severity().word());
    }

    private static void writeBar(Html html, Bar bar, int top, long most) {
        String share = String.format(Locale.ROOT, "%.2f%%", Math.max(0.5, 100.0 * bar.count() / most));
        String middle = Integer.toString(top + 16);
        String below = Integer.toString(top + 23);
        html.line().element("text", bar.label(), "x", "0", "y", middle);
        html.element("text", amount(bar), "class", "much", "x", "100%", "y", middle);
        html.element("rect", "", "class", "track", "x", "0", "y", below, "width", "100%", "height", "9", "rx", "2");
        html.open("g", "class", bar.severity().word());
        html.element("rect", "", "class", "bar", "x", "0", "y", below, "width", share, "height", "9", "rx", "2");
        html.close("g");
    }
}
