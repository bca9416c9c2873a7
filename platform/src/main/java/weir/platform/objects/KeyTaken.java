package weir.platform.objects;

import java.io.IOException;

/// In a folder of files, a key cannot be both an object and the beginning of other keys.
public final class KeyTaken extends IOException {

    KeyTaken(ObjectKey key) {
        super("Object " + key + " cannot be stored: its key is a folder of other objects, or one of its folders is an object."
                + " Nothing was kept of it: choose another key.");
    }
}
