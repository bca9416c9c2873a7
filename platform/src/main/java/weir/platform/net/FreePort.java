package weir.platform.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/// Finds a port of loopback that nobody listens on.
public final class FreePort {

    /// Below those that Linux, Windows and macOS give to outgoing connections.
    private static final int FIRST = 20_000;
    private static final int BEHIND_LAST = 32_000;
    private static final int TRIES = 100;

    private FreePort() {}

    /// A free port which no outgoing connection takes before it is used; another process that listens still may.
    ///
    /// @throws BindException when a hundred were taken
    public static int find(RandomGenerator random) throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            try (ServerSocket free =
                    new ServerSocket(random.nextInt(FIRST, BEHIND_LAST), 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException _) {
                // Somebody has it.
            }
        }
        throw new BindException("No free port was found between " + FIRST + " and " + BEHIND_LAST + ".");
    }
}
