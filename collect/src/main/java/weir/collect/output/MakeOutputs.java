package weir.collect.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import weir.collect.delivery.CheckDelivery;
import weir.collect.delivery.Deliveries;
import weir.collect.delivery.Delivery;
import weir.collect.output.store.PublicationStore;
import weir.collect.workspace.Workspace;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;
import weir.engine.dataset.UseCase;
import weir.engine.dataset.UseCaseName;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.organisation.Organisation;
import weir.engine.organisation.OrganisationCode;
import weir.engine.organisation.Organisations;
import weir.engine.pipeline.CleanRequest;
import weir.engine.pipeline.Cleaning;
import weir.engine.pipeline.Conservation;
import weir.engine.pipeline.Formats;
import weir.engine.pipeline.Stated;
import weir.engine.protect.PseudonymKey;
import weir.platform.database.Database;
import weir.platform.job.JobKind;
import weir.platform.job.JobOrder;
import weir.platform.job.JobRun;
import weir.platform.job.JobWork;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;
import weir.platform.objects.ContentPut;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.PutTerms;

/// The job that makes an organisation's outputs anew from its deliveries.
///
/// Each checked delivery asks for one. As long as others wait to be checked, it leaves the work to the job of the last of
/// them, and it does nothing when later outputs stand already: forty files handed in together make one set of outputs.
public final class MakeOutputs implements JobWork<MakeOutputs.Argument> {

    public static final JobKind<Argument> KIND =
            new JobKind<>("make-outputs", Argument.class, CheckDelivery.PATIENT, Duration.ofHours(6));

    private static final ObjectKey OUTPUTS = ObjectKey.of("outputs");

    private final Database database;
    private final ObjectStore objects;
    private final Journal journal;
    private final Deliveries deliveries;
    private final Workspace workspace;
    private final Supplier<Datasets> datasets;
    private final Organisations organisations;
    private final Optional<PseudonymKey> pseudonymKey;
    private final InstantSource clock;
    private final PublicationStore store = new PublicationStore();

    /// What is submitted when a delivery was checked.
    public static JobOrder<Argument> after(Delivery delivery, Actor by) {
        OrganisationCode organisation = delivery.organisation();
        return JobOrder.of(KIND, organisation + "/" + delivery.number(), new Argument(organisation.value(), delivery.number()), by)
                .organisation(organisation);
    }

    /// @param organisation its code
    /// @param number       the delivery that asks for them
    public record Argument(String organisation, long number) {}

    public MakeOutputs(
            Database database,
            ObjectStore objects,
            Journal journal,
            Deliveries deliveries,
            Workspace workspace,
            Supplier<Datasets> datasets,
            Organisations organisations,
            Optional<PseudonymKey> pseudonymKey,
            InstantSource clock) {
        this.database = database;
        this.objects = objects;
        this.journal = journal;
        this.deliveries = deliveries;
        this.workspace = workspace;
        this.datasets = datasets;
        this.organisations = organisations;
        this.pseudonymKey = pseudonymKey;
        this.clock = clock;
    }

    /// What the outputs are made from, as one moment shows it.
    private record Given(List<Delivery> deliveries, boolean isDue) {

        long upTo() {
            return deliveries.stream().mapToLong(Delivery::number).max().orElse(0);
        }
    }

    @Override
    public void run(JobRun run, Argument argument) throws IOException {
        Organisation organisation = organisations.find(new OrganisationCode(argument.organisation())).orElseThrow();
        Given given = given(organisation.code(), argument.number());
        if (!given.isDue()) {
            run.complete(_ -> {});
            return;
        }
        try (Workspace.Folder folder = workspace.open()) {
            List<Content> contents = fetch(run, folder, given.deliveries());
            Path made = folder.path().resolve("made");
            Cleaning.Done done = new Cleaning(request(run, organisation), List.of(), clock.instant())
                    .run(contents, Stated.NOTHING, made);
            List<OutputFile> files = keep(organisation.code(), made.resolve("outputs"));
            complete(run, organisation.code(), given, done, files);
        }
    }

    private Given given(OrganisationCode organisation, long number) {
        return database.read(transaction -> {
            boolean isDue = deliveries.waiting(transaction, organisation) == 0 && store.upTo(transaction, organisation) < number;
            return new Given(isDue ? deliveries.latest(transaction, organisation) : List.of(), isDue);
        });
    }

    private List<Content> fetch(JobRun run, Workspace.Folder folder, List<Delivery> given) throws IOException {
        List<Content> contents = new ArrayList<>();
        for (Delivery delivery : given) {
            run.checkCancelled();
            Path file = folder.fetch(objects, Deliveries.resource(delivery.resource()), "resources/" + delivery.id());
            contents.add(Content.of(file, delivery.file()));
            run.progress(contents.size(), given.size(), "files fetched");
        }
        return contents;
    }

    private CleanRequest request(JobRun run, Organisation organisation) {
        List<Dataset> all = datasets.get().all();
        List<UseCaseName> useCases =
                all.stream().flatMap(dataset -> dataset.useCases().stream()).map(UseCase::name).distinct().toList();
        return new CleanRequest(
                all,
                organisation,
                organisations.agreements(organisation.code()),
                useCases,
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")),
                new Formats(true, true),
                CleanRequest.USUAL_PART_BYTES,
                pseudonymKey,
                Limits.usual(),
                CleanRequest.USUAL_ARENA_BYTES,
                _ -> run.checkCancelled());
    }

    private List<OutputFile> keep(OrganisationCode organisation, Path outputs) throws IOException {
        List<OutputFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.exists(outputs) ? Files.walk(outputs) : Stream.empty()) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                Path relative = outputs.relativize(file);
                try (var in = Files.newInputStream(file)) {
                    ContentPut kept = objects.putContent(OUTPUTS, in, PutTerms.none());
                    files.add(new OutputFile(
                            organisation,
                            relative.getName(0).toString(),
                            relative.subpath(1, relative.getNameCount()).toString().replace('\\', '/'),
                            kept.object().key().value(),
                            kept.object().size(),
                            kept.object().sha256().hex()));
                }
            }
        }
        return files;
    }

    private void complete(
            JobRun run, OrganisationCode organisation, Given given, Cleaning.Done done, List<OutputFile> files) {
        UUID id = UUID.nameUUIDFromBytes((organisation + " " + run.runId()).getBytes(StandardCharsets.UTF_8));
        run.complete(transaction -> {
            if (!store.publish(transaction, id, organisation, run.runId().value(), given.upTo(), files)) {
                return;
            }
            for (Conservation account : done.result().accounts()) {
                journal.append(transaction, entry(run, Action.RUN_STEP, organisation, account.what()).counts(Map.of(
                        "rows-in", account.in(),
                        "rows-kept", account.kept(),
                        "rows-refused", account.refused(),
                        "rows-merged", account.merged())));
            }
            journal.append(transaction, entry(run, Action.STATE_CHANGED, organisation, id.toString())
                    .count("files", files.size())
                    .count("deliveries", given.deliveries().size())
                    .detail("state", "published"));
        });
    }

    private static Entry entry(JobRun run, Action action, OrganisationCode organisation, String subject) {
        return Entry.of(action, run.actor(), new Subject("publication", subject.toLowerCase(Locale.ROOT)))
                .organisation(organisation)
                .run(run.runId());
    }
}
