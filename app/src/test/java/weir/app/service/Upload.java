package weir.app.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// An upload whose sender takes its time, byte by byte over a connection of its own.
final class Upload implements AutoCloseable {

    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;

    private Upload(Socket socket) {
        this.socket = socket;
    }

    /// Sends the head of a request with a body of this length, and nothing of the body yet. Returns when the service has
    /// accepted it and begun to read the body.
    static Upload begin(int port, String path, int length) throws IOException {
        Upload upload = new Upload(new Socket(InetAddress.getLoopbackAddress(), port));
        upload.socket.setSoTimeout(30_000);
        upload.send(("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Length: " + length
                + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        byte[] goOn = upload.socket.getInputStream().readNBytes(GO_ON.length);
        if (!Arrays.equals(goOn, GO_ON)) {
            throw new IOException("The service did not ask for the body.");
        }
        return upload;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// The whole answer as text.
    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Breaks off.
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
