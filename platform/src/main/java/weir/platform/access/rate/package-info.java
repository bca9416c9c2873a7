/// How many requests a caller or an address may make: token buckets in memory, their number bounded.
@NullMarked
package weir.platform.access.rate;

import org.jspecify.annotations.NullMarked;
