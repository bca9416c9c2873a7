package weir.collect.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;
import weir.engine.yaml.Nearest;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.TooLarge;
import weir.platform.unit.DataSize;
import weir.platform.web.Body;
import weir.platform.web.Problem;
import weir.platform.web.Routes;

/// `/v1/deliveries`: hand in, list, look at one, read its report.
public final class DeliveryRoutes implements Routes {

    private static final int PAGE_LIMIT = 1_000;
    private static final int FILE_NAME_LIMIT = 400;

    private final Deliveries deliveries;
    private final ObjectStore objects;
    private final Organisations organisations;
    private final DataSize limit;

    /// @param limit the largest file that is taken
    public DeliveryRoutes(Deliveries deliveries, ObjectStore objects, Organisations organisations, DataSize limit) {
        this.deliveries = deliveries;
        this.objects = objects;
        this.organisations = organisations;
        this.limit = limit;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/v1/deliveries", this::receive, Permission.HAND_IN);
        routes.get("/v1/deliveries", this::list, Permission.SEE_DELIVERIES);
        routes.get("/v1/deliveries/{id}", this::one, Permission.SEE_DELIVERIES);
        routes.get("/v1/deliveries/{id}/report", this::report, Permission.SEE_DELIVERIES);
    }

    /// `POST /v1/deliveries?organisation=BAD&file=2024/header.csv` with the file's bytes as the body. 201 when it is
    /// kept and will be checked; 200 when the same bytes were handed in under this name before.
    private void receive(Context request) throws IOException {
        OrganisationCode organisation = organisation(request);
        Caller caller = Caller.of(request);
        caller.require(Permission.HAND_IN, organisation, "organisation");
        String file = fileName(request);
        Received received;
        try (InputStream body = Body.of(request, limit)) {
            received = deliveries.receive(organisation, file, body, limit.bytes(), caller.actor());
        } catch (TooLarge e) {
            throw new Problem(413, "body-too-large", "The file is too large", "The most that is taken is " + limit + ".").refused();
        }
        request.status(received.isNew() ? 201 : 200);
        request.header("Location", "/v1/deliveries/" + received.delivery().id());
        Map<String, Object> answer = shown(received.delivery());
        answer.put("is_new", received.isNew());
        request.json(answer);
    }

    private OrganisationCode organisation(Context request) {
        String text = Optional.ofNullable(request.queryParam("organisation")).orElse("");
        List<String> known = organisations.all().stream().map(one -> one.code().value()).toList();
        if (!known.contains(text)) {
            throw Problem.badRequest("unknown-organisation", "Whose is it?",
                            "Say who hands in with ?organisation=CODE, a code of organisations.yaml."
                                    + Nearest.question(text, known))
                    .refused();
        }
        return new OrganisationCode(text);
    }

    private static String fileName(Context request) {
        String file = Optional.ofNullable(request.queryParam("file")).orElse("");
        boolean isFit = !file.isBlank() && file.length() <= FILE_NAME_LIMIT && !file.startsWith("/")
                && file.chars().noneMatch(Character::isISOControl) && !("/" + file + "/").contains("/../");
        if (!isFit) {
            throw Problem.badRequest("unknown-file", "Which file is it?",
                            "Say its name with ?file=FOLDER/NAME, at most " + FILE_NAME_LIMIT + " characters, without '..'.")
                    .refused();
        }
        return file;
    }

    /// `GET /v1/deliveries?organisation=BAD&before=CURSOR&limit=100`, newest first.
    private void list(Context request) {
        OrganisationCode organisation = organisation(request);
        Caller.of(request).require(Permission.SEE_DELIVERIES, organisation, "organisation");
        int size = number(request, "limit", 100, PAGE_LIMIT);
        long before = Optional.ofNullable(request.queryParam("before")).map(DeliveryRoutes::cursor).orElse(Long.MAX_VALUE);
        List<Delivery> page = deliveries.page(organisation, before, size);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("deliveries", page.stream().map(DeliveryRoutes::shown).toList());
        answer.put("next", page.size() == size ? Long.toString(page.getLast().number()) : null);
        request.json(answer);
    }

    private static long cursor(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.badRequest("bad-cursor", "That is no cursor", "Take 'next' of the page before as it is.").refused();
        }
        return Long.parseLong(text);
    }

    private static int number(Context request, String name, int standard, int most) {
        String text = request.queryParam(name);
        if (text == null) {
            return standard;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw Problem.badRequest("bad-" + name, "'" + name + "' is out of range", "Give a whole number from 1 to " + most + ".")
                    .refused();
        }
        return Integer.parseInt(text);
    }

    private void one(Context request) {
        request.json(shown(found(request)));
    }

    private Delivery found(Context request) {
        Delivery delivery = DeliveryId.parse(request.pathParam("id"))
                .flatMap(deliveries::find)
                .orElseThrow(() -> Problem.notFound("delivery").refused());
        Caller.of(request).require(Permission.SEE_DELIVERIES, delivery.organisation(), "delivery");
        return delivery;
    }

    private void report(Context request) throws IOException {
        Delivery.Findings findings = found(request).findings().orElseThrow(() -> new Problem(
                        409, "not-checked", "Not checked yet", "The delivery waits to be checked: ask again in a moment.")
                .refused());
        request.contentType("application/json");
        request.result(objects.read(ObjectKey.of(findings.report())));
    }

    private static Map<String, Object> shown(Delivery delivery) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", delivery.id().toString());
        shown.put("organisation", delivery.organisation().value());
        shown.put("file", delivery.file());
        shown.put("resource", delivery.resource());
        shown.put("bytes", delivery.bytes());
        shown.put("received_at", delivery.receivedAt().toString());
        shown.put("received_from", delivery.receivedFrom());
        shown.put("state", delivery.state().name().toLowerCase(Locale.ROOT));
        delivery.findings().ifPresent(findings -> {
            shown.put("dataset", findings.dataset());
            shown.put("table", findings.table());
            shown.put("period", findings.period());
            shown.put("rows_read", findings.rowsRead());
            shown.put("rows_kept", findings.rowsKept());
            shown.put("rows_refused", findings.rowsRefused());
            shown.put("errors", findings.errors());
            shown.put("warnings", findings.warnings());
            shown.put("notices", findings.notices());
            shown.put("report", "/v1/deliveries/" + delivery.id() + "/report");
        });
        return shown;
    }
}
