package weir.app.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import weir.app.serve.PartSettings;
import weir.app.settings.ServiceSettings;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;
import weir.platform.access.Role;
import weir.platform.access.user.User;
import weir.platform.access.user.UsersFile;
import weir.platform.settings.SettingValues;
import weir.platform.web.Listener;

/// Sign-on, and what is published for everybody.
final class DoorChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Checkup checkup;
    private final SettingValues settings;
    private final Supplier<Datasets> datasets;
    private final Supplier<Organisations> organisations;

    DoorChecks(Checkup checkup, SettingValues settings, Supplier<Datasets> datasets, Supplier<Organisations> organisations) {
        this.checkup = checkup;
        this.settings = settings;
        this.datasets = datasets;
        this.organisations = organisations;
    }

    void run() {
        switch (settings.get(ServiceSettings.SIGN_ON)) {
            case "local" -> checkup.look("sign-on", this::local);
            case "openid" -> checkup.timed("sign-on", this::openId);
            default -> checkup.look("sign-on", this::none);
        }
        checkup.timed("datasets", () -> Finding.ok("datasets", datasets.get().all().size() + " published datasets can be read"));
        checkup.look("organisations", () -> Finding.ok("organisations", organisations.get().all().size() + " may hand in"));
    }

    private Finding none() {
        for (Listener listener : new Listener[] {
            new Listener("web", settings.get(ServiceSettings.WEB_HOST), 0), new Listener("stream", settings.get(ServiceSettings.STREAM_HOST), 0)
        }) {
            if (!listener.isLoopback()) {
                return Finding.problem("sign-on", "the " + listener.name() + " listener can be reached by other machines and nobody has to sign on",
                        "Set access.sign-on to local or openid, or " + listener.name() + ".host to 127.0.0.1.");
            }
        }
        return Finding.ok("sign-on", "none: whoever sits at this machine is the administrator");
    }

    private Finding local() throws IOException {
        Path file = settings.path(ServiceSettings.USERS_FILE);
        Collection<User> users = new UsersFile(file).read().values();
        boolean hasAdministrator =
                users.stream().anyMatch(user -> user.grants().stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR));
        return hasAdministrator
                ? Finding.ok("sign-on", users.size() + " local users")
                : Finding.warning("sign-on", users.size() + " local users, no administrator among them",
                        "Add one: weir user add NAME --role administrator");
    }

    private Finding openId() throws InterruptedException {
        Optional<String> issuer = new PartSettings(settings).given(ServiceSettings.OPENID_ISSUER);
        if (issuer.isEmpty()) {
            return Finding.problem("sign-on", "access.sign-on is openid and access.openid-issuer is not set", "Set it to the provider's issuer address.");
        }
        URI document = URI.create(issuer.get().replaceAll("/+$", "") + "/.well-known/openid-configuration");
        String mend = "Check access.openid-issuer, the network and the provider's certificate.";
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(document).timeout(PATIENCE).build(), BodyHandlers.ofString());
            boolean isRight = answer.statusCode() == 200
                    && answer.body().replace("\\/", "/").toLowerCase(Locale.ROOT).contains("\"authorization_endpoint\"");
            return isRight
                    ? Finding.ok("sign-on", "the provider at " + document.getHost() + " can be reached")
                    : Finding.problem("sign-on", document + " answers " + answer.statusCode() + " and no OpenID configuration", mend);
        } catch (IOException e) {
            return Finding.problem("sign-on", document + " cannot be reached", mend);
        }
    }
}
