package weir.platform.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import weir.platform.net.FreePort;
import weir.platform.secret.Secret;

/// A Kafka broker of this process's own, its data kept in a folder.
///
/// It listens on loopback only and asks for a password, which is made at the first start and kept in the file `secret`
/// beside the data, readable by the owner. Topics are never made by naming them. Messages are synced to the disk within
/// a second; until then a message that was acknowledged outlives this process, but not a power cut.
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE = 1;
    private static final String USER = "weir";
    private static final String PORT = "port";
    private static final int TRIES = 3;

    private final KafkaRaftServer server;
    private final BrokerAddress address;

    private EmbeddedKafka(KafkaRaftServer server, BrokerAddress address) {
        this.server = server;
        this.address = address;
    }

    /// Starts it, formatting the folder at the first start and recovering its logs after a crash.
    ///
    /// @param folder where its data is kept; no two processes may have it at once
    /// @param port   0 for a free one
    /// @throws EmbeddedKafkaFailed when it does not start; the data is left as it is
    public static EmbeddedKafka start(Path folder, int port, RandomGenerator random) {
        try {
            Files.createDirectories(folder);
            Secret password = password(folder, random);
            format(folder.resolve("data"), random);
            for (int tries = 1; ; tries++) {
                try {
                    return started(folder, port == 0 ? FreePort.find(random) : port, FreePort.find(random), password);
                } catch (RuntimeException e) {
                    if (port != 0 || tries == TRIES || !isPortTaken(e)) {
                        throw e;
                    }
                }
            }
        } catch (Exception e) {
            throw new EmbeddedKafkaFailed(folder, e);
        }
    }

    /// Seconds pass between finding a free port and listening on it; meanwhile another process may have got it.
    private static boolean isPortTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    private static EmbeddedKafka started(Path folder, int clientPort, int controllerPort, Secret password) throws IOException {
        KafkaRaftServer server = started(new KafkaConfig(settings(folder.resolve("data"), clientPort, controllerPort, password)));
        Files.writeString(folder.resolve(PORT), Integer.toString(clientPort), StandardCharsets.UTF_8);
        return new EmbeddedKafka(server, address(clientPort, password));
    }

    private static KafkaRaftServer started(KafkaConfig config) {
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException failed) {
            server.shutdown();
            server.awaitShutdown();
            throw failed;
        }
    }

    /// Where the broker is that has a folder, or had it last: the port is kept in a file beside the data. Empty when none
    /// was ever started there. Whether it runs now, only asking it tells.
    /// @throws EmbeddedKafkaFailed when the folder cannot be read
    public static Optional<BrokerAddress> lastKnown(Path folder) {
        try {
            Path port = folder.resolve(PORT);
            Path secret = folder.resolve("secret");
            if (!Files.exists(port) || !Files.exists(secret)) {
                return Optional.empty();
            }
            return Optional.of(address(
                    Integer.parseInt(Files.readString(port).strip()), Secret.of(Files.readString(secret).strip())));
        } catch (IOException | IllegalArgumentException e) {
            throw new EmbeddedKafkaFailed(folder, e);
        }
    }

    private static BrokerAddress address(int port, Secret password) {
        return new BrokerAddress("127.0.0.1:" + port, Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", login(password, "")));
    }

    private static Map<String, String> settings(Path data, int clientPort, int controllerPort, Secret password) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("listeners", "CLIENT://127.0.0.1:" + clientPort + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "CLIENT://127.0.0.1:" + clientPort);
        settings.put("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        String login = login(password, " user_" + USER + "=\"" + password.reveal() + "\"");
        settings.put("listener.name.client.plain.sasl.jaas.config", login);
        settings.put("listener.name.controller.plain.sasl.jaas.config", login);
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "8");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "8");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // After a kill, the controller waits this long for the broker that died before it takes the new one.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("log.flush.interval.ms", "1000");
        settings.put("log.flush.scheduler.interval.ms", "1000");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("num.recovery.threads.per.data.dir", "2");
        return settings;
    }

    private static String login(Secret password, String users) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER + "\" password=\""
                + password.reveal() + "\"" + users + ";";
    }

    private static void format(Path data, RandomGenerator random) throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Formatter formatter = new Formatter();
        formatter.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter.setNodeId(NODE);
        formatter.setClusterId(new Uuid(random.nextLong(), random.nextLong()).toString());
        formatter.addDirectory(data.toString());
        formatter.setMetadataLogDirectory(data.toString());
        formatter.setReleaseVersion(MetadataVersion.latestProduction());
        formatter.setControllerListenerName("CONTROLLER");
        formatter.setIgnoreFormatted(true);
        formatter.run();
    }

    private static Secret password(Path folder, RandomGenerator random) throws IOException {
        Path file = folder.resolve("secret");
        if (Files.exists(file)) {
            return Secret.of(Files.readString(file).strip());
        }
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        Secret made = Secret.of(HexFormat.of().formatHex(bytes));
        Path written = folder.resolve("secret.new");
        Files.deleteIfExists(written);
        Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(written, made.reveal());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    public BrokerAddress address() {
        return address;
    }

    /// Hands its partitions back and stops.
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
