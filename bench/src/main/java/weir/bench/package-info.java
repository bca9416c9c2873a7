/// Placeholder.
@org.jspecify.annotations.NullMarked
package weir.bench;
