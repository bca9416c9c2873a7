/// What the registration remembers of uploads and of students, in PostgreSQL.
@NullMarked
package weir.stream.registration.store;

import org.jspecify.annotations.NullMarked;
