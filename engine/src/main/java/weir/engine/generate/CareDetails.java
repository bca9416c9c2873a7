package weir.engine.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What happened to a child in care beside the episodes.
///
/// @param pupil    the unique pupil number
/// @param reviews  the days of reviews
/// @param absences times missing or away without leave
/// @param workers  the social workers, one after the other in each spell
/// @param ownChild the day on which a girl became a mother; [Integer#MAX_VALUE] for never
record CareDetails(
        String pupil, List<Integer> reviews, List<Absence> absences, List<Worker> workers, int ownChild) {

    /// @param kind M for missing, A for away
    record Absence(String kind, int start, int end) {}

    /// @param reason why the worker was changed
    record Worker(String id, int start, int end, String reason) {
        @Override
        public String toString() {
            return "worker";
        }
    }

    static CareDetails of(Story story, Identifiers identifiers) {
        Child child = story.child();
        CareDetails details = new CareDetails(
                identifiers.marked(Identifiers.pupil(child.number(), LocalDate.ofEpochDay(child.born()).getYear() + 5)),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                ownChild(child, story.random()));
        for (Spell spell : story.spells()) {
            details.addReviews(spell, story.random());
            details.addAbsences(spell, child, story.random());
            details.addWorkers(spell, story.random(), identifiers);
        }
        return details;
    }

    /// The first review comes within twenty working days, the second within three months more, then one each half year.
    private void addReviews(Spell spell, RandomGenerator random) {
        int day = spell.start() + 14 + random.nextInt(14);
        int apart = 70;
        while (day < spell.end()) {
            reviews.add(day);
            day += apart + random.nextInt(14);
            apart = 165;
        }
    }

    private void addAbsences(Spell spell, Child child, RandomGenerator random) {
        int day = Math.max(spell.start(), child.born() + 12 * 366);
        if (random.nextInt(3) > 0) {
            return;
        }
        day += random.nextInt(200);
        while (day + 8 < spell.end() && absences.size() < 40) {
            int end = day + random.nextInt(8);
            absences.add(new Absence(ChildCodes.AWAY.pick(random), day, end));
            day = end + 1 + random.nextInt(300);
        }
    }

    private void addWorkers(Spell spell, RandomGenerator random, Identifiers identifiers) {
        int day = spell.start();
        while (day < spell.end()) {
            int end = Math.min(spell.end(), day + 60 + random.nextInt(700));
            workers.add(new Worker(identifiers.worker(random), day, end, ChildCodes.WORKER_CHANGE.pick(random)));
            day = end;
        }
    }

    private static int ownChild(Child child, RandomGenerator random) {
        int day = child.born() + 14 * 366 + random.nextInt(1_400);
        return child.girl() && random.nextInt(40) == 0 ? day : Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
        return "details";
    }
}
