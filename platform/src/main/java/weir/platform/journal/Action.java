package weir.platform.journal;

import java.util.regex.Pattern;

/// What was done, as a code that stays for ever. A part that needs another code adds a constant of its own.
///
/// @param code small letters and dashes, at most 64: `run-started`
public record Action(String code) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LENGTH_LIMIT = 64;

    public static final Action DELIVERY_RECEIVED = new Action("delivery-received");
    public static final Action RUN_STARTED = new Action("run-started");
    public static final Action RUN_STEP = new Action("run-step");
    public static final Action RUN_ENDED = new Action("run-ended");
    public static final Action ISSUE_TOTAL = new Action("issue-total");
    public static final Action STATE_CHANGED = new Action("state-changed");
    public static final Action JOB_SUBMITTED = new Action("job-submitted");
    public static final Action JOB_CANCELLED = new Action("job-cancelled");
    public static final Action JOB_RETRIED = new Action("job-retried");
    public static final Action PERSONAL_DATA_READ = new Action("personal-data-read");
    public static final Action SIGNED_IN = new Action("signed-in");
    public static final Action SIGN_IN_REFUSED = new Action("sign-in-refused");
    public static final Action SIGNED_OUT = new Action("signed-out");
    public static final Action KEY_MADE = new Action("key-made");
    public static final Action KEY_REVOKED = new Action("key-revoked");
    public static final Action SETTINGS_CHANGED = new Action("settings-changed");
    public static final Action SERVICE_STARTED = new Action("service-started");
    public static final Action SERVICE_STOPPED = new Action("service-stopped");
    public static final Action BACKUP_MADE = new Action("backup-made");

    public Action {
        if (code.length() > LENGTH_LIMIT || !FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("An action's code is small letters, digits and dashes, at most 64.");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
