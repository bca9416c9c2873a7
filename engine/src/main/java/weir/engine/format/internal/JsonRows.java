package weir.engine.format.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import weir.engine.format.FileRefused;
import weir.engine.format.Limits;
import weir.engine.format.RowBlock;
import weir.engine.issue.IssueCode;
import weir.engine.record.Cells;
import weir.engine.record.Value;

/// Reads lines of JSON, one flat object each, as rows. For many threads, each with a block of its own.
public final class JsonRows {

    public static final String WANTED = "one JSON object on each line, in UTF-8, with no lists or objects inside";

    private static final Cells BLANK = Cells.of(new String[0]);

    private final JsonFactory json;
    private final Limits limits;

    public JsonRows(Limits limits) {
        this.limits = limits;
        this.json = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(2)
                        .maxStringLength(limits.recordBytes())
                        .build())
                .build();
    }

    /// The names in the first object of a run; empty when the run has only blank lines.
    public List<String> header(LineBuffer.Run run) throws FileRefused {
        List<String> names = new ArrayList<>();
        for (Line line : lines(run)) {
            if (!line.isBlank()) {
                parse(line, Map.of(), names);
                break;
            }
        }
        return names;
    }

    /// The rows of a run. A name that is not in the header stands behind the columns of the header.
    public RowBlock block(LineBuffer.Run run, List<String> header) {
        return new RowBlock() {
            @Override
            public long firstRow() {
                return run.firstLine() + 1;
            }

            @Override
            public List<Cells> rows() throws FileRefused {
                Map<String, Integer> columns = new HashMap<>();
                header.forEach(name -> columns.put(name, columns.size()));
                List<Cells> rows = new ArrayList<>();
                for (Line line : lines(run)) {
                    rows.add(line.isBlank() ? BLANK : parse(line, columns, new ArrayList<>()));
                }
                return rows;
            }
        };
    }

    /// A line of a run: bytes `[from, to)`.
    @SuppressWarnings("ArrayRecordComponent") // a view of the run
    private record Line(byte[] bytes, int from, int to, long row) {

        boolean isBlank() {
            for (int i = from; i < to; i++) {
                if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Line> lines(LineBuffer.Run run) {
        List<Line> lines = new ArrayList<>();
        byte[] bytes = run.bytes();
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                lines.add(new Line(bytes, from, i, run.firstLine() + 1 + lines.size()));
                from = i + 1;
            }
        }
        return lines;
    }

    /// @param columns where each name stands
    /// @param added   takes the names that stand nowhere
    private Cells parse(Line line, Map<String, Integer> columns, List<String> added) throws FileRefused {
        Value[] values = new Value[columns.size()];
        Arrays.fill(values, Value.blank());
        try (JsonParser parser =
                json.createParser(ObjectReadContext.empty(), line.bytes(), line.from(), line.to() - line.from())) {
            require(parser.nextToken() == JsonToken.START_OBJECT, line);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                Integer column = columns.get(name);
                if (column == null) {
                    column = values.length;
                    added.add(name);
                    values = withRoomFor(column, values, line);
                }
                values[column] = value(parser, line);
            }
            require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null, line);
        } catch (JacksonException e) {
            throw notTabular(line);
        }
        return Cells.of(values);
    }

    private Value[] withRoomFor(int column, Value[] values, Line line) throws FileRefused {
        if (column >= limits.columns()) {
            throw new FileRefused(IssueCode.TOO_MANY_COLUMNS, line.row(), limits.columns() + " columns");
        }
        Value[] longer = Arrays.copyOf(values, column + 1);
        longer[column] = Value.blank();
        return longer;
    }

    private Value value(JsonParser parser, Line line) throws FileRefused {
        return switch (parser.nextToken()) {
            case VALUE_STRING -> {
                String text = parser.getString();
                if (text.length() > limits.cellCharacters()) {
                    throw new FileRefused(IssueCode.CELL_TOO_LONG, line.row(), limits.cellCharacters() + " characters");
                }
                yield Value.text(text);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NumberCell.exact(parser.getDecimalValue());
            case VALUE_TRUE -> new Value.Flag(true);
            case VALUE_FALSE -> new Value.Flag(false);
            case VALUE_NULL -> Value.blank();
            case null, default -> throw notTabular(line);
        };
    }

    private static void require(boolean holds, Line line) throws FileRefused {
        if (!holds) {
            throw notTabular(line);
        }
    }

    private static FileRefused notTabular(Line line) {
        return new FileRefused(IssueCode.FILE_NOT_TABULAR, line.row(), WANTED);
    }
}
