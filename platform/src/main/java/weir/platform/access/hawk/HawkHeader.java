package weir.platform.access.hawk;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// An `Authorization: Hawk …` header. An attribute that is not there is the empty text.
///
/// @param timestamp seconds since 1970, as the header has it
public record HawkHeader(
        String id, long timestamp, String nonce, String hash, String ext, String mac, String app, String dlg) {

    /// Longer headers are refused unread.
    public static final int MAX_LENGTH = 4096;

    private static final String SCHEME = "hawk";
    private static final int MAX_NAME = 64;
    private static final int MAX_ID = 128;

    private enum Attribute { ID, TS, NONCE, HASH, EXT, MAC, APP, DLG }

    /// Reads a header strictly: known attributes only, each at most once, values of printable ASCII without quotes and
    /// backslashes. Takes a time linear in the length.
    /// @throws HawkMalformed when it is anything else
    public static HawkHeader parse(String header) {
        if (header.length() > MAX_LENGTH) {
            throw new HawkMalformed("The Authorization header is too long.");
        }
        Map<Attribute, String> values = new Cursor(header).attributes();
        return new HawkHeader(
                name(values, Attribute.ID, MAX_ID),
                timestamp(values.getOrDefault(Attribute.TS, "")),
                name(values, Attribute.NONCE, MAX_NAME),
                values.getOrDefault(Attribute.HASH, ""),
                values.getOrDefault(Attribute.EXT, ""),
                name(values, Attribute.MAC, MAX_NAME),
                values.getOrDefault(Attribute.APP, ""),
                values.getOrDefault(Attribute.DLG, ""));
    }

    private static String name(Map<Attribute, String> values, Attribute attribute, int limit) {
        String value = values.getOrDefault(attribute, "");
        if (value.isEmpty() || value.length() > limit) {
            throw new HawkMalformed("The Hawk attribute " + attribute.name().toLowerCase(Locale.ROOT)
                    + " is missing or too long.");
        }
        return value;
    }

    private static long timestamp(String value) {
        if (value.isEmpty() || value.length() > 15 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new HawkMalformed("The Hawk attribute ts must be a number of seconds.");
        }
        return Long.parseLong(value);
    }

    /// Whether a value may stand in a header.
    static boolean isValue(String value) {
        return value.chars().allMatch(HawkHeader::isValueCharacter);
    }

    private static boolean isValueCharacter(int c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    /// The id is no secret; the rest is not shown.
    @Override
    public String toString() {
        return "Hawk id=" + id;
    }

    private static final class Cursor {

        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        Map<Attribute, String> attributes() {
            scheme();
            Map<Attribute, String> values = new EnumMap<>(Attribute.class);
            do {
                spaces();
                Attribute attribute = attribute();
                if (values.put(attribute, value()) != null) {
                    throw new HawkMalformed("A Hawk attribute stands twice.");
                }
                spaces();
            } while (comma());
            return values;
        }

        private void scheme() {
            if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                    || text.length() == SCHEME.length()
                    || text.charAt(SCHEME.length()) != ' ') {
                throw new HawkMalformed("The Authorization header is not Hawk's.");
            }
            at = SCHEME.length();
        }

        private void spaces() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private Attribute attribute() {
            int from = at;
            while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
                at++;
            }
            return switch (text.substring(from, at)) {
                case "id" -> Attribute.ID;
                case "ts" -> Attribute.TS;
                case "nonce" -> Attribute.NONCE;
                case "hash" -> Attribute.HASH;
                case "ext" -> Attribute.EXT;
                case "mac" -> Attribute.MAC;
                case "app" -> Attribute.APP;
                case "dlg" -> Attribute.DLG;
                default -> throw new HawkMalformed("The Hawk header has an attribute that is not known.");
            };
        }

        private String value() {
            expect('=');
            expect('"');
            int from = at;
            while (at < text.length() && isValueCharacter(text.charAt(at))) {
                at++;
            }
            String value = text.substring(from, at);
            expect('"');
            return value;
        }

        private void expect(char expected) {
            if (at >= text.length() || text.charAt(at) != expected) {
                throw new HawkMalformed("The Hawk header is not a list of name=\"value\".");
            }
            at++;
        }

        private boolean comma() {
            if (at == text.length()) {
                return false;
            }
            expect(',');
            return true;
        }
    }
}
