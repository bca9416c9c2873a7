package weir.stream.topology;

/// There are as many streams as there may be.
public final class TooManyStreams extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyStreams(int most) {
        super("There are " + most + " streams already, which is the most: post to one of them, or have 'stream.most-streams' raised.");
    }
}
