package weir.stream.sif;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes up students as a document of SIF 3.4, valid for the general schema and for that of registration. The same random
/// numbers give the same document. For one thread.
///
/// Nobody in it exists. Each student is in one of the years that are tested, of an age for it, at one of the schools; about one
/// in eight lacks what need not be there.
public final class SifGenerator {

    private static final String[] GIVEN = {
        "Alinta", "Bao", "Chloe", "Dominic", "Ella", "Farid", "Grace", "Hamish", "Isla", "Jarrah", "Kiri", "Liam", "Mei", "Noah",
        "Olivia", "Priya", "Quentin", "Ruby", "Sione", "Tahlia", "Umar", "Violet", "William", "Xanthe", "Yusuf", "Zo\u00eb"
    };
    private static final String[] FAMILY = {
        "Abbott", "Baird", "Chen", "D'Souza", "Edwards", "Fraser", "Gupta", "Hughes", "Ibrahim", "Jones", "Kelly", "Lee", "Martin",
        "Nguyen", "O'Brien", "Papadopoulos", "Quinn", "Rossi", "Singh", "Taylor", "Usher", "Vella", "Walker", "Xu", "Young", "Zammit"
    };
    private static final String[] STREETS = {"Acacia Avenue", "Banksia Street", "Creek Road", "Depot Lane", "Station & Mill Street"};
    private static final String[][] PLACES = {
        {"Parramatta", "NSW", "2150"}, {"Ballarat", "VIC", "3350"}, {"Toowoomba", "QLD", "4350"}, {"Gawler", "SA", "5118"},
        {"Geraldton", "WA", "6530"}, {"Launceston", "TAS", "7250"}, {"Katherine", "NT", "0850"}, {"Belconnen", "ACT", "2617"}
    };
    private static final String[] COUNTRIES = {"1101", "1101", "1101", "1201", "2102", "5105", "7103"};
    private static final String[] LANGUAGES = {"1201", "1201", "1201", "2201", "2401", "4202", "5203", "6302", "7104"};
    private static final int[] YEARS = {3, 5, 7, 9};
    private static final int ONE_IN_LACKING = 8;

    private final RandomGenerator random;
    private final Year testYear;
    private final List<String> schools;

    /// @param testYear of the tests: students are of an age for their year then
    /// @param schools the national ids of schools, one at least
    public SifGenerator(RandomGenerator random, Year testYear, List<String> schools) {
        this.random = random;
        this.testYear = testYear;
        this.schools = List.copyOf(schools);
    }

    /// Writes so many students in UTF-8, and leaves the stream open.
    public void writeStudents(long count, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write("""
                <?xml version="1.0" encoding="UTF-8"?>
                <StudentPersonals xmlns="http://www.sifassociation.org/au/datamodel/3.4">
                """);
        for (long number = 1; number <= count; number++) {
            writer.write(new Student(number).xml());
        }
        writer.write("</StudentPersonals>\n");
        writer.flush();
    }

    /// One student, written from top to bottom.
    private final class Student {

        private final StringBuilder xml = new StringBuilder(4_096);
        private final long number;
        private final int year = YEARS[random.nextInt(YEARS.length)];
        private final String school = schools.get(random.nextInt(schools.size()));
        private final boolean lacks = random.nextInt(ONE_IN_LACKING) == 0;
        private int depth = 1;

        Student(long number) {
            this.number = number;
        }

        String xml() {
            open("StudentPersonal", " RefId=\"" + new UUID(version4(random.nextLong()), variant2(random.nextLong())) + "\"");
            ids();
            open("PersonInfo", "");
            name();
            demographics();
            address();
            close("PersonInfo");
            mostRecent();
            one("EducationSupport", yesOrNo());
            one("HomeSchooledStudent", "N");
            one("Sensitive", yesOrNo());
            one("OfflineDelivery", "N");
            close("StudentPersonal");
            return xml.toString();
        }

        private void ids() {
            one("LocalId", "s" + number);
            one("StateProvinceId", digits(8));
            open("OtherIdList", "");
            for (String kind : List.of("SectorStudentId", "DiocesanStudentId", "OtherStudentId", "TAAStudentId", "NationalStudentId",
                    "PreviousLocalSchoolStudentId", "PreviousSectorStudentId", "PreviousStateProvinceId",
                    "PreviousNationalStudentId")) {
                if (!lacks || kind.equals("SectorStudentId")) {
                    line("<OtherId Type=\"" + kind + "\">" + digits(5) + "</OtherId>");
                }
            }
            close("OtherIdList");
        }

        private void name() {
            open("Name", " Type=\"LGL\"");
            one("FamilyName", pick(FAMILY) + (random.nextInt(10) == 0 ? "-" + pick(FAMILY) : ""));
            String given = pick(GIVEN);
            one("GivenName", given);
            if (!lacks) {
                one("MiddleName", pick(GIVEN));
                one("PreferredGivenName", given);
            }
            close("Name");
        }

        private void demographics() {
            open("Demographics", "");
            one("IndigenousStatus", random.nextInt(18) == 0 ? "1" : "4");
            one("Sex", random.nextBoolean() ? "1" : "2");
            LocalDate first = LocalDate.of(testYear.getValue() - year - 6, 8, 1);
            one("BirthDate", first.plusDays(random.nextInt(365)).toString());
            one("CountryOfBirth", pick(COUNTRIES));
            open("LanguageList", "");
            open("Language", "");
            one("Code", pick(LANGUAGES));
            one("LanguageType", "4");
            close("Language");
            close("LanguageList");
            if (!lacks) {
                one("VisaSubClass", "101");
            }
            one("LBOTE", yesOrNo());
            close("Demographics");
        }

        private void address() {
            String[] place = PLACES[random.nextInt(PLACES.length)];
            open("AddressList", "");
            open("Address", " Type=\"0765\" Role=\"012B\"");
            open("Street", "");
            one("Line1", 1 + random.nextInt(299) + " " + pick(STREETS));
            if (!lacks) {
                one("Line2", "Unit " + (1 + random.nextInt(40)));
            }
            close("Street");
            one("City", place[0]);
            one("StateProvince", place[1]);
            one("Country", "1101");
            one("PostalCode", place[2]);
            close("Address");
            close("AddressList");
        }

        private void mostRecent() {
            open("MostRecent", "");
            one("SchoolLocalId", school);
            code("YearLevel");
            one("FTE", random.nextInt(10) == 0 ? "0.6" : "1.0");
            one("Parent1Language", pick(LANGUAGES));
            one("Parent2Language", pick(LANGUAGES));
            one("Parent1EmploymentType", Integer.toString(1 + random.nextInt(4)));
            one("Parent2EmploymentType", Integer.toString(1 + random.nextInt(4)));
            one("Parent1SchoolEducationLevel", Integer.toString(1 + random.nextInt(4)));
            one("Parent2SchoolEducationLevel", Integer.toString(1 + random.nextInt(4)));
            one("Parent1NonSchoolEducation", Integer.toString(5 + random.nextInt(4)));
            one("Parent2NonSchoolEducation", Integer.toString(5 + random.nextInt(4)));
            one("LocalCampusId", "01");
            one("SchoolACARAId", school);
            code("TestLevel");
            String group = year + String.valueOf((char) ('A' + random.nextInt(5)));
            one("Homegroup", group);
            one("ClassCode", group);
            one("MembershipType", "01");
            one("FFPOS", "2");
            one("ReportingSchoolId", school);
            close("MostRecent");
        }

        private void code(String name) {
            open(name, "");
            one("Code", Integer.toString(year));
            close(name);
        }

        private String yesOrNo() {
            return random.nextInt(5) == 0 ? "Y" : "N";
        }

        private String digits(int count) {
            StringBuilder digits = new StringBuilder(count);
            for (int i = 0; i < count; i++) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
            return digits.toString();
        }

        private String pick(String[] from) {
            return from[random.nextInt(from.length)];
        }

        private void open(String name, String attributes) {
            line("<" + name + attributes + ">");
            depth++;
        }

        private void close(String name) {
            depth--;
            line("</" + name + ">");
        }

        private void one(String name, String value) {
            line("<" + name + ">" + value.replace("&", "&amp;") + "</" + name + ">");
        }

        private void line(String text) {
            xml.repeat("  ", depth).append(text).append('\n');
        }
    }

    private static long version4(long bits) {
        return bits & ~0xf000L | 0x4000L;
    }

    private static long variant2(long bits) {
        return bits & ~(3L << 62) | 2L << 62;
    }
}
