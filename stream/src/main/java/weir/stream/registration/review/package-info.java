/// The review of a file before it is handed in for registration: every finding at once, in the shape NIAS2 gave them.
///
/// A [ReviewedStudent] is a row or an object; [StudentReview] asks it, in this order: its content field by field, its date of
/// birth against its levels, whether it stands in the file twice, its school, its ids, its numbers, its names. What is found is a
/// [ReviewFinding]. [ReviewManifest] counts the students of each school.
@NullMarked
package weir.stream.registration.review;

import org.jspecify.annotations.NullMarked;
