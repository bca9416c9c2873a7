package weir.engine.generate;

import java.io.IOException;

/// A table of episodes that takes rows until it has enough and drops the rest.
final class EpisodeFile implements Rows {

    private final TableFile file;
    private final long enough;
    private final Line line = new Line();

    EpisodeFile(TableFile file, long enough) {
        this.file = file;
        this.enough = enough;
    }

    @Override
    public Line line() {
        return line.clear();
    }

    @Override
    public void write(Ssda903Table table) throws IOException {
        if (!isFull()) {
            file.write(line);
        }
    }

    boolean isFull() {
        return file.rows() >= enough;
    }
}
