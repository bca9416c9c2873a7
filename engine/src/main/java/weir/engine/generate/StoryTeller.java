package weir.engine.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;

/// Makes up children one after the other; each is in care on some day of the years asked for.
final class StoryTeller {

    private static final int LEAP_CYCLE = 1461;
    private static final int CHILDHOOD = 18 * LEAP_CYCLE / 4;

    private final SplittableGenerator root;
    private final Identifiers identifiers;
    private final int firstDay;
    private final int lastDay;
    private int told;

    StoryTeller(Request request, FinancialYear first, FinancialYear last) {
        this.root = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom").create(seed(request));
        this.identifiers = new Identifiers(request.mark());
        this.firstDay = first.start();
        this.lastDay = last.end();
    }

    /// The seed of a request: two councils start from different numbers.
    static long seed(Request request) {
        return request.seed() + request.organisation().value().hashCode() * 0x9E3779B97F4A7C15L;
    }

    Story next() {
        SplittableGenerator random = root.split();
        boolean unaccompanied = random.nextInt(20) == 0;
        int days = daysInCare(random, unaccompanied);
        int start = random.nextInt(firstDay - days + 1, lastDay + 1);
        boolean untilAdult = random.nextInt(100) < (unaccompanied ? 60 : 25);
        int born = untilAdult ? eighteenYearsBefore(start + days) : start - ageInDays(random, days, unaccompanied);
        Child child = child(random, born, unaccompanied);
        List<Spell> spells = spells(random, start, untilAdult ? child.adult() : start + days, child.adult());
        return new Story(child, spells, episodes(random, child, spells), random);
    }

    /// Half of all times in care are shorter than a year and a half; a few last most of a childhood.
    private static int daysInCare(RandomGenerator random, boolean unaccompanied) {
        double share = random.nextDouble();
        return unaccompanied ? 60 + (int) (share * 900) : 20 + (int) (200 * share + 4_800 * share * share * share);
    }

    private static int ageInDays(RandomGenerator random, int days, boolean unaccompanied) {
        if (unaccompanied) {
            return random.nextInt(14 * LEAP_CYCLE / 4, CHILDHOOD - days - 2);
        }
        return random.nextInt(5) == 0 ? random.nextInt(60) : random.nextInt(CHILDHOOD - days - 2);
    }

    private static int eighteenYearsBefore(int day) {
        return (int) LocalDate.ofEpochDay(day).minusYears(18).toEpochDay();
    }

    private Child child(RandomGenerator random, int born, boolean unaccompanied) {
        LocalDate birthday = LocalDate.ofEpochDay(born);
        int number = told++;
        return new Child(
                number,
                identifiers.child(number),
                born,
                (int) birthday.plusYears(18).toEpochDay(),
                random.nextInt(100) < (unaccompanied ? 6 : 44),
                ChildCodes.ETHNIC.pick(random),
                unaccompanied ? "N8" : EpisodeCodes.NEED.pick(random),
                unaccompanied || random.nextInt(25) == 0 ? Postcode.NONE : Postcode.draw(random),
                unaccompanied);
    }

    /// The first spell, and for one child in eight that went home a second.
    private static List<Spell> spells(RandomGenerator random, int start, int end, int adult) {
        Spell first = new Spell(start, end);
        int again = end + 30 + random.nextInt(500);
        int until = again + 20 + random.nextInt(700);
        return random.nextInt(8) == 0 && until < adult ? List.of(first, new Spell(again, until)) : List.of(first);
    }

    private static List<Episode> episodes(RandomGenerator random, Child child, List<Spell> spells) {
        List<Episode> episodes = new ArrayList<>(6);
        for (int i = 0; i < spells.size(); i++) {
            boolean last = i == spells.size() - 1;
            new SpellTeller(random, child, spells.get(i), episodes).tell(last);
        }
        return episodes;
    }
}
