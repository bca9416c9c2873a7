package weir.stream.graph;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Makes the tuple of an object of SIF. It holds nothing: safe for many threads.
///
/// The object's type and id are those of the last element with a `RefId`; without one, the root's name and the text of its
/// child named after it (`StudentContactRelationshipRefId`); without that too, an id made of the object's bytes, so that the
/// same object always has the same. A label that cannot be made is the id: a missing name stops nothing.
public final class TupleParser {

    /// Reads the object that stands in the bytes from a place to their end; a message's header comes before it.
    ///
    /// @throws weir.stream.sif.UnreadableObject when it is not one well-formed element
    public GraphTuple parse(byte[] message, int from) {
        TupleWalk walk = new TupleWalk(message, from, "");
        walk.toEnd();
        String id = walk.id().isEmpty() ? idOf(message, from) : walk.id();
        if (!walk.type().equals(walk.root())) {
            TupleWalk again = new TupleWalk(message, from, walk.type());
            again.toEnd();
            return tuple(again, id);
        }
        return tuple(walk, id);
    }

    private static GraphTuple tuple(TupleWalk walk, String id) {
        return new GraphTuple(
                walk.type(), id, walk.otherIds(), walk.links(), List.of(), walk.label().orElse(id));
    }

    private static String idOf(byte[] message, int from) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(message, from, message.length - from);
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
