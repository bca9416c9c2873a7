package weir.engine.generate;

import java.util.List;
import java.util.random.RandomGenerator;

import weir.engine.generate.Episode.Placement;

/// Divides one spell into episodes that follow each other without a gap.
///
/// In a financial year a spell has at most four: the first and three changes.
final class SpellTeller {

    private static final int CHANGES_A_YEAR = 3;
    private static final int NEVER = Integer.MAX_VALUE;

    private final RandomGenerator random;
    private final Child child;
    private final Spell spell;
    private final List<Episode> episodes;
    private final int before;

    private int start;
    private State state;

    /// What holds during an episode. @param reason why it began
    private record State(String reason, String legal, Placement placement) {}

    /// @param episodes where this spell's episodes are added
    SpellTeller(RandomGenerator random, Child child, Spell spell, List<Episode> episodes) {
        this.random = random;
        this.child = child;
        this.spell = spell;
        this.episodes = episodes;
        this.before = episodes.size();
        this.start = spell.start();
        String legal = child.unaccompanied() ? "V2" : EpisodeCodes.LEGAL_AT_START.pick(random);
        this.state = new State("S", legal, placement(settled(start, legal)));
    }

    /// Adds the spell's episodes. @param isLast whether no other spell follows
    void tell(boolean isLast) {
        int adoption = isLast ? dayOfAdoptionPlacement() : NEVER;
        int change = Math.min(nextChange(), adoption);
        while (change < spell.end()) {
            State next = change == adoption ? placedForAdoption() : changed(change);
            episodes.add(episode(change, "X1", reasonForChange(next, change)));
            state = next;
            start = change;
            change = next.placement().isAdoption() ? disruption() : Math.min(nextChange(), later(adoption));
        }
        if (EpisodeCodes.isTemporary(state.placement().place())) {
            state = new State(state.reason(), state.legal(), placement(settled(start, state.legal())));
        }
        boolean adopted = state.placement().isAdoption();
        episodes.add(episode(spell.end(), EpisodeCodes.reasonForEnd(random, child, spell, adopted, !isLast), ""));
    }

    private Episode episode(int end, String ended, String change) {
        return new Episode(start, state.reason(), state.legal(), state.placement(), end, ended, change);
    }

    private int later(int day) {
        return day > start && day < NEVER && !isFull(day) ? day : NEVER;
    }

    private State placedForAdoption() {
        boolean byOrder = state.legal().equals("E1") || random.nextInt(10) > 0;
        Choice adopters = byOrder ? EpisodeCodes.ADOPTERS_BY_ORDER : EpisodeCodes.ADOPTERS_BY_CONSENT;
        String place = adopters.pick(random);
        boolean sameCarers = place.equals("A3") || place.equals("A5");
        boolean newOrder = byOrder && !state.legal().equals("E1");
        String reason = sameCarers ? (newOrder ? "U" : "T") : newOrder ? "B" : "P";
        return new State(reason, byOrder ? "E1" : state.legal(), placement(place));
    }

    private State changed(int day) {
        String reason = reason();
        String legal =
                switch (reason) {
                    case "L", "B", "U" -> legalAfter(day, reason.equals("L"));
                    default -> state.legal();
                };
        Placement placement =
                switch (reason) {
                    case "L" -> state.placement();
                    case "T", "U" -> withSameCarers(state.placement(), legal, day);
                    default -> placement(place(day, legal));
                };
        return new State(reason, legal, placement);
    }

    private String reason() {
        if (EpisodeCodes.longest(state.legal()) < NEVER) {
            return "L";
        }
        String reason = EpisodeCodes.CHANGE_OF_EPISODE.pick(random);
        boolean mustMove = state.placement().isAdoption() || EpisodeCodes.isTemporary(state.placement().place());
        return mustMove ? "P" : reason;
    }

    private String legalAfter(int day, boolean staysThere) {
        String legal = EpisodeCodes.legalAfter(random, state.legal(), child.age(day));
        while (staysThere && !EpisodeCodes.allows(legal, state.placement().place())) {
            legal = EpisodeCodes.legalAfter(random, state.legal(), child.age(day));
        }
        return legal;
    }

    private String reasonForChange(State next, int day) {
        int year = FinancialYear.containing(day);
        boolean isUnasked = year >= 2026 && EpisodeCodes.isTemporary(state.placement().place());
        return next.reason().equals("L") || isUnasked
                ? ""
                : EpisodeCodes.reasonForChange(random, year);
    }

    private Placement withSameCarers(Placement from, String legal, int day) {
        String place = place(day, legal);
        while (place.equals(from.place())) {
            place = place(day, legal);
        }
        boolean sameProvider =
                isOrdinary(from.place()) && isOrdinary(place) && EpisodeCodes.provides(from.provider(), place);
        String provider = sameProvider ? from.provider() : EpisodeCodes.provider(random, place);
        return new Placement(place, provider, from.postcode(), from.registration());
    }

    /// Whether a placement is neither with parents nor temporary or other, which have providers of their own.
    private static boolean isOrdinary(String place) {
        return !place.equals("P1") && place.charAt(0) != 'T' && place.charAt(0) != 'Z';
    }

    private String place(int day, String legal) {
        int year = FinancialYear.containing(day);
        String place = EpisodeCodes.place(random, child.age(day), year, spell.end());
        while (!EpisodeCodes.allows(legal, place)) {
            place = EpisodeCodes.place(random, child.age(day), year, spell.end());
        }
        return place;
    }

    /// A placement that time in care may begin or end with: none that is temporary.
    private String settled(int day, String legal) {
        String place = place(day, legal);
        while (EpisodeCodes.isTemporary(place)) {
            place = place(day, legal);
        }
        return place;
    }

    private Placement placement(String place) {
        boolean registered =
                switch (place.charAt(0)) {
                    case 'K', 'R', 'S' -> true;
                    case 'U' -> random.nextInt(3) == 0;
                    default -> false;
                };
        return new Placement(
                place,
                EpisodeCodes.provider(random, place),
                place.charAt(0) == 'A' ? Postcode.NONE : Postcode.draw(random),
                registered ? Identifiers.drawRegistration(random) : Placement.UNREGISTERED);
    }

    /// The day on which something changes next: for some soon, for most after months.
    private int nextChange() {
        int longest = EpisodeCodes.longest(state.legal());
        if (longest < NEVER) {
            return start + 1 + random.nextInt(longest);
        }
        int next = start + 7 + random.nextInt(random.nextInt(4) == 0 ? 80 : 700);
        return isFull(next)
                ? FinancialYear.startOf(FinancialYear.containing(next) + 1) + random.nextInt(60)
                : next;
    }

    /// Whether the financial year of a day already has its three changes.
    private boolean isFull(int day) {
        int third = episodes.size() - CHANGES_A_YEAR;
        return third >= before
                && FinancialYear.containing(episodes.get(third).end()) == FinancialYear.containing(day);
    }

    /// One young child in three whose time in care ends early is placed for adoption before.
    private int dayOfAdoptionPlacement() {
        boolean suits = !child.unaccompanied() && spell.days() > 250 && child.age(spell.end()) < 8;
        return suits && random.nextInt(3) == 0 ? spell.end() - 100 - random.nextInt(spell.days() / 4) : NEVER;
    }

    /// The day on which a placement for adoption fails, as one in twelve does.
    private int disruption() {
        return random.nextInt(12) == 0 ? start + (spell.end() - start) / 2 : NEVER;
    }
}
