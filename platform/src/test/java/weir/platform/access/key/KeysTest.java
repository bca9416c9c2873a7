package weir.platform.access.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.organisation.OrganisationCode;
import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Grant;
import weir.platform.access.SettableClock;
import weir.platform.access.WrittenEvents;
import weir.platform.database.Database;
import weir.platform.database.TestDatabase;
import weir.platform.database.Transaction;
import weir.platform.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class KeysTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<Grant> UPLOADER = Set.of(Grant.parse("uploader:YORK"));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final WrittenEvents events = new WrittenEvents();
    private final ServiceKey serviceKey = ServiceKey.of(Secret.of("0123456789abcdef0123456789abcdef"), RANDOM);
    private final Database database = TestDatabase.fresh();
    private final Keys keys = keys(events);

    @AfterEach
    void close() {
        database.close();
    }

    private Keys keys(AccessEvents told) {
        return new Keys(database, serviceKey, RANDOM, clock, told);
    }

    private static KeyRequest request(Optional<Duration> lasts) {
        return new KeyRequest("anna", new OrganisationCode("YORK"), "nightly upload", lasts);
    }

    private String everythingKept() {
        return database.read(transaction -> transaction.handle()
                .createQuery("SELECT k::text FROM weir.access_key k").mapTo(String.class).list()).toString();
    }

    @Test
    void findsWhoHoldsAToken() {
        NewKey made = keys.makeApiKey(request(Optional.empty()), UPLOADER);
        assertThat(made.secret().reveal()).startsWith("weir_").hasSize(48);
        Caller.Program program = keys.program(made.secret()).orElseThrow();
        assertThat(program.name()).isEqualTo(made.id());
        assertThat(program.grants()).isEqualTo(UPLOADER);
        assertThat(program.organisation()).isEqualTo(new OrganisationCode("YORK"));
        assertThat(keys.program(Secret.of("weir_" + "A".repeat(43)))).isEmpty();
        assertThat(keys.program(Secret.of(made.secret().reveal().substring(5)))).isEmpty();
        assertThat(events.lines()).containsExactly("key made " + made.id() + " for YORK by anna");
    }

    @Test
    void keepsNoTokenAndNoSecretInClear() {
        NewKey api = keys.makeApiKey(request(Optional.empty()), UPLOADER);
        NewKey hawk = keys.makeHawkKey(request(Optional.empty()), "iss1", Set.of("*"));
        String hex = HexFormat.of().formatHex(hawk.secret().reveal().getBytes(StandardCharsets.UTF_8));
        assertThat(everythingKept()).contains("iss1")
                .doesNotContain(api.secret().reveal()).doesNotContain(hawk.secret().reveal()).doesNotContain(hex);
        assertThat(api.toString() + hawk).doesNotContain(api.secret().reveal()).doesNotContain(hawk.secret().reveal());
    }

    @Test
    void aRevokedKeyOpensNothingFromThenOn() {
        NewKey made = keys.makeApiKey(request(Optional.empty()), UPLOADER);
        assertThat(keys.revoke("bert", made.id())).isTrue();
        assertThat(keys.program(made.secret())).isEmpty();
        assertThat(keys.revoke("bert", made.id())).isFalse();
        assertThat(keys.revoke("bert", "nothing")).isFalse();
        assertThat(keys.list().getFirst().revokedAt()).hasValue(clock.instant());
        assertThat(events.lines()).hasSize(2).contains("key revoked " + made.id() + " by bert");
    }

    @Test
    void aKeyEndsWhenItsTimeIsOver() {
        NewKey api = keys.makeApiKey(request(Optional.of(Duration.ofDays(1))), UPLOADER);
        keys.makeHawkKey(request(Optional.of(Duration.ofDays(1))), "iss1", Set.of("*"));
        HawkKeys hawkKeys = new HawkKeys(database, serviceKey, clock, Duration.ofMinutes(5));
        clock.pass(Duration.ofHours(23));
        assertThat(keys.program(api.secret())).isPresent();
        assertThat(hawkKeys.find("iss1")).isPresent();
        clock.pass(Duration.ofHours(1));
        assertThat(keys.program(api.secret())).isEmpty();
        assertThat(hawkKeys.use(hawkKeys.find("iss1").orElseThrow(), "n", 1)).isFalse();
        assertThat(hawkKeys.find("iss1")).isEmpty();
    }

    @Test
    void notesAtMostOnceAMinuteThatAKeyWasUsed() {
        NewKey made = keys.makeApiKey(request(Optional.empty()), UPLOADER);
        assertThat(keys.list().getFirst().lastUsedAt()).isEmpty();
        Instant first = clock.instant();
        keys.program(made.secret());
        clock.pass(Duration.ofSeconds(59));
        keys.program(made.secret());
        assertThat(keys.list().getFirst().lastUsedAt()).hasValue(first);
        clock.pass(Duration.ofSeconds(2));
        keys.program(made.secret());
        assertThat(keys.list().getFirst().lastUsedAt()).hasValue(clock.instant());
    }

    @Test
    void refusesKeysThatWouldMeanTwoThingsOrNothing() {
        keys.makeHawkKey(request(Optional.empty()), "iss1", Set.of("*"));
        keys.revoke("anna", "iss1");
        assertThatThrownBy(() -> keys.makeHawkKey(request(Optional.empty()), "iss1", Set.of("*"))).isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> keys.makeHawkKey(request(Optional.empty()), "a\"b", Set.of("*"))).isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> keys.makeHawkKey(request(Optional.empty()), "iss2", Set.of())).isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> keys.makeHawkKey(request(Optional.empty()), "iss2", Set.of("a b"))).isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> keys.importHawkKey(request(Optional.empty()), "iss2", Secret.of("short"), Set.of("*")))
                .isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> keys.makeApiKey(request(Optional.empty()), Set.of())).isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> keys.makeApiKey(request(Optional.empty()), Set.of(Grant.parse("viewer:LEEDS"))))
                .isInstanceOf(KeyRefused.class).hasMessageContaining("another organisation");
        assertThat(keys.list()).hasSize(1);
    }

    @Test
    void aKeyThatCannotBeWrittenDownIsNotMade() {
        Keys silent = keys(new Silent());
        assertThatThrownBy(() -> silent.makeApiKey(request(Optional.empty()), UPLOADER)).hasMessage("the journal is away");
        assertThat(keys.list()).isEmpty();
        NewKey made = keys.makeApiKey(request(Optional.empty()), UPLOADER);
        assertThatThrownBy(() -> silent.revoke("anna", made.id())).hasMessage("the journal is away");
        assertThat(keys.program(made.secret())).isPresent();
    }

    @Test
    void takesOverTheSecretAnOldClientHas() {
        keys.importHawkKey(request(Optional.empty()), "old", Secret.of("the secret of an old client"), Set.of("test"));
        HawkKeys hawkKeys = new HawkKeys(database, serviceKey, clock, Duration.ofMinutes(5));
        assertThat(hawkKeys.find("old").orElseThrow().key()).isEqualTo(Secret.of("the secret of an old client"));
    }

    @Test
    void anotherServiceKeyOpensNothingAndSaysTheMend() {
        keys.makeHawkKey(request(Optional.empty()), "iss1", Set.of("*"));
        ServiceKey other = ServiceKey.of(Secret.of("another service key of 32 characters and more"), RANDOM);
        assertThatThrownBy(() -> new HawkKeys(database, other, clock, Duration.ofMinutes(5)).find("iss1"))
                .isInstanceOf(SealedWithAnotherKey.class).hasMessageContaining("iss1").hasMessageContaining("bring that one back");
    }

    @Test
    void aSealedSecretMovedToAnotherRowOpensNothing() {
        keys.makeHawkKey(request(Optional.empty()), "strong", Set.of("*"));
        keys.makeHawkKey(request(Optional.empty()), "weak", Set.of("test"));
        database.change(transaction -> transaction.handle().execute(
                "UPDATE weir.access_key SET secret = (SELECT secret FROM weir.access_key WHERE id = 'weak') WHERE id = 'strong'"));
        assertThatThrownBy(() -> new HawkKeys(database, serviceKey, clock, Duration.ofMinutes(5)).find("strong"))
                .isInstanceOf(SealedWithAnotherKey.class);
    }

    @Test
    void sealsWithAFileThatOnlyItsOwnerReads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("secret").resolve("service.key");
        ServiceKey made = ServiceKey.inFile(file, RANDOM);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        byte[] sealed = made.seal("iss1", Secret.of("swordfish"));
        assertThat(ServiceKey.inFile(file, RANDOM).open("iss1", sealed, made.id())).isEqualTo(Secret.of("swordfish"));
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> made.open("iss1", sealed, made.id())).isInstanceOf(SealedWithAnotherKey.class);
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceKey.of(Secret.of("too short"), RANDOM));
    }

    /// A journal that cannot be written.
    private static final class Silent implements AccessEvents {

        private static IllegalStateException away() {
            return new IllegalStateException("the journal is away");
        }

        @Override
        public void signedIn(Transaction transaction, Caller caller) {
            throw away();
        }

        @Override
        public void signedOut(Caller caller) {
            throw away();
        }

        @Override
        public void signInRefused(Refusal reason) {
            throw away();
        }

        @Override
        public void keyMade(Transaction transaction, String by, String id, OrganisationCode organisation) {
            throw away();
        }

        @Override
        public void keyRevoked(Transaction transaction, String by, String id) {
            throw away();
        }

        @Override
        public void rolesGiven(String by, String to, Set<Grant> grants) {
            throw away();
        }

        @Override
        public void passwordChanged(String by, String of) {
            throw away();
        }

        @Override
        public void userRemoved(String by, String name) {
            throw away();
        }

        @Override
        public void personalDataRead(Caller caller, Optional<OrganisationCode> organisation, String what) {
            throw away();
        }
    }
}
