package weir.platform.unit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of bytes, written `500MB`. Units go by 1,024, as disks and memory are told by their tools.
public record DataSize(long bytes) implements Comparable<DataSize> {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12})\\s*(B|KB|MB|GB|TB)");

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("A size must not be negative.");
        }
    }

    public static DataSize ofMegabytes(long megabytes) {
        return new DataSize(Math.multiplyExact(megabytes, 1L << 20));
    }

    /// Reads `64KB`, `8 MB`, `1GB`; empty when it is not a size.
    public static Optional<DataSize> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DataSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), factor(matcher.group(2)))));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static long factor(String unit) {
        return switch (unit) {
            case "KB" -> 1L << 10;
            case "MB" -> 1L << 20;
            case "GB" -> 1L << 30;
            case "TB" -> 1L << 40;
            default -> 1;
        };
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /// In the largest unit that needs no fraction: `500MB`.
    @Override
    public String toString() {
        String[] units = {"TB", "GB", "MB", "KB"};
        for (String unit : units) {
            if (bytes != 0 && bytes % factor(unit) == 0) {
                return bytes / factor(unit) + unit;
            }
        }
        return bytes + "B";
    }
}
