package weir.app.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;

import weir.app.serve.Parts;
import weir.app.terminal.GuardedOutput;
import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.platform.journal.Action;
import weir.platform.journal.Actor;
import weir.platform.journal.Entry;
import weir.platform.journal.Journal;
import weir.platform.journal.Subject;
import weir.stream.read.InvalidStart;
import weir.stream.read.MessageForm;
import weir.stream.read.OpenStream;
import weir.stream.read.ReadRequest;
import weir.stream.read.Start;
import weir.stream.read.StreamReader;
import weir.stream.read.UnknownStream;

/// Reads streams to standard output, until their end or until somebody presses Ctrl-C. The journal knows of it before the first
/// message is shown.
final class Reading {

    private static final Duration HEARTBEAT = Duration.ofDays(1);

    private final Parts parts;
    private final Terminal terminal;

    Reading(Parts parts, Terminal terminal) {
        this.parts = parts;
        this.terminal = terminal;
    }

    /// @throws WrongUse when it is no place in a stream
    static Start start(String text) {
        try {
            return Start.parse(text);
        } catch (InvalidStart e) {
            throw new WrongUse(String.valueOf(e.getMessage()).replace("The offset", "--from"));
        }
    }

    /// @return where to go on
    /// @throws WrongUse when there is no such stream, or the start is not of it
    String show(ReadRequest request, MessageForm form) throws IOException {
        try (OpenStream stream = new StreamReader(parts.broker()).open(request)) {
            new Journal(parts.database()).append(Entry.of(
                    Action.PERSONAL_DATA_READ, Actor.person(Parts.operator()),
                    new Subject("data", request.topics().stream().collect(Collectors.joining(" ", "stream ", "")))));
            Thread hook = Thread.ofPlatform().name("stop-reading").unstarted(stream::stop);
            Runtime.getRuntime().addShutdownHook(hook);
            try (GuardedOutput out = new GuardedOutput(terminal.out())) {
                stream.writeTo(out, form, HEARTBEAT);
            } finally {
                remove(hook);
            }
            return stream.place();
        } catch (UnknownStream e) {
            throw new WrongUse("There is no stream " + request.topics().getFirst() + ": weir stream topics lists those there are.");
        } catch (InvalidStart e) {
            throw new WrongUse(String.valueOf(e.getMessage()).replace("The offset", "--from"));
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has done its work.
        }
    }
}
