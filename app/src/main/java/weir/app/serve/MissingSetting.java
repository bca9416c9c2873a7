package weir.app.serve;

import weir.platform.settings.Setting;

/// A setting that another one needs is not set.
public final class MissingSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingSetting(Setting<?> missing, Setting<?> other) {
        super("'" + other.key() + "' is set and '" + missing.key() + "' is not: set " + missing.variable()
                + (missing.isSecret() ? ", or name its file as '" + missing.key() + "-file'." : "."));
    }
}
