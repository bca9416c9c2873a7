package weir.engine.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The names that a path is made of: its folders and its file.
final class PathNames {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private PathNames() {}

    /// What the nearest folder that says something says; otherwise what the file's name says.
    ///
    /// @param path     the path as the user knows it, below the folder handed over, with `/` between folders
    /// @param question asked of one name
    static <T> Optional<T> ask(String path, Function<String, Optional<T>> question) {
        String[] names = path.split("/", -1);
        for (int i = names.length - 2; i >= 0; i--) {
            Optional<T> answer = question.apply(names[i]);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return question.apply(names[names.length - 1]);
    }

    /// The words of a name in lower case: its runs of letters, without the ending of a file.
    static List<String> words(String name) {
        int ending = name.lastIndexOf('.');
        boolean isFile = ending > 0 && name.length() - ending <= 6 && name.indexOf(' ', ending) < 0;
        return WORD.matcher(isFile ? name.substring(0, ending) : name)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /// The one thing that the words of a name stand for; empty when they stand for none or for several.
    static <T> Optional<T> one(String name, Function<String, Optional<T>> meaning) {
        List<T> found = new ArrayList<>();
        for (String word : words(name)) {
            meaning.apply(word).filter(each -> !found.contains(each)).ifPresent(found::add);
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
