package weir.app.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.health.Health;
import weir.platform.web.Routes;

/// `/`: how the service is, who looks at it, and where to go from here. Also the style of all pages.
public final class HomePage implements Routes {

    private final Health health;
    private final String version;
    private final byte[] style = style();

    public HomePage(Health health, String version) {
        this.health = health;
        this.version = version;
    }

    private static byte[] style() {
        try (InputStream in = Objects.requireNonNull(HomePage.class.getResourceAsStream("weir.css"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", request -> request.html(page(request)), Permission.SIGNED_IN);
        routes.get("/assets/weir.css", this::style, Permission.ANYONE);
    }

    private void style(Context request) {
        request.header("Cache-Control", "public, max-age=3600");
        request.contentType("text/css; charset=utf-8").result(style);
    }

    private String page(Context request) {
        return """
                <!DOCTYPE html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Weir</title>
                <link rel="stylesheet" href="/assets/weir.css">
                </head>
                <body>
                <header><a href="/">Weir</a></header>
                <main>
                <h1>This Weir is %state</h1>
                %who
                <h2>What it depends on</h2>
                <table>
                <thead><tr><th scope="col">Part</th><th scope="col">State</th><th scope="col">Time of an answer</th></tr></thead>
                <tbody>
                %parts</tbody>
                </table>
                %links
                <p>Version %version</p>
                </main>
                </body>
                </html>
                """
                .replace("%state", health.report().isReady() ? "up" : "not ready")
                .replace("%who", who(Caller.of(request)))
                .replace("%parts", parts())
                .replace("%links", links(Caller.of(request)))
                .replace("%version", escape(version));
    }

    private static String who(Caller caller) {
        return switch (caller) {
            case Caller.LocalAdministrator _ -> "<p class=\"banner\">No sign-on is configured: whoever sits at this machine is the "
                    + "administrator. Nobody else can reach it.</p>";
            case Caller.Nobody _ -> "";
            case Caller.Person person -> "<p>Signed in as " + escape(person.name()) + ".</p>";
            case Caller.Program program -> "<p>Known as " + escape(program.name()) + ".</p>";
        };
    }

    private String parts() {
        StringBuilder rows = new StringBuilder();
        for (Health.Part part : health.report().parts()) {
            rows.append("<tr><th scope=\"row\">").append(escape(part.name())).append("</th><td><span class=\"")
                    .append(part.isUp() ? "good\">up" : "bad\">down").append("</span></td><td>")
                    .append(part.time().toMillis()).append(" ms</td></tr>\n");
        }
        return rows.toString();
    }

    /// Only where this caller may go.
    private static String links(Caller caller) {
        StringBuilder links = new StringBuilder();
        link(links, caller, Permission.OPERATE_JOBS, "/v1/jobs", "Jobs");
        link(links, caller, Permission.READ_JOURNAL, "/v1/journal", "The journal");
        link(links, caller, Permission.READ_JOURNAL, "/v1/journal/verification", "Is the journal whole?");
        link(links, caller, Permission.SEE_METRICS, "/metrics", "Metrics");
        link(links, caller, Permission.SIGNED_IN, "/v1/me", "What you may do");
        return links.isEmpty() ? "" : "<h2>Look at</h2>\n<ul>\n" + links + "</ul>\n";
    }

    private static void link(StringBuilder links, Caller caller, Permission needed, String address, String text) {
        if (caller.may(needed)) {
            links.append("<li><a href=\"").append(address).append("\">").append(text).append("</a></li>\n");
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
