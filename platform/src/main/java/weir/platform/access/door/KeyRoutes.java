package weir.platform.access.door;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import tools.jackson.core.JacksonException;
import weir.engine.organisation.OrganisationCode;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.access.Permission;
import weir.platform.access.key.KeyRefused;
import weir.platform.access.key.KeyRequest;
import weir.platform.access.key.Keys;
import weir.platform.access.key.NewKey;
import weir.platform.access.key.store.KeyKind;
import weir.platform.access.key.store.KeyRow;
import weir.platform.json.Json;
import weir.platform.unit.DataSize;
import weir.platform.web.Body;
import weir.platform.web.Problem;
import weir.platform.web.RequestRefused;
import weir.platform.web.Routes;

/// Keys over HTTP, for administrators: `GET /v1/keys`, `POST /v1/keys`, `DELETE /v1/keys/{id}`.
record KeyRoutes(Keys keys) implements Routes {

    private static final DataSize LONGEST = new DataSize(16 << 10);

    /// What is asked for.
    ///
    /// @param kind  `api` or `hawk`
    /// @param opens grants of an API key, scopes of a Hawk key
    /// @param id    of a Hawk key; absent for one of ours
    /// @param days  how long it lasts; absent for until it is revoked
    record Asked(
            String kind, String organisation, List<String> opens, String description, Optional<String> id, Optional<Integer> days) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/keys", this::list, Permission.ADMINISTER);
        routes.post("/v1/keys", this::make, Permission.ADMINISTER);
        routes.delete("/v1/keys/{id}", this::revoke, Permission.ADMINISTER);
    }

    private void list(Context request) {
        answer(request, 200, Map.of("keys", keys.list().stream().map(KeyRoutes::shown).toList()));
    }

    private static Map<String, Object> shown(KeyRow key) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", key.id());
        shown.put("kind", key.kind().code());
        shown.put("organisation", key.organisation().value());
        shown.put("opens", key.opens());
        shown.put("description", key.description());
        shown.put("made_by", key.madeBy());
        shown.put("made_at", key.madeAt().toString());
        shown.put("ends_at", moment(key.endsAt()));
        shown.put("revoked_at", moment(key.revokedAt()));
        shown.put("last_used_at", moment(key.lastUsedAt()));
        return shown;
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }

    private void make(Context request) {
        try {
            Asked asked = Json.read(new ByteArrayInputStream(Body.bytes(request, LONGEST)), Asked.class);
            NewKey made = make(asked, Caller.of(request).name());
            answer(request, 201, Map.of("id", made.id(), "secret", made.secret().reveal()));
        } catch (KeyRefused | IllegalArgumentException e) {
            throw Problem.badRequest("key-refused", "No key was made", String.valueOf(e.getMessage())).refused();
        } catch (JacksonException e) {
            throw notAsked();
        }
    }

    private NewKey make(Asked asked, String by) {
        KeyRequest key = new KeyRequest(
                by, new OrganisationCode(asked.organisation()), asked.description(), asked.days().map(Duration::ofDays));
        return switch (KeyKind.ofCode(asked.kind())) {
            case API -> keys.makeApiKey(key, Grant.parseAll(asked.opens()));
            case HAWK -> keys.makeHawkKey(key, asked.id().orElseGet(keys::newHawkId), Set.copyOf(asked.opens()));
        };
    }

    private static RequestRefused notAsked() {
        return Problem.badRequest("key-refused", "No key was made",
                "Send JSON with kind, organisation, opens and description, and perhaps id and days.").refused();
    }

    private void revoke(Context request) {
        if (!keys.revoke(Caller.of(request).name(), request.pathParam("id"))) {
            throw Problem.notFound("key").refused();
        }
        request.status(204);
    }

    private static void answer(Context request, int status, Object body) {
        request.status(status).contentType("application/json").result(Json.write(body));
    }
}
