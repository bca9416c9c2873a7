package weir.app.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import weir.app.WeirProgram;
import weir.app.settings.ServiceSettings;
import weir.platform.net.FreePort;
import weir.platform.settings.SettingValues;
import weir.platform.settings.SettingsFile;

/// Where a process of the service runs: its folder, its ports, its settings file and its environment.
record Place(Path folder, int port, String settings, Map<String, String> environment) {

    /// A place of its own with everything embedded.
    static Place in(Path folder) throws IOException {
        return new Place(folder, freePort(), "jobs.poll: 100ms\njobs.heartbeat: 1s\n", Map.of()).with("WEIR_DATABASE_EMBEDDED_PROGRAMS", programs());
    }

    /// PostgreSQL's programs, unpacked once for all tests.
    static Path programs() {
        return WeirProgram.root().resolve("platform/target/postgres-programs");
    }

    static int freePort() throws IOException {
        return FreePort.find(new SplittableRandom());
    }

    /// The same with a variable of the environment.
    Place with(String variable, Object value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value.toString());
        return new Place(folder, port, settings, more);
    }

    /// The same with this text as `weir.yaml`.
    Place settings(String text) {
        return new Place(folder, port, text, environment);
    }

    /// Its settings, for a service in this process.
    SettingValues values() throws IOException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("weir.yaml"), settings, StandardCharsets.UTF_8);
        Map<String, String> variables = new LinkedHashMap<>(environment);
        variables.put("WEIR_DATA", data().toString());
        variables.put("WEIR_WEB_PORT", Integer.toString(port));
        variables.put("WEIR_STREAM_PORT", "0");
        return SettingsFile.read(ServiceSettings.ALL, Optional.of(file), variables, ServiceSettings.OTHER_VARIABLES, folder);
    }

    Path data() {
        return folder.resolve("data");
    }

    /// What all its processes have said, one after the other.
    Path log() {
        return folder.resolve("log");
    }

    String said() throws IOException {
        return Files.exists(log()) ? Files.readString(log(), StandardCharsets.UTF_8) : "";
    }

    /// What it said last of what went wrong, and where.
    String complaints() throws IOException {
        List<String> lines = said().lines().filter(Place::isComplaint).toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 400), lines.size()));
    }

    private static boolean isComplaint(String line) {
        return line.contains(" ERROR ") || line.contains(" WARN ") || line.startsWith("\t") || line.startsWith("Caused by");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }
}
