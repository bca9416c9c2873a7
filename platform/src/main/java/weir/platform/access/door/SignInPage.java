package weir.platform.access.door;

import java.util.Optional;

/// The page to sign in, and the pages that say why it did not work. Plain HTML, no script.
final class SignInPage {

    private SignInPage() {}

    /// @param problem what was wrong with the last try
    static String form(String next, String token, String name, Optional<String> problem) {
        String summary = problem.map(sentence -> """
                <div role="alert" aria-labelledby="problem-title" tabindex="-1">
                <h2 id="problem-title">There is a problem</h2>
                <p><a href="#name" id="problem">%s</a></p>
                </div>
                """.replace("%s", escape(sentence))).orElse("");
        String described = problem.isPresent() ? " aria-invalid=\"true\" aria-describedby=\"problem\"" : "";
        return page((problem.isPresent() ? "Error: " : "") + "Sign in", summary + """
                <h1>Sign in</h1>
                <form method="post" action="/sign-in">
                <input type="hidden" name="_csrf" value="%token">
                <input type="hidden" name="next" value="%next">
                <p><label for="name">Name</label><br>
                <input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="64" value="%name"%described></p>
                <p><label for="password">Password</label><br>
                <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="256"%described></p>
                <p><button type="submit">Sign in</button></p>
                </form>
                """.replace("%token", escape(token)).replace("%described", described)
                .replace("%next", escape(next)).replace("%name", escape(name)));
    }

    /// A page with one thing to say.
    static String notice(String title, String sentence) {
        return page(title, "<h1>" + escape(title) + "</h1>\n<p>" + escape(sentence) + "</p>\n"
                + "<p><a href=\"/sign-in\">Sign in</a></p>\n");
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + escape(title) + " - Weir</title>\n<link rel=\"stylesheet\" href=\"/assets/weir.css\">\n</head>\n"
                + "<body>\n<header><a href=\"/\">Weir</a></header>\n<main>\n" + body
                + "</main>\n</body>\n</html>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&#39;");
    }
}
