/// The inbox: a folder or a bucket in which each organisation has a folder, and a folder in it for each dataset.
///
/// `ReadInbox` looks at what is there, hands over what is new or changed, one delivery for each organisation's folder and
/// round, and puts the error report of what was checked into the folder `logs` beside it. The senders' files are read and
/// never moved, changed or deleted. What was taken once is remembered.
@NullMarked
package weir.collect.inbox;

import org.jspecify.annotations.NullMarked;
