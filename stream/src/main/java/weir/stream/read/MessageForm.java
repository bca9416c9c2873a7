package weir.stream.read;

import java.io.IOException;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// How messages are written. Stateless, so safe for many threads.
public sealed interface MessageForm permits JsonForm, HtmlForm, ErrorForm, ValueForm {

    /// As documented for GET: JSON objects, an empty line after each, and a last one with advice.
    MessageForm JSON = new JsonForm(JsonForm.Frame.DOCUMENTED);

    /// One JSON object on each line.
    MessageForm LINES = new JsonForm(JsonForm.Frame.LINES);

    /// JSON objects as server-sent events; the id of each is where reading goes on after it.
    MessageForm EVENTS = new JsonForm(JsonForm.Frame.EVENTS);

    /// Escaped for a page, what was taken out marked.
    MessageForm HTML = new HtmlForm();

    /// Texts of errors as server-sent events.
    MessageForm ERROR_EVENTS = new ErrorForm(ErrorForm.Frame.EVENTS);

    /// Errors as JSON objects in server-sent events.
    MessageForm ERROR_JSON_EVENTS = new ErrorForm(ErrorForm.Frame.JSON_EVENTS);

    /// Where errors are and of which class, as JSON objects in server-sent events: nothing that a document says.
    MessageForm ERROR_OUTLINE_EVENTS = new ErrorForm(ErrorForm.Frame.OUTLINE_EVENTS);

    /// Texts of errors, without the marks of success.
    MessageForm ERROR_TEXT = new ErrorForm(ErrorForm.Frame.TEXT);

    /// Errors as JSON, one on each line, without the marks of success.
    MessageForm ERROR_LINES = new ErrorForm(ErrorForm.Frame.LINES);

    /// Nothing but the values, one on each line.
    MessageForm VALUES = new ValueForm();

    /// @param highWatermark where its partition ends now
    /// @param after where reading goes on after it
    void message(ByteOutput out, ConsumerRecord<byte[], byte[]> message, long highWatermark, Places after) throws IOException;

    /// The end of a reading that reached it.
    void footer(ByteOutput out, Places after) throws IOException;

    /// The end of a reading that broke off.
    void brokenOff(ByteOutput out, String sentence) throws IOException;

    /// Shows that the reading lives.
    void heartbeat(ByteOutput out) throws IOException;
}
