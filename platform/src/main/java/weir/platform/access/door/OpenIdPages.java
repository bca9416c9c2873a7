package weir.platform.access.door;

import java.util.Optional;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import weir.platform.access.AccessEvents.Refusal;
import weir.platform.access.Permission;
import weir.platform.access.session.store.SignedInBy;
import weir.platform.access.signon.OpenIdSignOn;
import weir.platform.access.signon.SignOnFailed;
import weir.platform.access.signon.SignedOn;
import weir.platform.secret.Secret;
import weir.platform.web.Routes;

/// The way to the provider and back.
final class OpenIdPages implements Routes {

    static final String CALLBACK = "/sign-in/callback";

    private final OpenIdSignOn signOn;
    private final Entry entry;
    private final SessionCookie attemptCookie;

    OpenIdPages(OpenIdSignOn signOn, Entry entry, SessionCookie attemptCookie) {
        this.signOn = signOn;
        this.entry = entry;
        this.attemptCookie = attemptCookie;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/sign-in", this::begin, Permission.ANYONE);
        routes.get(CALLBACK, this::finish, Permission.ANYONE);
    }

    private void begin(Context request) {
        OpenIdSignOn.Begun begun = signOn.begin(LocalPath.of(parameter(request, "next")));
        attemptCookie.write(request, begun.browser());
        request.redirect(begun.redirect().toString(), HttpStatus.SEE_OTHER);
    }

    private void finish(Context request) {
        Optional<Secret> browser = attemptCookie.read(request);
        attemptCookie.remove(request);
        if (browser.isEmpty()) {
            failed(request);
            return;
        }
        try {
            SignedOn person = signOn.finish(new OpenIdSignOn.Callback(parameter(request, "state"), parameter(request, "code"),
                    parameter(request, "error"), parameter(request, "iss")), browser.get());
            if (person.grants().isEmpty()) {
                entry.refuse(request, HttpStatus.FORBIDDEN, Refusal.NO_ROLE, SignInPage.notice("You have no role here",
                        "You signed on, but none of your groups has a role in this service. Ask the administrator for one."));
                return;
            }
            entry.letIn(request, person.name(), SignedInBy.OPENID, "", person.grants(), LocalPath.of(person.next()));
        } catch (SignOnFailed e) {
            failed(request);
        }
    }

    private void failed(Context request) {
        entry.refuse(request, HttpStatus.UNAUTHORIZED, Refusal.SIGN_ON_FAILED, SignInPage.notice("You are not signed in",
                "The sign-on did not come to its end, perhaps because it took too long. Begin again."));
    }

    private static String parameter(Context request, String name) {
        String value = request.queryParam(name);
        return value == null ? "" : value;
    }
}
