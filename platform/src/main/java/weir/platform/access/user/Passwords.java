package weir.platform.access.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import weir.platform.secret.Secret;
import weir.platform.web.Problem;

/// Hashes passwords with Argon2id, and checks them. Two at a time: each takes 19 MiB and some tens of milliseconds.
///
/// Source of the numbers: OWASP Password Storage Cheat Sheet, Argon2id with m=19456, t=2, p=1. Safe for many threads.
public final class Passwords {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{2,7}),t=([0-9]{1,2}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final SecureRandom random;
    private final Semaphore atOnce = new Semaphore(2, true);

    public Passwords(SecureRandom random) {
        this.random = random;
    }

    /// The hash of a new password in the PHC string form.
    /// @throws UserRefused when it is under 12 or over 256 characters
    public String hash(Secret password) {
        int length = password.reveal().length();
        if (length < SHORTEST || length > LONGEST) {
            throw new UserRefused("A password has 12 to 256 characters: three words in a row are a good one.");
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon2(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES
                + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /// Whether a text is a hash this can check, with costs it is willing to pay: at most 256 MiB, 10 passes, 4 lanes.
    public static boolean isHash(String phc) {
        Matcher parts = PHC.matcher(phc);
        return parts.matches()
                && Integer.parseInt(parts.group(1)) <= 262_144
                && number(parts, 2) >= 1 && number(parts, 2) <= 10
                && number(parts, 3) >= 1 && number(parts, 3) <= 4
                && Integer.parseInt(parts.group(1)) >= 8 * number(parts, 3)
                && isBase64(parts.group(4)) && isBase64(parts.group(5));
    }

    private static boolean isBase64(String text) {
        return text.length() % 4 != 1;
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /// Whether the password is the one of the hash.
    /// @throws weir.platform.web.RequestRefused 503 when too many passwords are being checked already
    public boolean matches(Secret password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!isHash(phc) || !parts.matches() || password.reveal().length() > LONGEST) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] found = argon2(password, salt, number(parts, 1), number(parts, 2), number(parts, 3), expected.length);
        return MessageDigest.isEqual(found, expected);
    }

    private byte[] argon2(Secret password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        // The same password typed on two keyboards may be two sequences of characters.
        byte[] bytes = Normalizer.normalize(password.reveal(), Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[length];
        takeTurn();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(bytes, hash);
        } finally {
            atOnce.release();
        }
        return hash;
    }

    private void takeTurn() {
        try {
            if (atOnce.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.unavailable("Too many people are signing in at this moment. Try again in a few seconds.").refused();
    }
}
