package weir.engine.generate;

import java.util.random.RandomGenerator;

/// Postcodes of the right form in areas that Royal Mail has not given out, as numbers until they are written.
final class Postcode {

    /// No postcode.
    static final int NONE = -1;

    private static final String[] AREAS = {"AG", "BK", "DC", "FB", "GA", "HB", "JB", "KB", "MC", "PB", "RB", "TB"};
    private static final int DISTRICTS = 28;

    /// The letters that may stand behind the digit.
    private static final String INWARD = "ABDEFGHJLNPQRSTUWXYZ";

    private static final int COUNT = AREAS.length * DISTRICTS * 10 * INWARD.length() * INWARD.length();

    private Postcode() {}

    static int draw(RandomGenerator random) {
        return random.nextInt(COUNT);
    }

    static void write(Line line, int postcode) {
        if (postcode == NONE) {
            line.blank();
            return;
        }
        int rest = postcode;
        int second = rest % INWARD.length();
        rest /= INWARD.length();
        int first = rest % INWARD.length();
        rest /= INWARD.length();
        int sector = rest % 10;
        rest /= 10;
        line.begin()
                .letters(AREAS[rest / DISTRICTS])
                .digits(1 + rest % DISTRICTS)
                .letter(' ')
                .digits(sector)
                .letter(INWARD.charAt(first))
                .letter(INWARD.charAt(second))
                .end();
    }
}
