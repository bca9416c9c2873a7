/// What any running service needs: settings, objects, database, broker, journal, jobs, web and access.
@NullMarked
package weir.platform;

import org.jspecify.annotations.NullMarked;
