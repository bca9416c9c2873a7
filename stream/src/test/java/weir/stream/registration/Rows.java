package weir.stream.registration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import weir.stream.csv.CsvCheck;
import weir.stream.csv.CsvLimits;
import weir.stream.csv.CsvLine;
import weir.stream.csv.CsvNotWellFormed;
import weir.stream.csv.CsvRow;
import weir.stream.csv.CsvRows;
import weir.stream.message.DocumentId;

/// Made-up rows of the registration, and what the real reading and mapping make of them.
public final class Rows {

    public static final DocumentId DOC = new DocumentId("doc1");
    static final String SCHOOL = "48096";
    private static final UUID REF_ID = UUID.fromString("0b5a1c5e-0000-4000-8000-000000000001");

    private final Map<String, String> cells;

    private Rows(Map<String, String> cells) {
        this.cells = cells;
    }

    /// A student who keeps every rule in the test of 2017.
    public static Rows student() {
        Map<String, String> cells = new LinkedHashMap<>();
        RegistrationForm.STUDENT.columns().forEach(column -> cells.put(column, ""));
        String values = """
                LocalId=fjghh371,SectorId=14668,DiocesanId=65616,OtherId=75189,TAAId=50668,JurisdictionId=59286,NationalId=35164,
                PlatformId=R10012345678R,PreviousLocalId=4716,PreviousSectorId=50001,PreviousDiocesanId=65241,
                PreviousOtherId=55578,PreviousTAAId=44128,PreviousJurisdictionId=37734,PreviousNationalId=73143,
                PreviousPlatformId=R10000000042R,FamilyName=Seefeldt,GivenName=Treva,PreferredName=Tre,MiddleName=E,
                BirthDate=2004-07-26,Sex=2,CountryOfBirth=1101,EducationSupport=Y,FFPOS=2,VisaCode=101,IndigenousStatus=2,LBOTE=Y,
                StudentLOTE=2201,YearLevel=7,TestLevel=7,FTE=0.89,HomeGroup=7E,ClassCode=7D,ASLSchoolId=48096,
                SchoolLocalId=046129,LocalCampusId=01,MainSchoolFlag=01,OtherSchoolId=208,ReportingSchoolId=48096,
                HomeSchooledStudent=N,Sensitive=Y,OfflineDelivery=Y,Parent1SchoolEducation=3,Parent1NonSchoolEducation=8,
                Parent1Occupation=2,Parent1LOTE=1201,Parent2SchoolEducation=2,Parent2NonSchoolEducation=7,Parent2Occupation=4,
                Parent2LOTE=1201,AddressLine1=30769 PineTree Rd.,Locality=Pepper Pike,Postcode=9999,StateTerritory=QLD
                """;
        for (String value : values.replace("\n", "").split(",", -1)) {
            String[] pair = value.split("=", 2);
            cells.put(pair[0], pair[1]);
        }
        return new Rows(cells);
    }

    public static Rows staff() {
        Map<String, String> cells = new LinkedHashMap<>();
        String[] values = "fjghh371,Treva,Seefeldt,7D,7E,knptb460,046129,01,tseefeldt@example.com,,".split(",", -1);
        List<String> columns = RegistrationForm.STAFF.columns();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), values[i]);
        }
        return new Rows(cells).without("AdditionalInfo").without("StaffSchoolRole");
    }

    public Rows with(String column, String value) {
        Map<String, String> changed = new LinkedHashMap<>(cells);
        changed.put(column, value);
        return new Rows(changed);
    }

    public Rows without(String column) {
        Map<String, String> changed = new LinkedHashMap<>(cells);
        changed.remove(column);
        return new Rows(changed);
    }

    public List<String> columns() {
        return List.copyOf(cells.keySet());
    }

    /// The row as the real reader gives it.
    public CsvRow row() {
        return read(CsvLine.of(columns()) + CsvLine.of(List.copyOf(cells.values()))).getFirst();
    }

    /// The document that the row becomes.
    public String document() {
        return document(form(), row());
    }

    /// The object that the row becomes, as it is read from its message.
    public RegistrationObject object() {
        return object(document());
    }

    private RegistrationForm form() {
        return cells.containsKey("LocalStaffId") ? RegistrationForm.STAFF : RegistrationForm.STUDENT;
    }

    public static String document(RegistrationForm form, CsvRow row) {
        return new CsvToSif(form).document(row, REF_ID);
    }

    /// The object in a document of one, as it is when it is alone.
    public static RegistrationObject object(String document) {
        String alone = document.strip();
        int first = alone.indexOf('>') + 1;
        String xml = alone.substring(first, alone.lastIndexOf("</")).strip()
                .replaceFirst(" RefId=", " xmlns=\"" + CsvToSif.NAMESPACE + "\" RefId=");
        try {
            return RegistrationObject.read(xml).orElseThrow();
        } catch (NotAnObject e) {
            throw new AssertionError(e);
        }
    }

    public static List<CsvRow> read(String csv) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        List<CsvRow> all = new ArrayList<>();
        try {
            CsvCheck check = CsvCheck.of(new ByteArrayInputStream(bytes), CsvLimits.DEFAULT);
            try (CsvRows rows = CsvRows.open(new ByteArrayInputStream(bytes), CsvLimits.DEFAULT, DOC, check.rows())) {
                for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                    all.add(row.get());
                }
            }
        } catch (IOException | CsvNotWellFormed e) {
            throw new AssertionError(e);
        }
        return all;
    }
}
