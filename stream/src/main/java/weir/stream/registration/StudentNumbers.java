package weir.stream.registration;

/// Turns places in a sequence into numbers that look random and never collide: each of 1 to 99,999,999 belongs to exactly one
/// place.
///
/// A Feistel network of 28 bits, keyed, walked until the result is in range. The key keeps neighbours from being told; it is
/// no secret that protects anything else. Safe for several threads.
public final class StudentNumbers {

    /// The last place and the last number.
    public static final long LAST = 99_999_999L;

    private static final int HALF_BITS = 14;
    private static final long HALF_MASK = (1L << HALF_BITS) - 1;
    private static final int ROUNDS = 6;

    private final long key;

    /// @param key the same for as long as the sequence lives: another key gives numbers again
    public StudentNumbers(long key) {
        this.key = key;
    }

    /// The number of a place.
    /// @param place from 1
    /// @throws StudentNumbersUsedUp when the place is past the last
    public long at(long place) {
        if (place < 1) {
            throw new IllegalArgumentException("Places in the sequence of students count from 1.");
        }
        if (place > LAST) {
            throw new StudentNumbersUsedUp(LAST);
        }
        long number = place - 1;
        do {
            number = mix(number);
        } while (number >= LAST);
        return number + 1;
    }

    private long mix(long number) {
        long left = number >>> HALF_BITS;
        long right = number & HALF_MASK;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (scramble(right, round) & HALF_MASK);
            left = right;
            right = next;
        }
        return left << HALF_BITS | right;
    }

    /// The finisher of SplitMix64 (Steele, Lea and Flood 2014).
    private long scramble(long half, int round) {
        long z = key + (half << 3 | round) * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
