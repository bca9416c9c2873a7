package weir.app.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

import weir.app.serve.Parts;
import weir.app.settings.ServiceSettings;
import weir.platform.settings.Setting;
import weir.platform.settings.SettingValues;

/// Java, memory, disk, the data folder and ports.
final class MachineChecks {

    private static final long LEAST_ROOM = 2L << 30;
    private static final long LEAST_HEAP = 256L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Checkup checkup;
    private final SettingValues settings;
    private final Parts parts;
    private final boolean isNew;

    /// @param parts of the data folder
    /// @param isNew whether there is no data folder yet
    MachineChecks(Checkup checkup, SettingValues settings, Parts parts, boolean isNew) {
        this.checkup = checkup;
        this.settings = settings;
        this.parts = parts;
        this.isNew = isNew;
    }

    void run() {
        checkup.look("java", MachineChecks::java);
        checkup.look("memory", MachineChecks::memory);
        checkup.look("disk", this::disk);
        checkup.look("data folder", this::folder);
        port("web port", ServiceSettings.WEB_HOST, ServiceSettings.WEB_PORT);
        port("stream port", ServiceSettings.STREAM_HOST, ServiceSettings.STREAM_PORT);
    }

    private static Finding java() {
        int feature = Runtime.version().feature();
        String version = "Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors";
        return feature >= 25
                ? Finding.ok("java", version)
                : Finding.problem("java", version, "Install Java 25 or later and name it by WEIR_JAVA_HOME.");
    }

    private static Finding memory() {
        long heap = Runtime.getRuntime().maxMemory();
        String found = megabytes(heap) + " for the program, database and broker beside it";
        return heap >= LEAST_HEAP
                ? Finding.ok("memory", found)
                : Finding.warning("memory", found, "Set WEIR_HEAP=512m or more.");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
    }

    private Finding disk() throws IOException {
        Path there = existing(parts.folder());
        FileStore store = Files.getFileStore(there);
        String found = megabytes(store.getUsableSpace()) + " free where the data folder is";
        return store.getUsableSpace() >= LEAST_ROOM
                ? Finding.ok("disk", found)
                : Finding.warning("disk", found, "Make room: under 2,048 MB a large delivery may not fit.");
    }

    private static Path existing(Path path) {
        Path found = path.toAbsolutePath();
        while (!Files.exists(found) && found.getParent() != null) {
            found = Objects.requireNonNull(found.getParent());
        }
        return found;
    }

    private Finding folder() {
        Path folder = parts.folder();
        if (isNew) {
            Path above = existing(folder);
            return Files.isWritable(above)
                    ? Finding.ok("data folder", folder + " is not there yet: 'weir serve' makes it")
                    : Finding.problem("data folder", folder + " cannot be made", "Let this user write to " + above + ", or name another with 'data'.");
        }
        if (parts.isHeldByAnother()) {
            return Finding.ok("data folder", folder + " is in use: the service runs");
        }
        return Finding.ok("data folder", folder + " can be written and nobody has it");
    }

    private void port(String about, Setting<String> hostSetting, Setting<Integer> portSetting) {
        checkup.look(about, () -> {
            String host = settings.get(hostSetting);
            int port = settings.get(portSetting);
            if (port == 0) {
                return Finding.ok(about, "a free one is taken at each start");
            }
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(host, port));
                return Finding.ok(about, host + ":" + port + " is free");
            } catch (IOException e) {
                return !isNew && parts.isHeldByAnother() && answersAsWeir(host, port)
                        ? Finding.ok(about, host + ":" + port + " is the running service's")
                        : Finding.problem(about, host + ":" + port + " cannot be had: another program has it, or the address is not this machine's",
                                "Stop that program, or set " + portSetting.key() + " and " + hostSetting.key() + " to others.");
            }
        });
    }

    private static boolean answersAsWeir(String host, int port) throws InterruptedException {
        String reached = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + reached + ":" + port + "/health")).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.ofString()).body().contains("\"ready\"");
        } catch (IOException e) {
            return false;
        }
    }
}
