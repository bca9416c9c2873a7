/// What a dataset is: its tables, fields, types, codes and years, and what each use case may take from it.
///
/// A dataset is a folder of YAML ([Datasets] finds the folders, [DatasetReader] reads one). It has one [Specification]
/// per version, each made from the one before by the differences of a year, and one [UseCase] per agreed purpose.
/// Nothing here reads records: checking is `weir.engine.clean`, protecting is `weir.engine.protect`.
@NullMarked
package weir.engine.dataset;

import org.jspecify.annotations.NullMarked;
