/// The web server: listeners, requests with ids and limits, problems as answers, a stop that finishes what it accepted.
///
/// A part implements `Routes`; the program gives all of them to `WebServer.start` with a `Listener`. What cannot be done
/// for a request is thrown as `RequestRefused` with a `Problem` and answered as `application/problem+json`; anything
/// else that is thrown is answered as `internal` with the request's id and nothing of what it said. Bodies are streamed
/// and cut off at the limit of their route. The access log has method, route, status, size and time, and never a query.
@NullMarked
package weir.platform.web;

import org.jspecify.annotations.NullMarked;
