package weir.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where a server listens.
///
/// @param name `web` or `stream`
/// @param host the address of this machine to listen at
/// @param port 0 for a free one
public record Listener(String name, String host, int port) {

    /// Whether only this machine can reach it.
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
