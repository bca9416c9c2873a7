package weir.app.collect;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Speaks tus 1.0.0 to a service. Safe for many threads.
public final class TusClient {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;

    public TusClient(String address) {
        this.address = address;
    }

    /// Begins an upload.
    /// @return its path
    public String create(String organisation, String file, long bytes) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("/v1/uploads")
                .header("Upload-Length", Long.toString(bytes))
                .header("Upload-Metadata", metadata(organisation, file))
                .POST(BodyPublishers.noBody()));
        if (answer.statusCode() != 201) {
            throw new IOException("Not begun: " + answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static String metadata(String organisation, String file) {
        return "organisation " + base64(organisation) + ",filename " + base64(file) + ",is_confidential";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Tus-Resumable", "1.0.0");
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> patch(String upload, long offset, byte[] bytes, int from, int length)
            throws IOException, InterruptedException {
        return send(request(upload)
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(bytes, from, length)));
    }

    public HttpResponse<String> head(String upload) throws IOException, InterruptedException {
        return send(request(upload).HEAD());
    }

    /// How much of it is kept.
    public long offset(String upload) throws IOException, InterruptedException {
        return Long.parseLong(head(upload).headers().firstValue("Upload-Offset").orElse("-1"));
    }

    /// Sends the head of a PATCH and less of the body than it announces. Who closes the socket breaks off.
    public Socket begin(String upload, int announced, byte[] bytes, int length) throws IOException {
        int port = URI.create(address).getPort();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        out.write(("PATCH " + upload + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + announced + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes, 0, length);
        out.flush();
        return socket;
    }
}
