package weir.platform.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.secret.Secret;
import weir.platform.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class SettingsFileTest {

    private static final Setting<Integer> PORT = Setting.number("web.port", 8080, 0, 65535, "The port.");
    private static final Setting<Duration> WAIT = Setting.time("web.stop-wait", "30s", "How long.");
    private static final Setting<DataSize> BODY = Setting.size("web.max-body", "1MB", "How large.");
    private static final Setting<Path> FOLDER = Setting.path("data", "weir-data", "Where.");
    private static final Setting<Secret> PASSWORD = Setting.secret("database.password", "The password.");
    private static final Setting<Map<String, String>> GROUPS = Setting.mapping("access.groups", "Who may what.");
    private static final List<SettingsGroup> ALL = List.of(
            new SettingsGroup("", "Alone.", List.of(FOLDER)),
            new SettingsGroup("web", "The web.", List.of(PORT, WAIT, BODY)),
            new SettingsGroup("database", "The database.", List.of(PASSWORD)),
            new SettingsGroup("access", "Access.", List.of(GROUPS)));

    @TempDir
    private Path folder;

    private SettingValues read(String yaml, Map<String, String> environment) throws IOException {
        Path file = folder.resolve("weir.yaml");
        Files.writeString(file, yaml);
        return SettingsFile.read(ALL, Optional.of(file), environment, List.of("WEIR_HEAP"), Path.of("/elsewhere"));
    }

    @Test
    void hasStandardValuesWhenNothingIsSet() {
        SettingValues values = SettingsFile.read(ALL, Optional.empty(), Map.of("WEIR_HEAP", "1g"), List.of("WEIR_HEAP"), folder);
        assertThat(values.get(PORT)).isEqualTo(8080);
        assertThat(values.get(WAIT)).isEqualTo(Duration.ofSeconds(30));
        assertThat(values.path(FOLDER)).isEqualTo(folder.toAbsolutePath().resolve("weir-data"));
        assertThat(values.find(PASSWORD)).isEmpty();
    }

    @Test
    void readsTheFileAndLetsTheEnvironmentOverrule() throws IOException {
        SettingValues values = read("""
                data: ../kept
                web:
                  port: 9000
                  stop-wait: 5m
                access:
                  groups:
                    Team A: viewer of BAD
                    Team B: engineer
                """, Map.of("WEIR_WEB_PORT", "9100", "WEIR_WEB_MAX_BODY", "2 mb"));
        assertThat(values.get(PORT)).isEqualTo(9100);
        assertThat(values.get(WAIT)).isEqualTo(Duration.ofMinutes(5));
        assertThat(values.get(BODY)).isEqualTo(DataSize.ofMegabytes(2));
        assertThat(values.path(FOLDER)).isEqualTo(folder.toAbsolutePath().resolve("../kept").normalize());
        assertThat(values.get(GROUPS)).containsExactly(
                Map.entry("Team A", "viewer of BAD"), Map.entry("Team B", "engineer"));
        assertThat(values.shown(PORT)).contains(new SettingValues.Given("9100", "WEIR_WEB_PORT"));
        assertThat(values.shown(WAIT)).contains(new SettingValues.Given("5m", "weir.yaml line 4"));
    }

    @Test
    void takesSecretsFromTheEnvironmentOrAFileAndShowsThemToNobody() throws IOException {
        Files.writeString(folder.resolve("pw"), "swordfish\n");
        SettingValues fromFile = read("database: {password-file: pw}", Map.of());
        SettingValues fromVariable = read("database: {password-file: pw}", Map.of("WEIR_DATABASE_PASSWORD", "haddock"));
        assertThat(fromFile.get(PASSWORD).reveal()).isEqualTo("swordfish");
        assertThat(fromVariable.get(PASSWORD).reveal()).isEqualTo("haddock");
        assertThat(fromFile.shown(PASSWORD).toString()).doesNotContain("swordfish").contains("****");
    }

    @Test
    void reportsAllProblemsAtOnceWithTheirLines() {
        FaultySettings faulty = catchThrowableOfType(FaultySettings.class, () -> read("""
                web:
                  prot: 9000
                  stop-wait: soon
                  max-body: [1, 2]
                database:
                  password: swordfish
                access: 3
                """, Map.of("WEIR_WEB_PROT", "1", "WEIR_WEB_PORT", "99999", "WEIR_DATABASE_PASSWORD_FILE", "nowhere")));
        assertThat(faulty.problems()).containsExactlyInAnyOrder(
                "weir.yaml line 2: 'web.prot' is not a setting. Did you mean 'web.port'?",
                "weir.yaml line 3: 'web.stop-wait' must be a time such as 500ms, 30s, 5m, 12h or 7d.",
                "weir.yaml line 4: 'web.max-body' must be a size such as 64KB, 8MB or 1GB.",
                "weir.yaml line 6: 'database.password' is a secret and must not stand here: set WEIR_DATABASE_PASSWORD,"
                        + " or name the file that holds it as 'database.password-file'.",
                "weir.yaml line 7: 'access' must be a mapping of settings; found a number.",
                "WEIR_WEB_PROT: there is no such setting. Did you mean 'WEIR_WEB_PORT'?",
                "WEIR_WEB_PORT: 'web.port' must be a whole number from 0 to 65535.",
                "WEIR_DATABASE_PASSWORD_FILE: the file " + folder.toAbsolutePath().resolve("nowhere")
                        + " for 'database.password' cannot be read: make sure that it is there and may be read.");
        assertThat(faulty.getMessage()).startsWith("The settings have 8 problems:").doesNotContain("swordfish");
    }
}
