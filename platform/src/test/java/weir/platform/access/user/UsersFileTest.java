package weir.platform.access.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.platform.access.Grant;
import weir.platform.access.WrittenEvents;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class UsersFileTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Secret PASSWORD = Secret.of("correct horse battery");

    @TempDir
    private Path folder = Path.of(".");

    private final Passwords passwords = new Passwords(RANDOM);
    private final WrittenEvents events = new WrittenEvents();

    private Users users() {
        return new Users(new UsersFile(folder.resolve("users.yaml")), passwords, events);
    }

    private LocalSignOn signOn() {
        return new LocalSignOn(new UsersFile(folder.resolve("users.yaml")), passwords, RANDOM);
    }

    @Test
    void keepsUsersAndTheirRoles() throws Exception {
        users().add("admin", "anna", PASSWORD, Grant.parseAll(List.of("uploader:YORK", "analyst:PAN")));
        users().add("admin", "bert", PASSWORD, Set.of());
        assertThat(users().list()).extracting(User::name).containsExactly("anna", "bert");
        assertThat(Grant.texts(users().list().getFirst().grants())).containsExactly("analyst:PAN", "uploader:YORK");
        users().setGrants("admin", "anna", Grant.parseAll(List.of("engineer")));
        users().remove("admin", "bert");
        assertThat(users().list()).hasToString("[anna [engineer]]");
        assertThat(events.lines()).contains("roles of anna are [engineer] by admin", "user removed bert by admin");
    }

    @Test
    void onlyItsOwnerReadsTheFileAndNoPasswordStandsInIt() throws Exception {
        users().add("admin", "anna", PASSWORD, Set.of());
        Path file = folder.resolve("users.yaml");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD.reveal());
    }

    @Test
    void checksTheRightPasswordOnly() throws Exception {
        users().add("admin", "anna", PASSWORD, Set.of());
        assertThat(signOn().check("anna", PASSWORD)).isPresent();
        assertThat(signOn().check("anna", Secret.of("correct horse batterz"))).isEmpty();
        assertThat(signOn().check("nobody", PASSWORD)).isEmpty();
        String before = users().list().getFirst().passwordMark();
        users().setPassword("admin", "anna", Secret.of("another long password"));
        assertThat(signOn().check("anna", PASSWORD)).isEmpty();
        assertThat(signOn().check("anna", Secret.of("another long password"))).isPresent();
        assertThat(users().list().getFirst().passwordMark()).isNotEqualTo(before);
    }

    @Test
    void refusesAHalfChangeAndLeavesTheFileAsItWas() throws Exception {
        users().add("admin", "anna", PASSWORD, Set.of());
        String before = Files.readString(folder.resolve("users.yaml"));
        assertThatThrownBy(() -> users().add("admin", "anna", PASSWORD, Set.of())).isInstanceOf(UserRefused.class);
        assertThatThrownBy(() -> users().add("admin", "anna\n- x", PASSWORD, Set.of())).isInstanceOf(UserRefused.class);
        assertThatThrownBy(() -> users().add("admin", "bert", Secret.of("short"), Set.of())).isInstanceOf(UserRefused.class);
        assertThatThrownBy(() -> users().remove("admin", "bert")).isInstanceOf(UserRefused.class);
        assertThatThrownBy(() -> users().setPassword("admin", "bert", PASSWORD)).isInstanceOf(UserRefused.class);
        assertThat(Files.readString(folder.resolve("users.yaml"))).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("users.yaml", ".users.yaml.lock");
        }
    }

    @Test
    void saysEveryFaultOfAFileWithoutShowingAHash() throws Exception {
        Files.writeString(folder.resolve("users.yaml"), """
                users:
                  - name: "anna"
                    password: "swordfish"
                    roles: ["king"]
                  - name: "bert"
                    pasword: "x"
                """);
        assertThatThrownBy(() -> users().list())
                .isInstanceOf(UsersFileFaulty.class)
                .hasMessageContaining("Line 3")
                .hasMessageContaining("no such role")
                .hasMessageContaining("Did you mean")
                .hasMessageNotContaining("swordfish");
    }

    @Test
    void losesNobodyWhenManyAreAddedAtOnce() throws Exception {
        String hash = passwords.hash(PASSWORD);
        List<Thread> adders = IntStream.range(0, 8).mapToObj(i -> Thread.ofPlatform().start(() -> {
            try {
                new UsersFile(folder.resolve("users.yaml")).add(new User("user" + i, hash, Set.of()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        })).toList();
        for (Thread adder : adders) {
            adder.join();
        }
        assertThat(users().list()).hasSize(8);
    }

    @Test
    void checksAHashThatTheReferenceProgramMade() {
        // Made with: echo -n "correct horse battery" | argon2 somesalt16bytes! -id -t 2 -k 19456 -p 1 -l 32 -e
        String phc = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$"
                + "1TfTh8GEI3XG3XDAhWY28tYhiBOhwulXdJq4Lq7+naM";
        assertThat(passwords.matches(PASSWORD, phc)).isTrue();
        assertThat(passwords.matches(Secret.of("correct horse batterz"), phc)).isFalse();
    }

    @Test
    void refusesHashesThatWouldCostTooMuchOrAreNone() {
        String tail = "$c29tZXNhbHQxNmJ5dGVzIQ$" + "A".repeat(43);
        assertThat(Passwords.isHash("$argon2id$v=19$m=19456,t=2,p=1" + tail)).isTrue();
        assertThat(Passwords.isHash("$argon2id$v=19$m=9999999,t=2,p=1" + tail)).isFalse();
        assertThat(Passwords.isHash("$argon2id$v=19$m=19456,t=99,p=1" + tail)).isFalse();
        assertThat(Passwords.isHash("$argon2i$v=19$m=19456,t=2,p=1" + tail)).isFalse();
        assertThat(Passwords.isHash("$2y$10$abcdefghijklmnopqrstuv")).isFalse();
        assertThat(passwords.matches(PASSWORD, "")).isFalse();
    }
}
