package weir.stream.privacy.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Knows at each element which paths end there: all of them in one step, however many there are (Aho and Corasick, over names
/// of elements). Immutable.
///
/// A node stands for the longest beginning of a path that the elements above end with.
final class PathAutomaton {

    /// The node above the root.
    static final int START = 0;

    private final NameTable names;
    /// Node, then symbol, to node.
    private final int[][] next;
    /// The numbers of the paths that end at each node.
    private final int[][] ends;

    private PathAutomaton(NameTable names, int[][] next, int[][] ends) {
        this.names = names;
        this.next = next;
        this.ends = ends;
    }

    /// @param paths the names of elements of each path, the outermost first
    static PathAutomaton of(List<List<String>> paths) {
        NameTable names = NameTable.of(paths.stream().flatMap(List::stream).distinct().toList());
        List<Map<Integer, Integer>> children = new ArrayList<>(List.of(new LinkedHashMap<>()));
        List<List<Integer>> ends = new ArrayList<>(List.of(new ArrayList<>()));
        for (int path = 0; path < paths.size(); path++) {
            int node = START;
            for (String step : paths.get(path)) {
                Integer child = children.get(node).get(names.symbol(step));
                if (child == null) {
                    child = children.size();
                    children.get(node).put(names.symbol(step), child);
                    children.add(new LinkedHashMap<>());
                    ends.add(new ArrayList<>());
                }
                node = child;
            }
            ends.get(node).add(path);
        }
        int[][] next = complete(children, ends, names.symbols());
        int[][] numbers = ends.stream().map(list -> list.stream().mapToInt(Integer::intValue).sorted().toArray()).toArray(int[][]::new);
        return new PathAutomaton(names, next, numbers);
    }

    /// Fills in where each node goes when its own paths do not go on: where its longest end does, whose paths end here too.
    private static int[][] complete(List<Map<Integer, Integer>> children, List<List<Integer>> ends, int symbols) {
        int[][] next = new int[children.size()][symbols];
        int[] shorter = new int[children.size()];
        Deque<Integer> waiting = new ArrayDeque<>(List.of(START));
        while (!waiting.isEmpty()) {
            int node = waiting.remove();
            next[node] = node == START ? new int[symbols] : next[shorter[node]].clone();
            for (Map.Entry<Integer, Integer> child : children.get(node).entrySet()) {
                int symbol = child.getKey();
                shorter[child.getValue()] = node == START ? START : next[shorter[node]][symbol];
                ends.get(child.getValue()).addAll(ends.get(shorter[child.getValue()]));
                next[node][symbol] = child.getValue();
                waiting.add(child.getValue());
            }
        }
        return next;
    }

    NameTable names() {
        return names;
    }

    int next(int node, int symbol) {
        return next[node][symbol];
    }

    /// The paths that end here, by their numbers, the lowest first.
    int[] ends(int node) {
        return Arrays.copyOf(ends[node], ends[node].length);
    }
}
