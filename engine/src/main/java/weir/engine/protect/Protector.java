package weir.engine.protect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import weir.engine.dataset.Treatment.Protect;
import weir.engine.dataset.UseCaseName;
import weir.engine.record.Value;

/// Reduces values for one use case. For one thread.
///
/// A blank stays blank. A pseudonym is HMAC-SHA-256 over the use case's name, a zero byte and the value's text in UTF-8,
/// written as the key's version, a hyphen and 64 hexadecimal digits: the same person is the same pseudonym throughout a
/// use case, and nobody's in another.
public final class Protector {

    private final UseCaseName useCase;
    private final Optional<PseudonymKey> key;
    private final Optional<Mac> mac;
    private final MessageDigest digest;

    public Protector(UseCaseName useCase, Optional<PseudonymKey> key) {
        this.useCase = useCase;
        this.key = key;
        this.mac = key.map(Protector::mac);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static Mac mac(PseudonymKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }

    /// @throws ProtectionFailed when the value is not of the kind the treatment reduces, or there is no key
    public Value protect(Protect treatment, Value value) {
        if (value.isBlank()) {
            return value;
        }
        return switch (treatment) {
            case FIRST_OF_MONTH -> day(treatment, value, true);
            case FIRST_OF_YEAR -> day(treatment, value, false);
            case POSTCODE_SECTOR -> postcode(treatment, value, 2);
            case POSTCODE_DISTRICT -> postcode(treatment, value, 4);
            case PSEUDONYM -> pseudonym(value);
            case DIGEST -> new Value.Text(
                    HexFormat.of().formatHex(digest.digest(value.text().getBytes(StandardCharsets.UTF_8))));
            case REMOVE_ROW_IF_BLANK -> value;
        };
    }

    private static Value day(Protect treatment, Value value, boolean keepsMonth) {
        if (!(value instanceof Value.Day day)) {
            throw new ProtectionFailed("Only dates can be " + treatment.description() + ".");
        }
        return new Value.Day(keepsMonth ? day.date().withDayOfMonth(1) : day.date().withDayOfYear(1));
    }

    private static Value postcode(Protect treatment, Value value, int cut) {
        String text = value.text();
        int space = text.indexOf(' ');
        if (space < 2 || space != text.length() - 4) {
            throw new ProtectionFailed("Only postcodes can be " + treatment.description() + ".");
        }
        return new Value.Text(text.substring(0, text.length() - cut));
    }

    private Value pseudonym(Value value) {
        if (mac.isEmpty() || key.isEmpty()) {
            throw new ProtectionFailed("Use case " + useCase + " makes pseudonyms and no key is set: give --pseudonym-key FILE.");
        }
        Mac maker = mac.get();
        maker.update(useCase.value().getBytes(StandardCharsets.UTF_8));
        maker.update((byte) 0);
        byte[] code = maker.doFinal(value.text().getBytes(StandardCharsets.UTF_8));
        return new Value.Text(key.get().version() + "-" + HexFormat.of().formatHex(code));
    }
}
