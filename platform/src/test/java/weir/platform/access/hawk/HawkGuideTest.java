package weir.platform.access.hawk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import weir.engine.organisation.OrganisationCode;
import weir.platform.access.PublicAddress;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The numbers of the guide to calling the API are right.
final class HawkGuideTest {

    private static final String GUIDE = "docs/how-to/call-the-api-with-hawk.md";

    private static Path root() {
        return Path.of(Objects.requireNonNull(System.getProperty("weir.root")));
    }

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(root().resolve(GUIDE)));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String header() throws IOException {
        Matcher header = Pattern.compile("Authorization: (Hawk [^']+)'").matcher(block("sh"));
        assertThat(header.find()).isTrue();
        return header.group(1);
    }

    @Test
    void theTextThatIsSignedIsTheGuides() throws IOException {
        HawkArtifacts artifacts = HawkArtifacts.of(HawkHeader.parse(header()), "GET", "/test/", "localhost", 80);
        assertThat(block("text")).isEqualTo(artifacts.normalised("header"));
    }

    @Test
    void theServerLetsTheGuidesRequestIn() throws IOException {
        HawkKey key = new HawkKey("iss1", Secret.of("secret1"), new OrganisationCode("YORK"), Set.of("*"));
        HawkCredentials credentials = new HawkCredentials() {
            @Override
            public Optional<HawkKey> find(String id) {
                return Optional.of(key).filter(known -> known.id().equals(id));
            }

            @Override
            public boolean use(HawkKey used, String nonce, long timestamp) {
                return true;
            }
        };
        HawkServer server = new HawkServer(new PublicAddress("http", "localhost", 80), credentials,
                Duration.ofSeconds(60), InstantSource.fixed(Instant.ofEpochSecond(1_577_836_800)));
        assertThat(server.check(new HawkServer.Request(header(), "GET", "/test/", ""), new byte[0]).key()).isEqualTo(key);
    }

    @Test
    void thePythonOfTheGuidePrintsTheSameHeader() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "Python is not installed");
        Process python = new ProcessBuilder("/usr/bin/python3", "-c", block("python")).redirectErrorStream(true).start();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.strip()).isEqualTo(header());
    }
}
