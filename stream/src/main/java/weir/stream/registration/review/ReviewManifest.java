package weir.stream.registration.review;

import java.util.Map;
import java.util.TreeMap;

/// How many students of a file each school has. For one thread.
public final class ReviewManifest {

    private final Map<String, Integer> students = new TreeMap<>();

    public void add(ReviewedStudent student) {
        students.merge(student.value("ASLSchoolId"), 1, Integer::sum);
    }

    /// By the ACARA id of the school; the students of none stand under the empty text.
    public Map<String, Integer> students() {
        return Map.copyOf(students);
    }

    @Override
    public String toString() {
        return "ReviewManifest[" + students.size() + " schools]";
    }
}
