/// Who may do what: the words that every route and every object is guarded with.
///
/// A route names one `Door`: a `Permission`, or the `HawkScope` that its programs need. The doors (`weir.platform.access.door`)
/// find out who calls and hang a `Caller` on the request; a route whose door is shut for the caller never runs. Inside,
/// a part asks the caller about the object at hand: `caller.require(SEE_DELIVERIES, organisation)`. What is not the
/// caller's own is answered as if it were not there.
@NullMarked
package weir.platform.access;

import org.jspecify.annotations.NullMarked;
