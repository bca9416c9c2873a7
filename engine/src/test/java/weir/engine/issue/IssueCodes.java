package weir.engine.issue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/// The codes that [IssueCode] names, in the order of its source.
public final class IssueCodes {

    private IssueCodes() {}

    public static List<IssueCode> all() {
        List<IssueCode> codes = new ArrayList<>();
        for (Field field : IssueCode.class.getFields()) {
            if (field.getType() == IssueCode.class) {
                codes.add(read(field));
            }
        }
        return codes;
    }

    private static IssueCode read(Field field) {
        try {
            return (IssueCode) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
