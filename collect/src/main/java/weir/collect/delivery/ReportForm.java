package weir.collect.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.javalin.http.Context;
import weir.platform.web.Problem;

/// A form in which a report is kept.
public enum ReportForm {
    JSON("report.json", "application/json"),
    CSV("report.csv", "text/csv; charset=utf-8"),
    ERROR_REPORT("error_report.csv", "text/csv; charset=utf-8"),
    HTML("report.html", "text/html; charset=utf-8"),
    TEXT("report.txt", "text/plain; charset=utf-8");

    private final String object;
    private final String mediaType;

    ReportForm(String object, String mediaType) {
        this.object = object;
        this.mediaType = mediaType;
    }

    /// The one that `?form=` asks for; JSON when nothing is asked.
    /// @throws weir.platform.web.RequestRefused 400 when there is no such form
    public static ReportForm of(Context request) {
        return of(Optional.ofNullable(request.queryParam("form")).orElse("json"));
    }

    private static ReportForm of(String word) {
        return Arrays.stream(values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                                "bad-form", "There is no such form", "Ask for form=json, csv, error-report, html or text.")
                        .refused());
    }

    /// The name of its object in the folder of the reports.
    public String object() {
        return object;
    }

    public String mediaType() {
        return mediaType;
    }
}
