package weir.stream.message;

/// The keys of messages that services write, by the offset of the message they come from.
public final class MessageKeys {

    private static final int DIGITS = 9;

    private MessageKeys() {}

    /// `rcvd:000000042`: what was made of the message at an offset.
    public static String received(long offset) {
        return "rcvd:" + padded(offset);
    }

    /// `rcvd:000000042:1`: the same where one message gives several.
    public static String received(long offset, long number) {
        return received(offset) + ":" + number;
    }

    /// `prv_filter:000000042`: an object at one level.
    public static String filtered(long offset) {
        return "prv_filter:" + padded(offset);
    }

    private static String padded(long offset) {
        String digits = Long.toString(offset);
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
