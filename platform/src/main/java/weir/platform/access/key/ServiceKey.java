package weir.platform.access.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import weir.platform.secret.Secret;

/// The key that seals what the database keeps and must not be able to read: AES-256 in GCM. Safe for many threads.
///
/// It lives in the settings' secret or in a file of the owner's, never in the database or its backup.
public final class ServiceKey {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST_SECRET = 32;

    private final SecretKeySpec key;
    private final String id;
    private final SecureRandom random;

    private ServiceKey(Secret secret, SecureRandom random) {
        byte[] raw = derive(secret, "weir sealed keys 1");
        this.key = new SecretKeySpec(raw, "AES");
        this.id = HexFormat.of().formatHex(derive(secret, "weir key id 1"), 0, 8);
        this.random = random;
    }

    /// @throws IllegalArgumentException when the secret is under 32 characters
    public static ServiceKey of(Secret secret, SecureRandom random) {
        if (secret.reveal().length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "The service key is too short: give it 32 random characters or more, such as from: openssl rand -base64 32");
        }
        return new ServiceKey(secret, random);
    }

    /// The key in a file, which is made, readable by its owner only, when it is not there. Keep a copy apart from the
    /// database's: without it no Hawk key opens anything.
    /// @throws IOException when the file can be neither read nor made
    public static ServiceKey inFile(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            make(file, random);
        }
        return of(Secret.of(Files.readString(file).strip()), random);
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent() == null ? whole : whole.getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".service-key", "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, Base64.getEncoder().encodeToString(bytes) + "\n");
        Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] derive(Secret secret, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC with SHA-256: use another.", e);
        }
    }

    /// Names this key without telling it.
    public String id() {
        return id;
    }

    /// @param of whose secret it is; it opens for no other
    public byte[] seal(String of, Secret secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, of)
                    .doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES in GCM: use another.", e);
        }
    }

    /// @param sealedWith the id of the key it was sealed with
    /// @throws SealedWithAnotherKey when it is not for this key, or was changed
    public Secret open(String of, byte[] sealed, String sealedWith) {
        if (!sealedWith.equals(id) || sealed.length <= NONCE_BYTES) {
            throw new SealedWithAnotherKey(of);
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), of);
            byte[] clear = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Secret.of(new String(clear, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealedWithAnotherKey(of);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String of) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(of.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
