package weir.engine.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;

/// Makes up children in need one after the other; each is referred in one of the years asked for, all years in turn.
final class CinTeller {

    private static final int CHILDHOOD = 17 * 365;
    private static final int MOST_CASES = 4;

    private final SplittableGenerator root;
    private final Identifiers identifiers;
    private final List<FinancialYear> years;
    private int told;

    CinTeller(Request request, List<FinancialYear> years) {
        this.root = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom").create(StoryTeller.seed(request) * 31 + 7);
        this.identifiers = new Identifiers(request.mark());
        this.years = years;
    }

    CinChild next() {
        SplittableGenerator random = root.split();
        FinancialYear year = years.get(told % years.size());
        int referral = random.nextInt(year.start(), year.end() + 1);
        int born = referral - (random.nextInt(40) == 0 ? -random.nextInt(10, 200) : random.nextInt(CHILDHOOD));
        List<CinCase> cases = cases(random, referral, born + CHILDHOOD);
        boolean dies = random.nextInt(800) == 0 && cases.stream().noneMatch(CinCase::refused);
        int died = dies ? cases.getLast().closure() : CinCase.NEVER;
        if (dies && died > born) {
            cases.set(cases.size() - 1, withDeath(cases.getLast()));
        }
        int school = LocalDate.ofEpochDay(born).getYear() + 5;
        CinChild child = new CinChild(
                identifiers.child(told),
                born,
                died > born ? died : CinCase.NEVER,
                random.nextInt(100) < 46,
                ChildCodes.ETHNIC.pick(random),
                Identifiers.pupil(told, school),
                random.nextInt(25) == 0 ? CinCodes.PUPIL_UNKNOWN.pick(random) : "",
                disabilities(random),
                cases);
        told++;
        return child;
    }

    private static CinCase withDeath(CinCase last) {
        return new CinCase(
                last.referral(), last.source(), false, last.need(), last.closure(), "RC2",
                last.assessments(), last.inquiries(), last.plans(), last.protections());
    }

    private static List<CinCase> cases(RandomGenerator random, int first, int adult) {
        List<CinCase> cases = new ArrayList<>(2);
        int referral = first;
        int plans = random.nextInt(6) == 0 ? 1 : 0;
        while (cases.isEmpty() || referral < adult && random.nextInt(3) == 0 && cases.size() < MOST_CASES) {
            CinCase told = new CaseTeller(random, referral, plans).tell();
            cases.add(told);
            plans += told.protections().size();
            referral = (told.refused() ? referral : told.closure()) + 30 + random.nextInt(400);
        }
        return cases;
    }

    private static List<String> disabilities(RandomGenerator random) {
        if (random.nextInt(100) >= 14) {
            return random.nextInt(3) == 0 ? List.of("NONE") : List.of();
        }
        TreeSet<String> codes = new TreeSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            codes.add(CinCodes.DISABILITY.pick(random));
        }
        return List.copyOf(codes);
    }
}
