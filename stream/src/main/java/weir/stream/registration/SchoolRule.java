package weir.stream.registration;

import java.util.Optional;

/// Whether the school of a student is in the list, and in the state that registers.
final class SchoolRule {

    private final SchoolList schools;
    private final Optional<String> registeringState;

    SchoolRule(SrmSettings settings) {
        this.schools = settings.schools();
        this.registeringState = settings.state();
    }

    void check(RegistrationObject object, SrmRule.Findings findings) {
        if (schools.size() == 0) {
            return;
        }
        String school = object.value("ASLSchoolId");
        Optional<String> state = schools.state(school);
        if (state.isEmpty()) {
            findings.add("ASLSchoolId", "Error: ASLSchoolId '" + school + "' is not recognised");
        } else if (registeringState.isPresent() && !registeringState.equals(state)) {
            findings.add("ASLSchoolId", "Error: ASLSchoolId '" + school + "' is not recognised for this state");
        }
    }
}
