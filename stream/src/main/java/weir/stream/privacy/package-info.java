/// What must not be seen: the five levels of an object.
///
/// [Sensitivities] say how sensitive each field is and what stands in its place once it is taken out; they are read from YAML
/// by [SensitivityFile], or from the published lists by [PublishedLists]. A [PrivacyFilter] made of them walks over an object
/// once and gives it at every [weir.stream.message.Level]. An object it cannot read it refuses; none passes unfiltered.
@NullMarked
package weir.stream.privacy;

import org.jspecify.annotations.NullMarked;
