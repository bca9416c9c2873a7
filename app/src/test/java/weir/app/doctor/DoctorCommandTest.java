package weir.app.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import weir.app.Folders;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.app.serve.RunningService;
import weir.app.serve.SharedService;
import weir.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SharedService.class)
@ResourceLock(SharedService.LOCK)
final class DoctorCommandTest {

    private static final String SECRET = "a-secret-nobody-may-see-0123456789abcdef";

    @TempDir
    private Path folder;

    private Ended doctor(String settings, Path data, Object... more) throws IOException {
        Path file = Folders.write(folder.resolve("weir.yaml"), settings);
        Folders.write(folder.resolve("secret"), SECRET + "\n");
        Object[] words = new Object[5 + more.length];
        System.arraycopy(new Object[] {"doctor", "--settings", file, "--data", data}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        Ended ended = WeirProgram.shipped().inRealTime().run(words);
        assertThat(ended.out() + ended.err()).doesNotContain(SECRET);
        return ended;
    }

    private static Map<String, String> levels(Ended ended) {
        return Json.read(ended.out(), JsonNode.class).path("findings").valueStream().collect(Collectors.toMap(
                finding -> finding.path("about").asString(), finding -> finding.path("level").asString()));
    }

    private static String settingsOf(RunningService service) {
        return "web:\n  port: " + URI.create(service.address()).getPort() + "\nstream:\n  port: 0\naccess:\n  service-key-file: secret\n";
    }

    @Test
    void findsNothingWrongBesideARunningService(RunningService service) throws IOException {
        Ended ended = doctor(settingsOf(service), service.folder());
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .contains("is in use: the service runs", "is the running service's", "the database answers", "PostgreSQL ", "Kafka at ")
                .doesNotContain("problem  ");
    }

    @Test
    void saysTheSameToAProgram(RunningService service) throws IOException {
        Ended ended = doctor(settingsOf(service), service.folder(), "--json");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(Json.read(ended.out(), JsonNode.class).path("is_well").asBoolean()).isTrue();
        assertThat(levels(ended))
                .containsEntry("database", "ok").containsEntry("tables", "ok").containsEntry("clock", "ok")
                .containsEntry("broker", "ok").containsEntry("objects", "ok").containsEntry("data folder", "ok")
                .containsEntry("web port", "ok").containsEntry("sign-on", "ok")
                .doesNotContainValue("problem");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void saysAllThatIsWrongWithTheSettings() throws IOException {
        Ended ended = doctor("web:\n  port: 99999\ndatabase:\n  passwrd: " + SECRET + "\n", folder.resolve("none"));
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.out()).contains("web.port", "passwrd", "2 problems");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    @Timeout(120)
    void saysThatNobodyAnswersAtTheAddressOfTheDatabase(RunningService service) throws IOException {
        String settings = "database:\n  url: jdbc:postgresql://127.0.0.1:" + closedPort() + "/weir\n  password-file: secret"
                + "\n  connection-wait: 1s\n" + settingsOf(service);
        Ended ended = doctor(settings, service.folder(), "--json");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(1);
        assertThat(levels(ended)).containsEntry("database", "problem").containsEntry("broker", "ok").containsEntry("objects", "ok");
        assertThat(Json.read(ended.out(), JsonNode.class).path("is_well").asBoolean()).isFalse();
        assertThat(ended.out()).contains("cannot be reached", "check that it runs");
    }

    @Test
    void saysThatAnotherProgramHasThePort(RunningService service) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = doctor("web:\n  port: 0\nstream:\n  port: " + other.getLocalPort() + "\n", service.folder());
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(1);
            assertThat(ended.out()).contains("stream port", "cannot be had", "Stop that program", "1 problem");
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
