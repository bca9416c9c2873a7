package weir.platform.backup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The beginning of a manifest, which every format has alike: `{"format":1,"program":"…"`.
record FormatLine(int format, String program) {

    private static final Pattern FORM = Pattern.compile("\\{\"format\":([0-9]{1,6}),\"program\":\"([A-Za-z0-9 ().+-]{1,64})\".*", Pattern.DOTALL);

    /// @throws BackupDamaged when it begins otherwise
    FormatLine(String text) {
        this(matcher(text));
    }

    private FormatLine(Matcher found) {
        this(Integer.parseInt(found.group(1)), found.group(2));
    }

    private static Matcher matcher(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new BackupDamaged("its manifest has another form");
        }
        return found;
    }
}
