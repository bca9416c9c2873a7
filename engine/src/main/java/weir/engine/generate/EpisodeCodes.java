package weir.engine.generate;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/// The codes of episodes by year, with weights that give a likely mix.
///
/// Source: Children looked-after by local authorities, guides 2016-17 to 2025-26, the code sets of legal status,
/// category of need, placement type and provider, reason episode ceased and reason for placement change. Changes: in
/// 2019 special guardianship goes from E43, E44 to E45 to E48 and CUSTOD is new; in 2025 H5 and P2 give way to K3; in
/// 2026 Z1 gains Z11 to Z14.
final class EpisodeCodes {

    static final Choice NEED = Choice.of("N1:58 N2:3 N3:4 N4:8 N5:14 N6:2 N7:1 N8:8");
    static final Choice LEGAL_AT_START = Choice.of("V2:42 C1:30 C2:8 L1:4 L2:6 L3:6");
    static final Choice LEGAL_LATER = Choice.of("C2:56 C1:20 V2:21 E1:4");
    static final Choice LEGAL_ON_REMAND = Choice.of("J1:8 J2 J3");
    static final Choice CHANGE_OF_EPISODE = Choice.of("P:50 L:26 B:12 T:8 U:4");
    static final Choice ADOPTERS_BY_ORDER = Choice.of("A5:30 A6:60");
    static final Choice ADOPTERS_BY_CONSENT = Choice.of("A3 A4");

    private static final Choice PLACE_YOUNG =
            Choice.of("U1:12 U2:2 U3:8 U4:38 U5:6 U6:20 P1:8 R1:2 R2 K2:2 T0 T1 T2 T3 Z1");
    private static final Choice PLACE_TEEN =
            Choice.of("U1:7 U2:2 U3:3 U4:30 U5:5 U6:20 P1:7 K1 K2:18 P3 R1 R3:2 R5 S1:2 T0 T4 Z1:2");
    private static final Choice PLACE_OLDER_BEFORE_2025 =
            Choice.of("U1:4 U2 U3:2 U4:20 U6:10 P1:4 H5:22 P2:12 P3 K1 K2:16 R2 R3:2 R5:2 S1:2 T1 Z1:2");
    private static final Choice PLACE_OLDER =
            Choice.of("U1:4 U2 U3:2 U4:20 U6:10 P1:4 K3:34 P3 K1 K2:16 R2 R3:2 R5:2 S1:2 T1 Z1:2");
    private static final Choice PLACE_UNREGISTERED = Choice.of("Z11:4 Z12:2 Z13 Z14 Z1:4");

    private static final Choice CHANGE_BEFORE_2019 =
            Choice.of("CARPL:40 CLOSE:2 ALLEG:2 STAND:2 APPRR CREQB:10 CREQO:8 CHILD:8 LAREQ:8 PLACE:12 OTHER:9");
    private static final Choice CHANGE = Choice.of(
            "CARPL:40 CLOSE:2 ALLEG:2 STAND:2 APPRR CREQB:10 CREQO:8 CHILD:8 LAREQ:8 PLACE:12 CUSTOD OTHER:9");

    private static final Choice END_BEFORE_2019 = Choice.of("E4A:34 E4B:16 E13:7 E41:6 E43:10 E44:4 E3:2 E8:12 E2 E16");
    private static final Choice END =
            Choice.of("E4A:34 E4B:16 E13:7 E41:6 E45:8 E46:3 E47:2 E48 E3:2 E8:12 E2 E16");
    private static final Choice END_OLDER = Choice.of("E4A:20 E4B:14 E5:14 E6:8 E9:4 E14:2 E3:2 E8:24 E13:4 E2");
    private static final Choice END_AT_EIGHTEEN = Choice.of("E5:24 E6:12 E7:14 E17:30 E8:20");
    private static final Choice END_UNACCOMPANIED = Choice.of("E5:20 E6:10 E8:20 E15:6 E4B:3 E16");
    private static final Choice ADOPTED = Choice.of("E11:3 E12:17");

    private static final Choice OWN_PROVISION = Choice.of("PR1:50 PR4:40 PR2:3 PR5:5 PR3:2");

    private static final int END_OF_P2 = (int) LocalDate.of(2023, 10, 28).toEpochDay();

    private EpisodeCodes() {}

    /// The days that a legal status of the first hours and weeks lasts at most; of others [Integer#MAX_VALUE].
    /// Source: Children Act 1989, sections 43, 44 and 46.
    static int longest(String legal) {
        return switch (legal) {
            case "L1" -> 3;
            case "L2" -> 21;
            case "L3" -> 7;
            default -> Integer.MAX_VALUE;
        };
    }

    /// Whether a child of a legal status may live in a placement: nobody is accommodated with the parents.
    static boolean allows(String legal, String place) {
        return !(legal.equals("V2") && place.equals("P1"));
    }

    /// A legal status other than the one held. @param age in whole years
    static String legalAfter(RandomGenerator random, String legal, int age) {
        if (age >= 10 && random.nextInt(40) == 0 && legal.charAt(0) != 'J') {
            return LEGAL_ON_REMAND.pick(random);
        }
        return LEGAL_LATER.pickOther(random, legal);
    }

    /// A placement that suits an age and may be reported from the year it starts in to the day its spell ends on.
    static String place(RandomGenerator random, int age, int year, int spellEnd) {
        int lastYear = FinancialYear.containing(spellEnd);
        Choice older = year >= 2025 ? PLACE_OLDER : lastYear >= 2025 ? PLACE_TEEN : PLACE_OLDER_BEFORE_2025;
        String place = (age < 10 ? PLACE_YOUNG : age < 16 ? PLACE_TEEN : older).pick(random);
        if (place.equals("P3") && age < 14) {
            return "U6";
        }
        if (place.equals("P2") && spellEnd >= END_OF_P2) {
            return "H5";
        }
        return year >= 2026 && place.equals("Z1") ? PLACE_UNREGISTERED.pick(random) : place;
    }

    static boolean isTemporary(String place) {
        return place.charAt(0) == 'T';
    }

    /// Who provides a placement; blank for temporary and other placements.
    static String provider(RandomGenerator random, String place) {
        return switch (place.charAt(0)) {
            case 'T', 'Z' -> "";
            case 'P' -> place.equals("P1") ? "PR0" : fitting(random, place);
            default -> fitting(random, place);
        };
    }

    private static String fitting(RandomGenerator random, String place) {
        String provider = OWN_PROVISION.pick(random);
        while (!provides(provider, place)) {
            provider = OWN_PROVISION.pick(random);
        }
        return provider;
    }

    /// Whether a provider may have a placement: a council has no care home or family centre of its own to name, and other
    /// public bodies no families and no children's homes.
    /// Source: Children looked-after by local authorities 2022 to 2023, validation rules 527 to 530.
    static boolean provides(String provider, String place) {
        return switch (provider) {
            case "PR1", "PR2" -> !place.equals("R2") && !place.equals("R5");
            case "PR3" -> "AKU".indexOf(place.charAt(0)) < 0 || place.equals("K3");
            default -> true;
        };
    }

    static String reasonForChange(RandomGenerator random, int year) {
        return (year >= 2019 ? CHANGE : CHANGE_BEFORE_2019).pick(random);
    }

    /// Why care ended, by the year of its last day.
    ///
    /// @param comesBack whether another spell follows, so that the child has neither died nor come of age
    static String reasonForEnd(RandomGenerator random, Child child, Spell spell, boolean adopted, boolean comesBack) {
        if (adopted) {
            return ADOPTED.pick(random);
        }
        if (spell.end() == child.adult()) {
            return END_AT_EIGHTEEN.pick(random);
        }
        int age = child.age(spell.end());
        if (child.unaccompanied() && age >= 16) {
            return lasting(END_UNACCOMPANIED.pick(random), comesBack);
        }
        if (age >= 16) {
            return lasting(END_OLDER.pick(random), comesBack);
        }
        String reason = (FinancialYear.containing(spell.end()) >= 2019 ? END : END_BEFORE_2019).pick(random);
        return lasting(reason, comesBack);
    }

    private static String lasting(String reason, boolean comesBack) {
        return comesBack && (reason.equals("E2") || reason.equals("E15")) ? "E4A" : reason;
    }
}
