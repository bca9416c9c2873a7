package weir.engine.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

import weir.engine.generate.CinCase.Assessment;
import weir.engine.generate.CinCase.Inquiry;
import weir.engine.generate.CinCase.Plan;
import weir.engine.generate.CinCase.Protection;

/// Makes up one case: an assessment, then for some nothing more, for some a child in need plan, and for some an inquiry
/// under section 47, a conference and a child protection plan. Nothing overlaps.
///
/// Source of the times: Working Together to Safeguard Children: 45 working days for an assessment, 15 for a conference, three
/// months to the first review of a child protection plan and six between later ones.
final class CaseTeller {

    private final RandomGenerator random;
    private final int referral;
    private final int earlierProtections;
    private final List<Assessment> assessments = new ArrayList<>(2);
    private final List<Inquiry> inquiries = new ArrayList<>(1);
    private final List<Plan> plans = new ArrayList<>(2);
    private final List<Protection> protections = new ArrayList<>(1);
    private int day;

    /// @param earlierProtections child protection plans the child had before
    CaseTeller(RandomGenerator random, int referral, int earlierProtections) {
        this.random = random;
        this.referral = referral;
        this.earlierProtections = earlierProtections;
        this.day = referral;
    }

    CinCase tell() {
        String source = CinCodes.source(random, FinancialYear.containing(referral));
        if (random.nextInt(100) < 9) {
            return new CinCase(
                    referral, source, true, "", CinCase.NEVER, "", List.of(), List.of(), List.of(), List.of());
        }
        assess();
        int course = random.nextInt(100);
        if (course >= 70) {
            inquire();
        } else if (course >= 40) {
            plan();
        }
        int closure = day + random.nextInt(15);
        String reason = CinCodes.closed(random, FinancialYear.containing(closure), course < 40);
        return new CinCase(
                referral, source, false, CinCodes.NEED.pick(random), closure, reason,
                assessments, inquiries, plans, protections);
    }

    private void assess() {
        int start = day + random.nextInt(8);
        int end = start + 8 + random.nextInt(56);
        int review = start + 5 + random.nextInt(10);
        TreeSet<String> factors = new TreeSet<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            factors.add(CinCodes.factor(random, FinancialYear.containing(end)));
        }
        assessments.add(new Assessment(start, Math.min(review, end), end, List.copyOf(factors)));
        day = end;
    }

    /// A plan; for one in three another assessment after it.
    private void plan() {
        int start = day + random.nextInt(10);
        int end = start + 20 + random.nextInt(350);
        plans.add(new Plan(start, end));
        day = end;
        if (random.nextInt(3) == 0) {
            assess();
        }
    }

    private void inquire() {
        int start = day + random.nextInt(6);
        if (random.nextInt(100) < 55) {
            inquiries.add(new Inquiry(start, CinCase.NEVER, CinCase.NEVER));
            day = start + 10;
            plan();
            return;
        }
        int conference = weekday(start + 6 + random.nextInt(16));
        inquiries.add(new Inquiry(start, weekday(start + 21), conference));
        day = conference;
        if (random.nextInt(100) < 85) {
            protect();
        }
        if (random.nextBoolean()) {
            plan();
        }
    }

    private void protect() {
        int end = day + 60 + random.nextInt(540);
        List<Integer> reviews = new ArrayList<>();
        int apart = 80;
        for (int review = day + apart; review < end; review += apart + random.nextInt(10)) {
            reviews.add(review);
            apart = 172;
        }
        String first = CinCodes.ABUSE.pick(random);
        String latest = random.nextInt(6) == 0 ? CinCodes.ABUSE.pick(random) : first;
        protections.add(new Protection(day, end, first, latest, earlierProtections, reviews));
        day = end;
    }

    /// A day, or the Monday after it when it is of a weekend.
    private static int weekday(int day) {
        DayOfWeek of = LocalDate.ofEpochDay(day).getDayOfWeek();
        return of == DayOfWeek.SATURDAY ? day + 2 : of == DayOfWeek.SUNDAY ? day + 1 : day;
    }
}
