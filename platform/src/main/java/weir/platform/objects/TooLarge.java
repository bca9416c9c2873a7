package weir.platform.objects;

import java.io.IOException;

/// A stream had more bytes than its terms allow.
public final class TooLarge extends IOException {

    TooLarge(long byteLimit) {
        super("It has more than " + byteLimit + " bytes, which is the limit. Nothing was kept of it.");
    }
}
