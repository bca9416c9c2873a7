package weir.engine.generate;

import java.util.Locale;
import java.util.random.RandomGenerator;

import weir.engine.generate.Episode.Placement;

/// Makes identifiers of the right form that belong to nobody.
final class Identifiers {

    /// The letters of a unique pupil number, in the order of their value.
    private static final String CHECK = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private final String mark;

    /// @param mark what each identifier begins with; empty for none
    Identifiers(String mark) {
        this.mark = mark;
    }

    /// The council's number for a child. @param index counted from 0
    String child(long index) {
        return mark + (100_000 + index);
    }

    /// A unique pupil number: a check letter, an authority (999, which is none), a school, a year and a serial number.
    /// Source: Department for Education, unique pupil numbers guide, the check letter: each digit times its place from
    /// 2 to 13, added up, modulo 23.
    /// Ten million children of a year have different ones.
    ///
    /// @param index of the child, counted from 0
    static String pupil(int index, int year) {
        return pupil(index / 1_000 % 10_000, year, index % 1_000);
    }

    /// A value that a search can find.
    String marked(String value) {
        return mark + value;
    }

    private static String pupil(int school, int year, int serial) {
        long number = 999L * 1_000_000_000L + school * 100_000L + Math.floorMod(year, 100) * 1_000L + serial;
        String digits = Long.toString(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i + 2);
        }
        return CHECK.charAt(sum % CHECK.length()) + digits;
    }

    /// The registration of a home or agency with the inspectorate, as a number until it is written.
    static int drawRegistration(RandomGenerator random) {
        return random.nextInt(900_000, 901_000);
    }

    /// @param registration as drawn; [Placement#UNREGISTERED] for none
    void writeRegistration(Line line, int registration) {
        if (registration == Placement.UNREGISTERED) {
            line.blank();
        } else {
            line.begin().letters(mark).letters("SC").digits(registration).end();
        }
    }

    /// A social worker of a pool of four hundred.
    String worker(RandomGenerator random) {
        return mark + "SW" + (90_000 + random.nextInt(400));
    }

    /// The council that arranged an earlier permanent placement.
    String earlierCouncil(RandomGenerator random) {
        return mark + String.format(Locale.ROOT, "%03d", 990 + random.nextInt(9));
    }
}
