package weir.app.user;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import weir.app.Folders;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.app.serve.RunningService;
import weir.app.serve.SharedService;
import weir.app.serve.Surroundings;
import weir.app.terminal.Terminal;
import weir.platform.access.user.Passwords;
import weir.platform.access.user.User;
import weir.platform.access.user.UsersFile;
import weir.platform.json.Json;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SharedService.class)
@ResourceLock(SharedService.LOCK)
final class UserCommandTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String OTHER = "another staple entirely";

    @TempDir
    private Path folder;

    private Path settings = Path.of("");
    private Path users = Path.of("");
    private Path password = Path.of("");
    private Path data = Path.of("");

    @BeforeEach
    void writeSettings(RunningService service) throws IOException {
        data = service.folder();
        users = folder.resolve("users.yaml");
        settings = Folders.write(folder.resolve("weir.yaml"), "access:\n  sign-on: local\n  users-file: " + users + "\n");
        password = Folders.write(folder.resolve("password"), PASSWORD + "\n");
    }

    /// Whatever the command prints or says, it shows no password and no hash.
    private Ended user(Object... words) {
        List<Object> all = new ArrayList<>(List.of("user"));
        all.addAll(List.of(words));
        all.addAll(List.of("--settings", settings, "--data", data));
        Ended ended = WeirProgram.shipped().run(all.toArray());
        assertThat(ended.out() + ended.err()).doesNotContain(PASSWORD, OTHER, "$argon2id$");
        return ended;
    }

    private Ended add(String name, String... roles) {
        List<Object> words = new ArrayList<>(List.of("add", name, "--password-file", password));
        Stream.of(roles).forEach(role -> words.addAll(List.of("--role", role)));
        return user(words.toArray());
    }

    private boolean opens(String name, String tried) throws IOException {
        User user = Objects.requireNonNull(new UsersFile(users).read().get(name));
        return new Passwords(new SecureRandom()).matches(Secret.of(tried), user.hash());
    }

    @Test
    void addsAUserWhosePasswordComesFromAFile() throws IOException {
        Ended added = add("jo", "uploader:BAD", "analyst:PAN");
        assertThat(added.exit()).as(added.toString()).isZero();
        assertThat(added.out()).isEmpty();
        assertThat(added.err()).contains("Added jo.");
        assertThat(opens("jo", PASSWORD)).isTrue();
        assertThat(Files.readString(users)).contains("$argon2id$").doesNotContain(PASSWORD);
    }

    @Test
    void keepsTheFileForItsOwnerAlone() throws IOException {
        add("jo", "engineer");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users))).isEqualTo("rw-------");
        user("roles", "jo", "administrator");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users))).isEqualTo("rw-------");
    }

    @Test
    void readsThePasswordFromStandardInput() throws IOException {
        StringWriter err = new StringWriter();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, new PrintWriter(err, true), false, 100);
        UserCommand command = new UserCommand(
                terminal,
                new ByteArrayInputStream((PASSWORD + "\r\n").getBytes(StandardCharsets.UTF_8)),
                () -> Surroundings.ofThisProcess(InstantSource.system()));
        int exit = new CommandLine(command)
                .execute("add", "kim", "--role", "engineer", "--settings", settings.toString(), "--data", data.toString());
        assertThat(exit).as(err.toString()).isZero();
        assertThat(err + out.toString(StandardCharsets.UTF_8)).doesNotContain(PASSWORD);
        assertThat(opens("kim", PASSWORD)).isTrue();
    }

    @Test
    void takesNoPasswordAsAnArgument() {
        assertThat(WeirProgram.shipped().run("user", "add", "jo", "--role", "engineer", "--password", PASSWORD).exit()).isEqualTo(2);
        assertThat(users).doesNotExist();
    }

    @Test
    void listsNamesAndRoles() {
        add("anna", "viewer:BAD", "uploader:BAD");
        add("jo", "administrator");
        Ended listed = user("list");
        assertThat(listed.exit()).isZero();
        assertThat(listed.out()).isEqualTo("anna  uploader:BAD viewer:BAD\njo    administrator\n");

        JsonNode json = Json.read(user("list", "--json").out(), JsonNode.class);
        assertThat(json.size()).isEqualTo(2);
        assertThat(json.get(0).propertyNames()).containsExactlyInAnyOrder("name", "roles");
        assertThat(json.get(1).path("roles").get(0).asString()).isEqualTo("administrator");
    }

    @Test
    void givesOtherRolesAndKeepsThePassword() throws IOException {
        add("jo", "uploader:BAD");
        Ended changed = user("roles", "jo", "viewer:BAR", "engineer");
        assertThat(changed.exit()).as(changed.toString()).isZero();
        assertThat(user("list").out()).isEqualTo("jo  engineer viewer:BAR\n");
        assertThat(opens("jo", PASSWORD)).isTrue();
    }

    @Test
    void refusesRolesThatAreNoneAndNamesTheKnownOnes() {
        Ended unknown = add("jo", "uploadr:BAD");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("known are uploader, viewer, analyst, publisher, subscriber, engineer, administrator");
        Ended placeless = add("jo", "uploader");
        assertThat(placeless.exit()).isEqualTo(2);
        assertThat(placeless.err()).contains("write uploader:CODE");
        assertThat(users).doesNotExist();
    }

    @Test
    void changesThePassword() throws IOException {
        add("jo", "engineer");
        Folders.write(password, OTHER);
        Ended changed = user("password", "jo", "--password-file", password);
        assertThat(changed.exit()).as(changed.toString()).isZero();
        assertThat(opens("jo", OTHER)).isTrue();
        assertThat(opens("jo", PASSWORD)).isFalse();
    }

    @Test
    void refusesAPasswordThatIsShortOrMissing() throws IOException {
        for (String text : new String[] {"short", "", "\n"}) {
            Folders.write(password, text);
            assertThat(add("jo", "engineer").exit()).as("a password of %d characters", text.length()).isEqualTo(2);
        }
        Files.delete(password);
        assertThat(add("jo", "engineer").err()).contains("There is no " + password);
        assertThat(user("list").out()).isEmpty();
    }

    @Test
    void removesAUser() {
        add("jo", "engineer");
        assertThat(user("remove", "jo").exit()).isZero();
        assertThat(user("list").out()).isEmpty();
    }

    @Test
    void refusesAUserItDoesNotKnowAndOneItHas() {
        add("jo", "engineer");
        for (Object[] words : new Object[][] {
            {"remove", "joe"}, {"roles", "joe", "engineer"}, {"password", "joe", "--password-file", password}
        }) {
            Ended refused = user(words);
            assertThat(refused.exit()).as(refused.toString()).isEqualTo(2);
            assertThat(refused.err()).contains("There is no user of that name");
        }
        assertThat(add("jo", "administrator").exit()).isEqualTo(2);
        assertThat(user("list").out()).isEqualTo("jo  engineer\n");
    }

    @Test
    void writesWhatItChangedIntoTheJournal(RunningService service) throws Exception {
        add("journalled", "engineer");
        user("password", "journalled", "--password-file", password);
        user("remove", "journalled");
        String entries = WeirProgram.shipped().run("journal", "list", "--data", service.folder()).out();
        assertThat(entries).containsPattern("roles-given .*user.journalled.*roles=engineer")
                .containsPattern("password-changed .*user.journalled")
                .containsPattern("user-removed .*user.journalled")
                .doesNotContain(PASSWORD, "$argon2id$");
    }
}
