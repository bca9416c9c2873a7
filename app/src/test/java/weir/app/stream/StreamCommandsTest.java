package weir.app.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.serve.RunningService;
import weir.app.settings.ServiceSettings;
import weir.engine.organisation.Organisations;
import weir.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The commands about streams beside a real service, from made-up students to what is read of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StreamCommandsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WeirProgram weir = WeirProgram.shipped().inRealTime();

    private Path folder;
    private RunningService service;

    @BeforeAll
    void start(@TempDir Path made) {
        folder = made;
        service = RunningService.on(
                folder.resolve("data"), Organisations.read(WeirProgram.root().resolve("datasets/organisations.yaml")),
                settings -> settings.with(ServiceSettings.ROLES, "web,stream,worker,scheduler", "test"));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private WeirProgram.Ended stream(Object... words) {
        List<Object> all = new ArrayList<>(List.of("stream"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data")));
        return weir.run(all.toArray());
    }

    private WeirProgram.Ended post(Path file, String to) {
        return stream("post", file, "--to", to, "--url", service.streamAddress());
    }

    private Path students(int count, String name) {
        Path file = folder.resolve(name);
        WeirProgram.Ended made = weir.run("generate", "sif", "--students", count, "--to", file);
        assertThat(made.exit()).as(made.toString()).isZero();
        assertThat(made.out()).startsWith("Wrote " + count + " students (");
        return file;
    }

    private long count(String name) {
        JsonNode streams = Json.read(stream("topics", "--json").out(), JsonNode.class);
        return streams.valueStream().filter(one -> one.path("stream").asString().equals(name))
                .mapToLong(one -> one.path("messages").asLong()).findFirst().orElse(0);
    }

    /// How many lines a stream gives now; the last is where to go on. A stream may not be there yet.
    private long lines(String name, String level) {
        return stream("read", name, "--level", level, "--json").out().lines().count();
    }

    private List<String> read(String... words) {
        List<Object> all = new ArrayList<>(List.of("read"));
        all.addAll(List.of(words));
        WeirProgram.Ended ended = stream(all.toArray());
        assertThat(ended.exit()).as(ended.err()).isZero();
        return ended.out().lines().toList();
    }

    @Test
    void whatIsPostedIsReadAtEveryLevelAndGoesOnWhereTheReadingEnded() {
        assertThat(post(students(20, "small.xml"), "commands.small").err()).contains("small.xml: taken as document ");
        await().atMost(PATIENCE).until(() -> lines("commands.small", "extreme") == 21);

        await().atMost(PATIENCE).until(() -> lines("commands.small", "low") == 21 && lines("commands.small", "none") == 21);
        assertThat(read("commands.small", "--level", "none", "--limit", "1")).anyMatch(line -> line.contains("<StudentPersonal "));
        WeirProgram.Ended first = stream("read", "commands.small", "--level", "low", "--limit", "15", "--json");
        String place = first.err().strip().substring("Go on with --from ".length());
        assertThat(read("commands.small", "--level", "low", "--from", place, "--json")).hasSize(6);
        assertThat(count("commands.small.low")).isGreaterThanOrEqualTo(20);
        assertThat(weir.run("journal", "list", "--action", "personal-data-read", "--data", folder.resolve("data")).out())
                .contains("stream commands.small.low");
    }

    @Test
    void aLargeFileGoesByTheBulkDoor() throws IOException {
        Path file = students(600, "large.xml");
        assertThat(Files.size(file)).isGreaterThan(1_000_000);
        assertThat(post(file, "commands.large").exit()).isZero();
        await().atMost(PATIENCE).until(() -> lines("commands.large", "high") == 601);
    }

    @Test
    void whatIsWrongIsAmongTheErrors() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.xml"), "<StudentPersonals><StudentPersonal></StudentPersonals>");
        assertThat(post(file, "commands.wrong").exit()).isZero();
        await().atMost(PATIENCE).until(() -> stream("errors").out().contains("XML Well-Formedness Error"));
        assertThat(stream("errors").out()).contains("well-formedness error").doesNotContain("0:0:0 XML");
        assertThat(stream("errors", "--json").out().lines()).anyMatch(
                line -> Json.read(line, JsonNode.class).path("type").asString().equals("XML Well-Formedness Error"));
    }

    @Test
    void thereIsNothingToSendBack() {
        WeirProgram.Ended ended = stream("replay", "--dry-run");
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("dead letters would be sent back. Nothing was changed.");
    }

    @Test
    void wrongUseIsToldWithItsMend() throws IOException {
        assertThat(stream("read", "no.such").err()).contains("There is no stream no.such: weir stream topics lists");
        assertThat(stream("read", "nosuch").err()).contains("is no name of a stream");
        assertThat(stream("read", "sifxml.errors", "--level", "most").err()).contains("--level must be none, low");
        assertThat(stream("read", "sifxml.errors", "--from", "newest").err()).contains("--from must be 'earliest'");
        assertThat(stream("read", "sifxml.errors", "--from", "77:1").err()).contains("--from must be 'earliest'");
        Path text = Files.writeString(folder.resolve("a.txt"), "a");
        WeirProgram.Ended typed = post(text, "commands.text");
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.err()).contains("say what it is with --type");
        Path json = Files.writeString(folder.resolve("a.json"), "{");
        assertThat(post(json, "commands.text").err()).contains("was not taken");
        assertThat(stream("post", json, "--to", "a.b", "--url", "http://127.0.0.1:1").exit()).isEqualTo(3);
        assertThat(weir.run("generate", "sif", "--students", "0", "--to", folder.resolve("x")).exit()).isEqualTo(2);
    }
}
