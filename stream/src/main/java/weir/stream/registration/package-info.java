/// Registration of students and staff for NAPLAN.
///
/// A row of CSV becomes an object ([CsvToSif]) when it is of the right kind and has its mandatory cells
/// ([MandatoryElements]); an object becomes a row ([SifToCsv]). Both go by one [RegistrationForm]: which column stands at
/// which place of the object. What stands in an object is read once, as a [RegistrationObject]; then it is prepared
/// ([StudentPreparation]: ungraded year levels, the platform's student id), judged ([SrmRules], with a [SchoolList] and the
/// year of the test), compared with the others of its upload ([UniqueIds]) and counted ([FileReport]). What is found becomes
/// errors with the documented texts.
@NullMarked
package weir.stream.registration;

import org.jspecify.annotations.NullMarked;
