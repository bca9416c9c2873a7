package weir.app.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import weir.app.settings.ServiceSettings;
import weir.collect.delivery.CheckDelivery;
import weir.collect.delivery.Deliveries;
import weir.collect.delivery.Registry;
import weir.collect.erase.Erase;
import weir.collect.inbox.Inbox;
import weir.collect.inbox.ReadInbox;
import weir.collect.output.PublishOutputs;
import weir.collect.output.Refresh;
import weir.collect.report.MakeReports;
import weir.collect.returns.CheckReturns;
import weir.collect.rulebook.Rulebook;
import weir.collect.share.MakeShare;
import weir.collect.upload.ClearUploads;
import weir.collect.upload.Uploads;
import weir.collect.workspace.Workspace;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;
import weir.engine.protect.PseudonymKey;
import weir.platform.analysis.Analysis;
import weir.platform.analysis.RuleQueries;
import weir.platform.database.Database;
import weir.platform.job.Assignment;
import weir.platform.job.Jobs;
import weir.platform.journal.Journal;
import weir.platform.objects.ObjectStore;
import weir.platform.settings.SettingValues;

/// The parts of collect, wired: for the service, and for commands that do its work.
///
/// @param readInbox empty when no inbox is set
public record CollectParts(
        Database database,
        ObjectStore objects,
        Surroundings surroundings,
        Journal journal,
        Jobs jobs,
        Rulebook rulebook,
        Deliveries deliveries,
        Registry registry,
        Uploads uploads,
        Optional<ReadInbox> readInbox) {

    /// @param inbox          where files are taken from; whoever opened it closes it
    /// @param unknownFolders told how many folders of the inbox are nobody's
    public static CollectParts of(
            Database database,
            ObjectStore objects,
            SettingValues settings,
            Surroundings surroundings,
            Supplier<Datasets> datasets,
            Organisations organisations,
            Optional<Inbox> inbox,
            IntConsumer unknownFolders) {
        Journal journal = new Journal(database);
        Jobs jobs = new Jobs(database, journal);
        Optional<PseudonymKey> pseudonyms =
                settings.find(ServiceSettings.PSEUDONYM_KEY).map(key -> PseudonymKey.parse(key.reveal()));
        Rulebook rulebook = new Rulebook(datasets, organisations, pseudonyms);
        Deliveries deliveries =
                new Deliveries(database, objects, journal, jobs, rulebook, surroundings.clock(), surroundings.random());
        Registry registry = new Registry(
                database, journal, (transaction, organisation, by) -> {
                    MakeShare.due(transaction, jobs, organisation, by);
                    CheckReturns.due(transaction, jobs, rulebook, organisation, by);
                });
        Uploads uploads = new Uploads(database, objects, deliveries, surroundings.clock(), surroundings.random());
        Optional<ReadInbox> readInbox = inbox.map(from -> new ReadInbox(
                from, database, objects, deliveries, registry, organisations, settings.get(ServiceSettings.MAX_DELIVERY),
                unknownFolders));
        return new CollectParts(
                database, objects, surroundings, journal, jobs, rulebook, deliveries, registry, uploads, readInbox);
    }

    /// Who does the jobs of collect.
    public List<Assignment<?>> assignments(Workspace workspace, Analysis analysis) {
        CheckDelivery check =
                new CheckDelivery(objects, journal, registry, workspace, rulebook, surroundings.clock());
        MakeShare makeShare = new MakeShare(
                database, objects, journal, registry, deliveries, workspace, rulebook,
                (transaction, dataset, share, by) -> PublishOutputs.due(transaction, jobs, dataset, share, by),
                surroundings.clock());
        PublishOutputs publish =
                new PublishOutputs(database, objects, journal, workspace, rulebook, analysis,
                        (transaction, useCase, dataset, by) -> MakeReports.due(transaction, jobs, rulebook, useCase, dataset, by),
                        surroundings.clock());
        MakeReports reports =
                new MakeReports(database, objects, journal, workspace, rulebook, analysis, surroundings.clock());
        CheckReturns returns =
                new CheckReturns(database, jobs, objects, journal, registry, workspace, rulebook, new RuleQueries(analysis), surroundings.clock());
        List<Assignment<?>> assignments = new ArrayList<>(List.of(
                new Assignment<>(CheckDelivery.KIND, check),
                new Assignment<>(MakeShare.KIND, makeShare),
                new Assignment<>(PublishOutputs.KIND, publish),
                new Assignment<>(MakeReports.KIND, reports),
                new Assignment<>(CheckReturns.KIND, returns),
                new Assignment<>(Refresh.KIND, new Refresh(jobs, deliveries, rulebook, surroundings.clock())),
                new Assignment<>(Erase.KIND, new Erase(database, objects, surroundings.clock())),
                new Assignment<>(ClearUploads.KIND, new ClearUploads(database, uploads, surroundings.clock()))));
        readInbox.ifPresent(read -> assignments.add(new Assignment<>(ReadInbox.KIND, read)));
        return assignments;
    }
}
