package weir.app;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/// The version of the program, from its jar.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"weir " + number()};
    }

    /// As `0.1.0`.
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
    }
}
