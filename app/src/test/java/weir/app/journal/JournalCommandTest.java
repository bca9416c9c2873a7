package weir.app.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.app.serve.Parts;
import weir.app.serve.RunningService;
import weir.app.serve.SharedService;
import weir.app.serve.Surroundings;
import weir.app.settings.ServiceSettings;
import weir.platform.json.Json;
import weir.platform.settings.SettingValues;

import static org.assertj.core.api.Assertions.assertThat;

/// The journal of a running service is read and proved. Keys are made for something to stand in it.
@ExtendWith(SharedService.class)
@ResourceLock(SharedService.LOCK)
final class JournalCommandTest {

    private Path data = Path.of("");

    @BeforeEach
    void find(RunningService service) {
        data = service.folder();
    }

    private Ended journal(Object... words) {
        List<Object> all = new ArrayList<>(List.of("journal"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", data));
        return WeirProgram.shipped().run(all.toArray());
    }

    private void makeKeyOf(String organisation) {
        Ended made = WeirProgram.shipped()
                .run("key", "add", "--organisation", organisation, "--role", "viewer:" + organisation, "--data", data);
        assertThat(made.exit()).as(made.toString()).isZero();
    }

    @Test
    void listsWhatIsWantedAsTextJsonAndCsv() {
        makeKeyOf("JRNA");
        makeKeyOf("JRNA");
        makeKeyOf("JRNB");
        Ended text = journal("list", "--organisation", "JRNA", "--action", "key-made");
        assertThat(text.exit()).as(text.toString()).isZero();
        assertThat(text.out().lines()).hasSize(2).allMatch(line -> line.contains("key-made") && line.contains("organisation=JRNA"));

        JsonNode json = Json.read(journal("list", "--organisation", "JRNA", "--json").out(), JsonNode.class);
        assertThat(json.size()).isEqualTo(2);
        assertThat(json.get(0).path("action").asString()).isEqualTo("key-made");
        assertThat(json.get(0).path("sequence").asLong()).isLessThan(json.get(1).path("sequence").asLong());

        List<String> csv = journal("list", "--organisation", "JRNA", "--csv").out().lines().toList();
        assertThat(csv).hasSize(3);
        assertThat(csv.getFirst()).startsWith("sequence,at,action,");
        assertThat(csv.get(1)).startsWith(json.get(0).path("sequence").asString() + ",").contains(",JRNA,");
    }

    @Test
    void listsNothingWhereNothingIs() {
        makeKeyOf("JRNC");
        assertThat(journal("list", "--organisation", "JRNC", "--action", "run-started").out()).isEmpty();
        assertThat(journal("list", "--since", "9998-01-01").out()).isEmpty();
        assertThat(journal("list", "--until", "2001-01-01T00:00:00Z", "--json").out()).isEqualTo("[]\n");
        assertThat(journal("list", "--organisation", "JRNC", "--since", "2001-01-01").out()).contains("key-made");
    }

    @Test
    void refusesWishesThatAreNone() {
        assertThat(journal("list", "--since", "yesterday").err()).contains("a day like 2026-11-22");
        for (Object[] words : new Object[][] {
            {"list", "--since", "yesterday"}, {"list", "--action", "Key Made"}, {"list", "--organisation", "no such"},
            {"list", "--json", "--csv"}
        }) {
            Ended refused = journal(words);
            assertThat(refused.exit()).as(refused.toString()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
        }
    }

    @Test
    void saysThatTheJournalIsWholeOrWhereItIsNot() {
        makeKeyOf("JRND");
        long sequence = Json.read(journal("list", "--organisation", "JRND", "--json").out(), JsonNode.class)
                .get(0).path("sequence").asLong();
        assertThat(journal("verify").out()).startsWith("The journal is whole: ");
        assertThat(journal("verify").exit()).isZero();
        tamper("UPDATE weir.journal SET organisation = 'FORGED' WHERE sequence = " + sequence);
        try {
            Ended broken = journal("verify");
            assertThat(broken.exit()).as(broken.toString()).isEqualTo(1);
            assertThat(broken.out()).contains("does not hold at entry " + sequence + ":").doesNotContain("FORGED");
        } finally {
            tamper("UPDATE weir.journal SET organisation = 'JRND' WHERE sequence = " + sequence);
        }
        assertThat(journal("verify").exit()).isZero();
    }

    /// As one who owns the tables.
    private void tamper(String statement) {
        SettingValues settings = SettingValues.standard(ServiceSettings.ALL, data)
                .with(ServiceSettings.DATA, data.toString(), "test");
        try (Parts parts = new Parts(settings, Surroundings.ofThisProcess(InstantSource.system()))) {
            parts.database().change(transaction -> {
                transaction.handle().execute("ALTER TABLE weir.journal DISABLE TRIGGER USER");
                transaction.handle().execute(statement);
                transaction.handle().execute("ALTER TABLE weir.journal ENABLE TRIGGER USER");
            });
        }
    }
}
