package weir.engine.generate;

/// The codes of the tables other than episodes, by year, with weights that give a likely mix.
///
/// Source: Children looked-after by local authorities, guides 2016-17 to 2025-26. Changes: in 2022 the activities F3
/// and P3 give way to F4, F5, P4 and P5; in 2025 sex is M, F or U instead of 1 or 2.
final class ChildCodes {

    static final Choice ETHNIC = Choice.of(
            "WBRI:620 WIRI:6 WOTH:50 WIRT:5 WROM:8 MWBC:35 MWBA:14 MWAS:14 MOTH:30 AIND:8 APKN:18 ABAN:12 AOTH:30"
                    + " BCRB:20 BAFR:55 BOTH:18 CHNE:2 OOTH:45 REFU:2 NOBT:8");
    static final Choice SDQ_REASON = Choice.of("SDQ1:5 SDQ2:20 SDQ3:15 SDQ4:25 SDQ5:35");
    static final Choice REVIEW = Choice.of("PN1:55 PN2:8 PN3:12 PN4:3 PN5:6 PN6:6 PN7:10");
    static final Choice IN_TOUCH = Choice.of("YES:88 NO:6 REFU:2 NREQ:2 RHOM DIED");
    static final Choice ACCOMMODATION = Choice.of(
            "B1:22 B2 C1:3 C2 D1:8 D2 E1:6 E2 G1:3 G2 H1:3 H2 K1:9 K2 R1:4 R2:2 S1:2 S2:2 T1:4 T2 U1:22 U2 V1:3 V2"
                    + " W1:2 W2 X1:5 X2:4 Y1:4 Y2 Z1:10 Z2");
    static final Choice PLACED_CEASED = Choice.of("RD1:2 RD2 RD3 RD4:3");
    static final Choice EARLIER_PERMANENCE = Choice.of("P1:20 P2:45 P3:25 P4:10");
    static final Choice AWAY = Choice.of("M:85 A:15");
    static final Choice WORKER_CHANGE = Choice.of(
            "MANAGE:15 FCONTA:4 LEFTRL:40 ORGRST:12 TSPROC:20 ABSENC:8 CHCHAN:3 PCCHAN:2 SWDIED OTHERS:6");
    static final Choice TWO_ADOPTERS = Choice.of("MF:85 MM:7 FF:8");
    static final Choice ONE_ADOPTER = Choice.of("F1:9 M1:1");

    private static final Choice ACTIVITY_BEFORE_2022 = Choice.of("F1:8 P1 F2:24 P2:3 F3:22 P3:6 G4:8 G5:20 G6:8");
    private static final Choice ACTIVITY = Choice.of("F1:8 P1 F2:24 P2:3 F4:6 P4:2 F5:18 P5:5 G4:8 G5:20 G6:8");

    private ChildCodes() {}

    static Choice activity(int year) {
        return year >= 2022 ? ACTIVITY : ACTIVITY_BEFORE_2022;
    }

    static String sex(int year, boolean girl) {
        if (year >= 2025) {
            return girl ? "F" : "M";
        }
        return girl ? "2" : "1";
    }

    /// The legal status of adopters. @param adopters their sexes, as in `MF`; one letter and a 1 for one adopter
    static String legalStatusOfAdopters(String adopters, boolean married) {
        return switch (adopters) {
            case "MF" -> married ? "L11" : "L2";
            case "MM", "FF" -> "L12";
            default -> "L0";
        };
    }
}
