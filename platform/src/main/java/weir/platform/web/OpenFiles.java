package weir.platform.web;

import java.lang.management.ManagementFactory;

import com.sun.management.UnixOperatingSystemMXBean;

/// How many files and connections this process may have open (`ulimit -n`).
final class OpenFiles {

    /// What the process needs beside connections: jars, logs of the broker, connections to the database.
    private static final long OTHERS = 2_000;
    private static final int LEAST = 200;

    private OpenFiles() {}

    /// How many connections one listener may have, so that two of them leave enough for the rest.
    static int connections(int wanted) {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? fitting(wanted, system.getMaxFileDescriptorCount())
                : wanted;
    }

    static int fitting(int wanted, long files) {
        return (int) Math.min(wanted, Math.max(LEAST, (files - OTHERS) / 2));
    }
}
