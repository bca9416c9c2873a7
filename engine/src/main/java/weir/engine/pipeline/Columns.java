package weir.engine.pipeline;

import java.util.List;

import weir.engine.dataset.FieldType;
import weir.engine.dataset.Table;
import weir.engine.dataset.Treatment;
import weir.engine.format.TableWriter.Column;
import weir.engine.format.TableWriter.Kind;

/// Which kind of value each field holds, before and after its treatments.
final class Columns {

    private Columns() {}

    static List<Column> of(Table table) {
        return table.fields().stream().map(field -> new Column(field.name().value(), kind(field.type()))).toList();
    }

    static Kind kind(FieldType type) {
        return switch (type) {
            case FieldType.Whole _, FieldType.Age _ -> Kind.WHOLE;
            case FieldType.Decimal _ -> Kind.DECIMAL;
            case FieldType.Date _ -> Kind.DAY;
            case FieldType.Time _ -> Kind.CLOCK;
            case FieldType.Bool _ -> Kind.FLAG;
            case FieldType.Text _, FieldType.Postcode _, FieldType.Matching _, FieldType.Category _ -> Kind.TEXT;
        };
    }

    static Kind after(Kind kind, List<Treatment> treatments) {
        Kind result = kind;
        for (Treatment treatment : treatments) {
            result = after(result, treatment);
        }
        return result;
    }

    private static Kind after(Kind kind, Treatment treatment) {
        return switch (treatment) {
            case Treatment.Enrich enrich -> switch (enrich) {
                case YEAR, MONTH, FINANCIAL_YEAR, QUARTER, SCHOOL_YEAR -> Kind.WHOLE;
                case WHOLE_NUMBER, ORGANISATION_SUFFIX, ORGANISATION_CODE, ORGANISATION_NAME, TERM, PART -> Kind.TEXT;
            };
            case Treatment.Protect protect -> switch (protect) {
                case PSEUDONYM, DIGEST, POSTCODE_SECTOR, POSTCODE_DISTRICT -> Kind.TEXT;
                case FIRST_OF_MONTH, FIRST_OF_YEAR, REMOVE_ROW_IF_BLANK -> kind;
            };
        };
    }
}
