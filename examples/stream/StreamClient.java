import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Posts three made-up students to a stream, follows one level of it until they come, and asks the graph for one of them.
/// Needs nothing but a JDK, and a service:
///
///     java StreamClient.java students.xml [ADDRESS [TOKEN]]
final class StreamClient {

    private static final Pattern ADVICE = Pattern.compile("Start consuming from ([^\"]+)");
    private static final Pattern STUDENT = Pattern.compile("<StudentPersonal [^>]*RefId=\\\\\"([^\\\\]+)");
    private static final int STUDENTS = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    private StreamClient(String address, String token) {
        this.address = address;
        this.token = token;
    }

    public static void main(String[] args) throws Exception {
        StreamClient client = new StreamClient(args.length > 1 ? args[1] : "http://127.0.0.1:9292", args.length > 2 ? args[2] : "");
        String place = client.place("/example/students/medium");
        client.post("/example/students", Path.of(args[0]));
        System.out.println("Posted.");
        String student = client.follow("/example/students/medium", place);
        System.out.println("Read " + STUDENTS + " students.");
        System.out.println(client.find(student));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /// Where a stream ends now; its beginning when there is none yet.
    private String place(String stream) throws IOException, InterruptedException {
        String answer = http.send(request(stream + "?offset=latest").build(), BodyHandlers.ofString()).body();
        Matcher advice = ADVICE.matcher(answer);
        return advice.find() ? advice.group(1) : "earliest";
    }

    private void post(String stream, Path file) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(stream).header("Content-Type", "application/xml").POST(BodyPublishers.ofFile(file)).build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("Not taken, HTTP " + answer.statusCode() + ": " + answer.body());
        }
    }

    /// Reads messages as they come, as server-sent events, until all students are there.
    /// @return the id of one
    private String follow(String stream, String place) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(
                request(stream + "?offset=" + place).header("Accept", "text/event-stream").timeout(Duration.ofSeconds(30)).build(),
                BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String student = "";
            for (int seen = 0; seen < STUDENTS; ) {
                String line = lines.readLine();
                if (line == null) {
                    throw new IOException("The stream ended early, HTTP " + answer.statusCode());
                }
                Matcher found = STUDENT.matcher(line);
                if (line.startsWith("data: ") && found.find()) {
                    seen++;
                    student = found.group(1);
                }
            }
            return student;
        }
    }

    /// What the graph knows of an object. It may lag a moment behind the stream.
    private String find(String id) throws IOException, InterruptedException {
        for (int tries = 0; tries < 60; tries++) {
            String found = http.send(request("/sms/find?id=" + id).build(), BodyHandlers.ofString()).body();
            if (found.contains("\"label\":\"")) {
                return found.replaceAll(".*(\"label\":\"[^\"]*\").*", "$1");
            }
            Thread.sleep(500);
        }
        throw new IOException("The graph does not know " + id);
    }
}
