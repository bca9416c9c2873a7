package weir.app.handin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;
import weir.app.serve.CollectParts;
import weir.app.serve.Parts;
import weir.app.serve.Surroundings;
import weir.app.settings.ServiceSettings;
import weir.app.terminal.CountedStream;
import weir.app.terminal.WrongUse;
import weir.collect.delivery.DeliveredFile;
import weir.collect.delivery.Deliveries;
import weir.collect.delivery.Delivery;
import weir.collect.delivery.DeliveryId;
import weir.collect.delivery.DeliveryRoutes;
import weir.collect.delivery.HandInQuestions;
import weir.collect.delivery.Received;
import weir.collect.delivery.Registry;
import weir.collect.delivery.ReportForm;
import weir.collect.returns.ReturnCheck;
import weir.collect.returns.ReturnRoutes;
import weir.collect.returns.Returns;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.Period;
import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;
import weir.engine.yaml.Nearest;
import weir.platform.journal.Actor;
import weir.platform.json.Json;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.TooLarge;
import weir.platform.settings.SettingValues;
import weir.platform.web.RequestRefused;

/// The data folder and its parts, whether a service has them or not.
final class FolderDoor implements Door {

    private final SettingValues settings;
    private final Parts parts;
    private final CollectParts collect;
    private final Supplier<Datasets> datasets;
    private final HandInQuestions questions;
    private final Returns returns;
    private final Actor operator = Actor.person(Parts.operator());

    FolderDoor(SettingValues settings, Surroundings surroundings, Supplier<Datasets> datasets, Organisations organisations) {
        this.settings = settings;
        this.datasets = datasets;
        this.parts = new Parts(settings, surroundings);
        try {
            this.collect = CollectParts.of(
                    parts.database(), parts.objects(), settings, surroundings, datasets, organisations, Optional.empty(), _ -> { });
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
        this.questions = new HandInQuestions(collect.deliveries(), organisations);
        this.returns = new Returns(collect.database(), collect.objects());
    }

    private interface Asking<T> {

        T ask() throws IOException;
    }

    /// The same questions as over HTTP, with the same answers.
    /// @throws WrongUse when there is no such organisation
    private static <T> T asked(Asking<T> asking) throws IOException {
        try {
            return asking.ask();
        } catch (RequestRefused e) {
            String sentence = e.problem().title() + ": " + e.problem().detail();
            if (e.problem().code().equals("unknown-organisation")) {
                throw new WrongUse(sentence);
            }
            throw new DoorRefused(sentence, e.problem().code().equals("unknown-file"));
        }
    }

    @Override
    public JsonNode handIn(String organisation, Optional<String> delivery, String name, Path file, LongConsumer progress)
            throws IOException {
        long limit = settings.get(ServiceSettings.MAX_DELIVERY).bytes();
        parts.checkInterruption();
        Received received = asked(() -> {
            OrganisationCode code = questions.organisation(Optional.of(organisation));
            DeliveryId id = questions.delivery(delivery, code);
            try (InputStream content = new CountedStream(Files.newInputStream(file), progress)) {
                return collect.deliveries().receive(id, code, HandInQuestions.file(Optional.of(name)), content, limit, operator);
            } catch (TooLarge e) {
                throw new DoorRefused("The file is too large: the most that is taken is "
                        + settings.get(ServiceSettings.MAX_DELIVERY) + ".", true);
            }
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", received.file().delivery().toString());
        answer.put("organisation", organisation);
        answer.putAll(DeliveryRoutes.shown(received.file()));
        answer.put("is_new", received.isNew());
        return node(answer);
    }

    private static JsonNode node(Object answer) {
        return Json.read(Json.write(answer), JsonNode.class);
    }

    @Override
    public JsonNode deliveries(String organisation, int limit) throws IOException {
        OrganisationCode code = asked(() -> questions.organisation(Optional.of(organisation)));
        List<Delivery> page = collect.deliveries().page(code, Long.MAX_VALUE, limit);
        return node(page.stream().map(DeliveryRoutes::shown).toList());
    }

    private Delivery found(String id) {
        Deliveries deliveries = collect.deliveries();
        return DeliveryId.parse(id)
                .flatMap(deliveries::find)
                .orElseThrow(() -> new DoorRefused("There is no such delivery: 'weir deliveries' shows them.", false));
    }

    @Override
    public JsonNode delivery(String id) {
        return node(DeliveryRoutes.shown(found(id)));
    }

    @Override
    public String report(String delivery, int number, String form) throws IOException {
        String folder = found(delivery).files().stream()
                .filter(file -> file.number() == number)
                .flatMap(file -> file.findings().map(DeliveredFile.Findings::reports).stream())
                .findFirst()
                .orElseThrow(() -> new DoorRefused("There is no report of the file.", false));
        return text(collect.objects().read(ObjectKey.of(folder).child(form(form).object())));
    }

    private static ReportForm form(String word) {
        return word.equals("json") ? ReportForm.JSON : ReportForm.TEXT;
    }

    private static String text(InputStream content) throws IOException {
        try (content) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public JsonNode returns(String organisation) throws IOException {
        OrganisationCode code = asked(() -> questions.organisation(Optional.of(organisation)));
        return node(returns.of(code).stream().map(ReturnRoutes::shown).toList());
    }

    @Override
    public String returnReport(String organisation, String dataset, String period, String form) throws IOException {
        OrganisationCode code = asked(() -> questions.organisation(Optional.of(organisation)));
        ReturnCheck check = returns.find(code, dataset, period)
                .orElseThrow(() -> new DoorRefused("There is no such return: 'weir returns' shows them.", false));
        return text(returns.report(check, form(form)));
    }

    @Override
    public JsonNode withdraw(String organisation, String dataset, Optional<String> period) throws IOException {
        OrganisationCode code = asked(() -> questions.organisation(Optional.of(organisation)));
        List<String> known = datasets.get().ids().stream().map(DatasetId::value).toList();
        if (!known.contains(dataset)) {
            throw new WrongUse("There is no dataset " + dataset + "." + Nearest.question(dataset, known));
        }
        if (period.isPresent() && Period.parse(period.get()).isEmpty()) {
            throw new WrongUse("--period must be a year like 2024, 2024-06 or 2024-autumn.");
        }
        Registry.Withdrawn withdrawn = collect.registry().withdraw(code, dataset, period, operator);
        return node(Map.of("tables", withdrawn.tables(), "files", withdrawn.files()));
    }

    /// Does it when no service has the folder.
    @Override
    public void work() throws IOException {
        if (!parts.isHeldByAnother()) {
            try (CollectWork work = CollectWork.start(collect, settings, parts.folder())) {
                work.awaitChecked(parts::checkInterruption);
            }
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
