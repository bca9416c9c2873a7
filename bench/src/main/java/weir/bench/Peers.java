package weir.bench;

import java.io.IOException;
import java.util.List;

/// Which of the programs to compare with are installed.
final class Peers {

    private Peers() {}

    static boolean hasPandas() {
        return runs(List.of("/usr/bin/python3", "-c", "import pandas"));
    }

    static boolean hasXmllint() {
        return runs(List.of("xmllint", "--version"));
    }

    private static boolean runs(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
