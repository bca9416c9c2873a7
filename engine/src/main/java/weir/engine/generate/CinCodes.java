package weir.engine.generate;

import java.util.random.RandomGenerator;

/// The codes of children in need by year, with weights that give a likely mix.
///
/// Source: Children in need census, guides 2016-17 to 2025-26, the code sets. Changes: in 2021 the factors 18A and 19A give
/// way to 18B, 18C, 19B and 19C; in 2022 24A is new; in 2023 the source 5D and the reason RC9 are; in 2025 sex is M, F or U.
final class CinCodes {

    static final Choice NEED = Choice.of("N1:56 N2:9 N3:4 N4:9 N5:14 N6:3 N7 N8:3 N9 N0");
    static final Choice ABUSE = Choice.of("NEG:48 PHY:7 SAB:4 EMO:36 MUL:5");
    static final Choice PUPIL_UNKNOWN = Choice.of("UN1:4 UN2 UN3:2 UN4:2 UN5 UN6");
    static final Choice DISABILITY = Choice.of("MOB:9 HAND:4 PC:8 INC:6 COMM:18 LD:24 HEAR:4 VIS:4 BEH:20 CON:4 AUT:30 DDA:10");

    private static final Choice SOURCE_BEFORE_2023 = Choice.of(
            "1A:4 1B:5 1C 1D:4 2A:19 2B:2 3A:2 3B:3 3C:2 3D:4 3E:4 3F:3 4:2 5A:5 5B:4 5C:4 6:29 7:3 8:4 9:3 10:2");
    private static final Choice SOURCE = Choice.of(
            "1A:4 1B:5 1C 1D:4 2A:19 2B:2 3A:2 3B:3 3C:2 3D:4 3E:4 3F:3 4:2 5A:5 5B:4 5C:4 5D:3 6:29 7:3 8:4 9:3 10:2");
    private static final Choice CLOSED_AFTER_ASSESSMENT = Choice.of("RC8:8 RC9:3");
    private static final Choice CLOSED = Choice.of("RC1 RC3:2 RC4:2 RC5:6 RC6:3 RC7:60");
    private static final Choice FACTOR = Choice.of(
            "1A:4 1B:16 1C:3 2A:6 2B:15 2C:4 3A:12 3B:30 3C:4 4A:18 4B:30 4C:4 5A:8 5B:3 5C 6A:7 6B:5 6C 7A:3 8B 8C 8D 8E 8F"
                    + " 9A:2 10A:4 11A:3 12A:2 13A:3 14A:10 15A:6 16A:18 17A:20 20:10 22A 23A");
    private static final Choice HARM_BEFORE_2021 = Choice.of("18A:14 19A:6");
    private static final Choice HARM = Choice.of("18B:4 18C:12 19B:3 19C:5");

    private CinCodes() {}

    static String source(RandomGenerator random, int year) {
        return (year >= 2023 ? SOURCE : SOURCE_BEFORE_2023).pick(random);
    }

    /// Why a case was closed, by the year of its last day. @param soon whether the assessment found no need to go on
    static String closed(RandomGenerator random, int year, boolean soon) {
        if (!soon) {
            return CLOSED.pick(random);
        }
        return year >= 2023 ? CLOSED_AFTER_ASSESSMENT.pick(random) : "RC8";
    }

    /// A factor, by the year in which the assessment ended.
    static String factor(RandomGenerator random, int year) {
        int at = random.nextInt(100);
        if (at < 8) {
            return (year >= 2021 ? HARM : HARM_BEFORE_2021).pick(random);
        }
        return year >= 2022 && at < 11 ? "24A" : FACTOR.pick(random);
    }

    static String sex(int year, boolean girl, boolean isBorn) {
        if (year >= 2025) {
            return isBorn ? girl ? "F" : "M" : "U";
        }
        return isBorn ? girl ? "2" : "1" : "0";
    }
}
