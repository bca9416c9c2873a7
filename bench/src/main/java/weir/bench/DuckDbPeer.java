package weir.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// DuckDB converting episodes as Weir does: every cell typed, what does not fit blank and counted.
final class DuckDbPeer {

    private static final List<String> DATES = List.of("DECOM", "DEC");
    private static final List<String> POSTCODES = List.of("HOME_POST", "PL_POST");
    private static final List<String> TEXTS = List.of("CHILD", "URN");
    private static final Map<String, String> CODES = new TreeMap<>(Map.of(
            "RNE", "S L P T B U",
            "LS", "C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3",
            "CIN", "N1 N2 N3 N4 N5 N6 N7 N8",
            "PLACE", "A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14",
            "PLACE_PROVIDER", "PR0 PR1 PR2 PR3 PR4 PR5",
            "REC", "X1 E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E17 E8",
            "REASON_PLACE_CHANGE", "CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER"));

    private DuckDbPeer() {}

    public static void main(String[] args) throws SQLException, IOException {
        Path out = Path.of(args[2]);
        Files.createDirectories(out);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String source = "read_csv('" + args[1] + "', all_varchar=true, header=true, null_padding=true,"
                    + " strict_mode=false, ignore_errors=true)";
            if (args[0].equals("check")) {
                check(statement, source);
            } else {
                clean(statement, source, out);
            }
        }
    }

    private static void check(Statement statement, String source) throws SQLException {
        List<String> counts = new ArrayList<>();
        conversions().forEach((column, conversion) -> counts.add("count(*) FILTER (WHERE trim(coalesce(" + column
                + ", '')) <> '' AND " + conversion + " IS NULL)"));
        try (ResultSet result = statement.executeQuery("SELECT count(*), " + String.join(", ", counts) + " FROM " + source)) {
            result.next();
            System.out.println(result.getLong(1) + " rows");
        }
    }

    private static void clean(Statement statement, String source, Path out) throws SQLException {
        List<String> columns = new ArrayList<>();
        conversions().forEach((column, conversion) -> columns.add(conversion + " AS " + column));
        String select = "SELECT " + String.join(", ", columns) + " FROM " + source;
        statement.execute("COPY (" + select + ") TO '" + out.resolve("episodes.parquet")
                + "' (FORMAT parquet, COMPRESSION zstd)");
        statement.execute("COPY (SELECT * FROM '" + out.resolve("episodes.parquet") + "') TO '"
                + out.resolve("episodes.csv") + "' (FORMAT csv, HEADER)");
    }

    private static Map<String, String> conversions() {
        Map<String, String> conversions = new TreeMap<>();
        TEXTS.forEach(column -> conversions.put(column, "nullif(trim(" + column + "), '')"));
        DATES.forEach(column ->
                conversions.put(column, "CAST(try_strptime(trim(" + column + "), '%d/%m/%Y') AS DATE)"));
        CODES.forEach((column, codes) -> conversions.put(
                column,
                "CASE WHEN upper(trim(" + column + ")) IN ('" + codes.replace(" ", "', '") + "') THEN upper(trim("
                        + column + ")) END"));
        POSTCODES.forEach(column -> conversions.put(
                column,
                "CASE WHEN regexp_full_match(upper(replace(" + column
                        + ", ' ', '')), '[A-Z]{1,2}[0-9][0-9]?[A-Z]?[0-9][A-Z]{2}') THEN regexp_replace(upper(replace("
                        + column + ", ' ', '')), '(.*)(...)$', '\\1 \\2') END"));
        return conversions;
    }
}
