package weir.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.engine.organisation.OrganisationCode;
import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.broker.Broker;
import weir.platform.broker.BrokerAddress;
import weir.platform.broker.EmbeddedKafka;
import weir.platform.broker.Topic;
import weir.platform.database.Transaction;
import weir.platform.web.Listener;
import weir.platform.web.WebServer;
import weir.platform.web.WebSettings;
import weir.stream.read.ReadLimits;
import weir.stream.read.ReadRoutes;

/// Times the reading of a stream over HTTP, from the first byte asked for to the last, with broker, listener and client in one
/// process on one machine. Prints messages and megabytes a second for each round; the first has a cold JVM.
public final class StreamReadBench {

    private static final String TOPIC = "bench.students.none";
    private static final int MESSAGE_BYTES = 1_000;
    private static final int PARTITIONS = 5;
    private static final int IN_A_TRANSACTION = 10_000;
    private static final int ROUNDS = 6;

    private StreamReadBench() {}

    /// @param arguments how many messages; 300,000 when it is not said
    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length == 0 ? 300_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("weir-stream-read");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, RandomGenerator.getDefault())) {
            write(kafka.address(), messages);
            ReadRoutes routes = new ReadRoutes(kafka.address(), new NoJournal(), ReadLimits.USUAL);
            try (WebServer server = WebServer.start(
                    new Listener("stream", "127.0.0.1", 0), WebSettings.usual(), RandomGenerator.getDefault(),
                    (_, _, _, _, _) -> { }, List.of(routes))) {
                for (int round = 1; round <= ROUNDS; round++) {
                    time(System.out, URI.create(server.address() + "/bench/students/none"), messages, round);
                }
            }
        }
    }

    private static void write(BrokerAddress address, int messages) throws Exception {
        try (Broker broker = Broker.open(address, Duration.ofSeconds(20))) {
            broker.ensure(List.of(Topic.kept(TOPIC, PARTITIONS, Duration.ofDays(1))));
        }
        Map<String, Object> properties = address.clientProperties();
        properties.put("transactional.id", "bench");
        byte[] value = ("<StudentPersonal RefId=\"x\">\n" + "  <FamilyName>Papadopoulos</FamilyName>\n".repeat(30))
                .substring(0, MESSAGE_BYTES)
                .getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (int i = 0; i < messages; i++) {
                if (i % IN_A_TRANSACTION == 0) {
                    producer.beginTransaction();
                }
                byte[] key = ("prv_filter:" + i).getBytes(StandardCharsets.UTF_8);
                Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(TOPIC, key, value));
                if (i % IN_A_TRANSACTION == IN_A_TRANSACTION - 1 || i == messages - 1) {
                    producer.commitTransaction();
                }
            }
        }
    }

    private static void time(PrintStream out, URI stream, int messages, int round) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            long start = System.nanoTime();
            long bytes = 0;
            try (InputStream body = client.send(HttpRequest.newBuilder(stream).build(), BodyHandlers.ofInputStream()).body()) {
                byte[] buffer = new byte[1 << 16];
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    bytes += read;
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(Locale.ROOT, "round %d: %,.0f messages/s, %.0f MB/s%n", round, messages / seconds, bytes / seconds / 1e6);
        }
    }

    /// Nobody reads what is not anybody's.
    private static final class NoJournal implements AccessEvents {

        @Override
        public void personalDataRead(Caller caller, Optional<OrganisationCode> organisation, String what) {}

        @Override
        public void signedIn(Transaction transaction, Caller caller) {}

        @Override
        public void signedOut(Caller caller) {}

        @Override
        public void signInRefused(Refusal reason) {}

        @Override
        public void keyMade(Transaction transaction, String by, String id, OrganisationCode organisation) {}

        @Override
        public void keyRevoked(Transaction transaction, String by, String id) {}

        @Override
        public void rolesGiven(String by, String to, Set<Grant> grants) {}

        @Override
        public void passwordChanged(String by, String of) {}

        @Override
        public void userRemoved(String by, String name) {}
    }
}
