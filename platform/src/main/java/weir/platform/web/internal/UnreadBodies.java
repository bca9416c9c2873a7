package weir.platform.web.internal;

import java.util.function.LongSupplier;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Reads on for a while after an answer that came before the end of its request's body, and throws away what it reads.
///
/// A connection that is closed while bytes of its sender are still unread is reset, and a reset takes the answer with it: who sent
/// too much would see a broken connection in place of the sentence that says what to send instead.
public final class UnreadBodies extends Handler.Wrapper {

    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_NANOS = 5_000_000_000L;

    private final LongSupplier nanos;

    /// @param nanos a clock for time spans, as `System::nanoTime` is
    public UnreadBodies(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // Who waits to be asked for the body has sent none.
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            return super.handle(request, response, callback);
        }
        return super.handle(new Unspoilt(request), response, new Reading(request, callback));
    }

    /// As an answer is written, the server would read what is there of a body and fail what is still to come.
    private static final class Unspoilt extends Request.Wrapper {

        private static final int READS = 16;

        Unspoilt(Request wrapped) {
            super(wrapped);
        }

        @Override
        public boolean consumeAvailable() {
            for (int i = 0; i < READS; i++) {
                Content.Chunk chunk = read();
                if (chunk == null) {
                    return false;
                }
                chunk.release();
                if (chunk.isLast()) {
                    return !Content.Chunk.isFailure(chunk);
                }
            }
            return false;
        }
    }

    /// Ends the request only once its body is read, or enough of it. Used by one thread at a time.
    private final class Reading extends Callback.Nested {

        private final Request request;
        private long until;
        private long left = MOST_BYTES;

        Reading(Request request, Callback callback) {
            super(callback);
            this.request = request;
        }

        @Override
        public void succeeded() {
            until = nanos.getAsLong() + MOST_NANOS;
            readOn();
        }

        private void readOn() {
            while (left > 0 && nanos.getAsLong() - until < 0) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this::readOn);
                    return;
                }
                left -= chunk.remaining();
                chunk.release();
                if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                    break;
                }
            }
            super.succeeded();
        }
    }
}
