package weir.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import weir.engine.organisation.OrganisationCode;
import weir.platform.access.PublicAddress;
import weir.platform.access.hawk.HawkClient;
import weir.platform.access.hawk.HawkCredentials;
import weir.platform.access.hawk.HawkKey;
import weir.platform.access.hawk.HawkServer;
import weir.platform.secret.Secret;

/// Times the server's check of a signed request, without the database's round trip for the nonce, beside one plain HMAC
/// over a text of the same length. Prints microseconds per check, the median of the rounds.
public final class HawkBench {

    private static final int ROUNDS = 15;
    private static final int CHECKS = 50_000;
    private static final byte[] NOTHING = {};
    private static final URI ADDRESS =
            URI.create("https://data.example.org/api/v1/table-data/spire/footnotes?orientation=records&next-id=1001");

    private HawkBench() {}

    /// One piece of work; what it gives is looked at, so that it cannot be left out.
    @FunctionalInterface
    private interface Work {

        int once();
    }

    /// Runs without arguments.
    public static void main(String[] arguments) throws GeneralSecurityException {
        PrintStream out = System.out;
        Secret secret = Secret.of("werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn");
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_353_832_234));
        HawkServer server = new HawkServer(
                PublicAddress.of(ADDRESS.resolve("/")), new OneKey(secret), Duration.ofSeconds(60), clock);
        String header = new HawkClient("iss1", secret, clock, new SplittableRandom(1))
                .sign("GET", ADDRESS, "", NOTHING).authorization();
        HawkServer.Request request =
                new HawkServer.Request(header, "GET", ADDRESS.getRawPath() + "?" + ADDRESS.getRawQuery(), "");
        HawkServer.Pass pass = server.check(request, NOTHING);
        byte[] page = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        byte[] text = "x".repeat(header.length()).getBytes(StandardCharsets.UTF_8);
        SecretKeySpec key = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        out.println("| what | microseconds |");
        out.println("|---|---|");
        row(out, "plain HMAC-SHA-256 of " + text.length + " bytes", CHECKS, () -> mac.doFinal(text).length);
        row(out, "check of a signed GET", CHECKS, () -> server.check(request, NOTHING).hashCode());
        row(out, "signature of an answer of 100 kB", 2_000, () -> server.sign(pass, "application/json", page).length());
    }

    private static void row(PrintStream out, String what, int times, Work work) {
        double[] micros = new double[ROUNDS];
        int seen = 0;
        for (int round = -5; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                seen += work.once();
            }
            if (round >= 0) {
                micros[round] = (System.nanoTime() - start) / 1e3 / times;
            }
        }
        Arrays.sort(micros);
        out.println(String.format(Locale.ROOT, "| %s | %.2f |", what, micros[ROUNDS / 2]) + (seen == 0 ? " (nothing done)" : ""));
    }

    private record OneKey(Secret secret) implements HawkCredentials {

        @Override
        public Optional<HawkKey> find(String id) {
            return Optional.of(new HawkKey("iss1", secret, new OrganisationCode("YORK"), Set.of("*")));
        }

        @Override
        public boolean use(HawkKey key, String nonce, long timestamp) {
            return true;
        }
    }
}
