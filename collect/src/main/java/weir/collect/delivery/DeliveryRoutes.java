package weir.collect.delivery;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.Period;
import weir.engine.organisation.OrganisationCode;
import weir.engine.yaml.Nearest;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;
import weir.platform.web.Problem;
import weir.platform.web.Routes;

/// `/v1/deliveries`: list, look at one, read its report, take back.
public final class DeliveryRoutes implements Routes {

    private static final int PAGE_LIMIT = 1_000;

    private final Deliveries deliveries;
    private final Registry registry;
    private final ObjectStore objects;
    private final HandInQuestions questions;
    private final Supplier<Datasets> datasets;

    public DeliveryRoutes(
            Deliveries deliveries,
            Registry registry,
            ObjectStore objects,
            HandInQuestions questions,
            Supplier<Datasets> datasets) {
        this.deliveries = deliveries;
        this.registry = registry;
        this.datasets = datasets;
        this.objects = objects;
        this.questions = questions;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/deliveries", this::list, Permission.SEE_DELIVERIES);
        routes.get("/v1/deliveries/{id}", this::one, Permission.SEE_DELIVERIES);
        routes.get("/v1/deliveries/{id}/report", this::report, Permission.SEE_DELIVERIES);
        routes.post("/v1/withdrawals", this::withdraw, Permission.HAND_IN);
    }

    private OrganisationCode organisation(Context request) {
        return questions.organisation(Optional.ofNullable(request.queryParam("organisation")));
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

    /// `GET /v1/deliveries/{id}/report` of the first file, or with `?file=NUMBER` of another; `?form=` json, csv, error-report,
    /// html or text.
    private void report(Context request) throws IOException {
        DeliveredFile file = fileOf(request, found(request));
        DeliveredFile.Findings findings = file.findings().orElseThrow(() -> new Problem(
                        409, "not-checked", "Not checked yet", "The file waits to be checked: ask again in a moment.")
                .refused());
        ReportForm form = ReportForm.of(request);
        request.contentType(form.mediaType());
        request.result(objects.read(ObjectKey.of(findings.reports()).child(form.object())));
    }

    private static DeliveredFile fileOf(Context request, Delivery delivery) {
        String number = request.queryParam("file");
        return delivery.files().stream()
                .filter(file -> number == null || Integer.toString(file.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("file of this delivery").refused());
    }

    /// `POST /v1/withdrawals?organisation=BAD&dataset=ssda903&period=2024`: the organisation takes back what it handed in of a
    /// dataset, in one period or, without one, altogether.
    private void withdraw(Context request) {
        OrganisationCode organisation = organisation(request);
        Caller caller = Caller.of(request);
        caller.require(Permission.HAND_IN, organisation, "organisation");
        String dataset = Optional.ofNullable(request.queryParam("dataset")).orElse("");
        if (datasets.get().ids().stream().noneMatch(id -> id.value().equals(dataset))) {
            throw Problem.badRequest("unknown-dataset", "Which dataset?", "Say what is withdrawn with ?dataset=NAME."
                            + Nearest.question(dataset, datasets.get().ids().stream().map(DatasetId::value).toList()))
                    .refused();
        }
        Optional<String> period = Optional.ofNullable(request.queryParam("period"));
        if (period.isPresent() && Period.parse(period.get()).isEmpty()) {
            throw Problem.badRequest("unknown-period", "Which period?", "Give it as in 2024, 2024-06 or 2024-autumn.").refused();
        }
        Registry.Withdrawn withdrawn = registry.withdraw(organisation, dataset, period, caller.actor());
        request.json(Map.of("tables", withdrawn.tables(), "files", withdrawn.files()));
    }

    /// A delivery as the API shows it.
    public static Map<String, Object> shown(Delivery delivery) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", delivery.id().toString());
        shown.put("organisation", delivery.organisation().value());
        shown.put("received_at", delivery.receivedAt().toString());
        shown.put("received_from", delivery.receivedFrom());
        if (delivery.files().size() == 1) {
            shown.putAll(shown(delivery.files().getFirst()));
        }
        shown.put("files", delivery.files().stream().map(DeliveryRoutes::shown).toList());
        return shown;
    }

    /// A file as the API shows it.
    public static Map<String, Object> shown(DeliveredFile file) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("number", file.number());
        shown.put("file", file.file());
        shown.put("resource", file.resource());
        shown.put("bytes", file.bytes());
        shown.put("state", file.state().word());
        file.findings().ifPresent(findings -> {
            shown.put("rows_read", findings.rowsRead());
            shown.put("rows_kept", findings.rowsKept());
            shown.put("rows_refused", findings.rowsRefused());
            shown.put("errors", findings.errors());
            shown.put("warnings", findings.warnings());
            shown.put("notices", findings.notices());
            shown.put("report", "/v1/deliveries/" + file.delivery() + "/report?file=" + file.number());
            shown.put("tables", findings.tables().stream().map(DeliveryRoutes::shown).toList());
        });
        return shown;
    }

    private static Map<String, Object> shown(DeliveredTable table) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("dataset", table.dataset());
        shown.put("table", table.table());
        shown.put("period", table.period());
        shown.put("part", table.part());
        shown.put("state", table.state().word());
        shown.put("rows_read", table.rowsRead());
        shown.put("rows_kept", table.rowsKept());
        shown.put("rows_refused", table.rowsRefused());
        return shown;
    }
}
