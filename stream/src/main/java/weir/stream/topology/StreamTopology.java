package weir.stream.topology;

import java.util.Optional;
import java.util.function.Supplier;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import weir.platform.broker.BrokerAddress;
import weir.stream.message.TopicName;
import weir.stream.registration.RegistrationForm;
import weir.stream.registration.SrmRules;
import weir.stream.registration.StudentPreparation;

/// Which service reads what. The services bear the names that NIAS gave them.
final class StreamTopology {

    private final Topology topology = new Topology();
    private final StreamRules rules;
    private final Tally tally;

    private StreamTopology(StreamRules rules, Tally tally) {
        this.rules = rules;
        this.tally = tally;
    }

    /// @param tally told of each message a service reads
    static Topology of(
            StreamRules rules, KnownStreams streams, BrokerAddress broker, ObjectSpool.Place spools, Tally tally) {
        return new StreamTopology(rules, tally).wired(streams, broker, spools);
    }

    private Topology wired(KnownStreams streams, BrokerAddress broker, ObjectSpool.Place spools) {
        source(StreamTopics.INGEST);
        service("sif-ingest-validate", StreamTopics.INGEST, () -> new IngestValidate(rules.splitter(), Optional.of(rules.reports())));
        topology.addStateStore(LastingName.builder(), "sif-ingest-validate");
        source(StreamTopics.BULK_INGEST);
        service("sif-bulk-ingest-validate", StreamTopics.BULK_INGEST,
                () -> new BulkIngestValidate(rules.splitter(), new PieceReader(broker), spools));
        source(StreamTopics.VALIDATED);
        service("sif-process", StreamTopics.VALIDATED, this::process);

        source(StreamTopics.PROCESSED);
        service("privacyfilter", StreamTopics.PROCESSED, () -> new PrivacyService(rules.filter(), streams));
        service("sif-parser", StreamTopics.PROCESSED, ParserService::new);
        service("sif2csv-SRM-validate", StreamTopics.PROCESSED, () -> new RegistrationService(srm()));
        service("studentpersonal-naplanreg-unique-ids-storage", StreamTopics.PROCESSED, () -> new RegistrationService(uniqueIds()));
        service("file-report", StreamTopics.PROCESSED, () -> new RegistrationService(reports()));

        source(StreamTopics.STUDENT_CSV);
        service("csv2sif-studentpersonal-naplanreg-parser", StreamTopics.STUDENT_CSV, () -> new CsvToSifService(
                RegistrationForm.STUDENT, TopicName.parse(RegistrationStreams.STUDENTS_FROM_CSV), Optional.of(rules.reports())));
        source(StreamTopics.STAFF_CSV);
        service("csv2sif-staffpersonal-naplanreg-parser", StreamTopics.STAFF_CSV, () -> new CsvToSifService(
                RegistrationForm.STAFF, TopicName.parse(RegistrationStreams.STAFF_FROM_CSV), Optional.empty()));
        source(RegistrationStreams.STUDENTS_IN + ".none");
        service("sif2csv-studentpersonal-naplanreg-parser", RegistrationStreams.STUDENTS_IN + ".none",
                () -> new SifToCsvService(StreamTopics.STUDENT_CSV_OUT));
        source(RegistrationStreams.STAFF_IN + ".none");
        service("sif2csv-staffpersonal-naplanreg-parser", RegistrationStreams.STAFF_IN + ".none",
                () -> new SifToCsvService(StreamTopics.STAFF_CSV_OUT));
        return topology;
    }

    private void source(String topic) {
        topology.addSource(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic);
    }

    /// Each service has a way out of its own: messages go to the topic they are addressed to.
    private void service(String name, String from, Supplier<StreamService> service) {
        topology.addProcessor(name, () -> new ServiceProcessor(name, service.get(), tally), from);
        topology.addSink(
                name + "-out", (_, message, _) -> message.topic(), new ByteArraySerializer(), Addressed.serializer(),
                Addressed.partitioner(), name);
    }

    private StreamService process() {
        return rules.platformIds()
                .map(ids -> new ProcessService(StudentPreparation.withIds(ids::next), ids::take))
                .orElseGet(() -> new ProcessService(StudentPreparation.withoutIds(), _ -> {}));
    }

    private RegistrationService.Judge srm() {
        SrmRules srm = rules.srm();
        return (header, object, findings) ->
                srm.errors(object, header.ordinal()).forEach(error -> findings.add(StreamTopics.SRM_ERRORS, error));
    }

    private RegistrationService.Judge uniqueIds() {
        return (header, object, findings) -> rules.uniqueIds()
                .check(header.document(), header.ordinal(), object)
                .forEach(error -> findings.add(StreamTopics.SRM_ERRORS, error));
    }

    private RegistrationService.Judge reports() {
        return (header, object, findings) -> {
            if (object.isStudent()) {
                rules.reports()
                        .add(header.document(), header.total(), header.ordinal(), object)
                        .ifPresent(report -> findings.add(StreamTopics.FILE_REPORT, report));
            }
        };
    }
}
