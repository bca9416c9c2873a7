package weir.app;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/// The version of the program, from its jar.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        Optional<String> version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
        return new String[] {"weir " + version.orElse("(not packaged)")};
    }
}
