package weir.engine.generate;

import java.util.List;

/// A case of a child in need, from the referral to the closure, which may lie after the years asked for. Days are counted
/// from 1 January 1970.
///
/// @param referral    the day of the referral
/// @param source      the code of who referred the child
/// @param refused     whether there was no further action: then nothing else stands
/// @param need        the code of the main need; empty without further action
/// @param closure     the day of the closure; [#NEVER] without further action
/// @param reason      the code of why it was closed; empty without further action
/// @param assessments one after the other
/// @param inquiries   inquiries under section 47
/// @param plans       child in need plans, one after the other
/// @param protections child protection plans, one after the other
record CinCase(
        int referral,
        String source,
        boolean refused,
        String need,
        int closure,
        String reason,
        List<Assessment> assessments,
        List<Inquiry> inquiries,
        List<Plan> plans,
        List<Protection> protections) {

    static final int NEVER = Integer.MAX_VALUE;

    /// @param factors what it found, by the codes of the year it ended in
    record Assessment(int start, int review, int end, List<String> factors) {

        @Override
        public String toString() {
            return "assessment";
        }
    }

    /// @param target     by when the conference was to be held; [#NEVER] when none was needed
    /// @param conference when it was held; [#NEVER] when none was needed
    record Inquiry(int start, int target, int conference) {}

    record Plan(int start, int end) {}

    /// @param first    the category of abuse when it began
    /// @param latest   the latest category of abuse
    /// @param previous how many plans the child had before
    record Protection(int start, int end, String first, String latest, int previous, List<Integer> reviews) {

        @Override
        public String toString() {
            return "protection";
        }
    }

    /// Whether a year's return holds it: it was open on a day of the year, or refused in it.
    boolean meets(FinancialYear year) {
        return refused ? year.has(referral) : year.meets(referral, closure);
    }

    @Override
    public String toString() {
        return "case";
    }
}
