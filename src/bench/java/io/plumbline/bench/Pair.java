package io.plumbline.bench;

import java.util.Locale;

/**
 * A call of the portal and the same answer by statements written by hand, over the same data.
 *
 * @param who calls
 * @param mostWarmUp how often each half can be asked before it counts
 */
record Pair(String name, Kind kind, String who, int mostWarmUp, Half service, Half jdbc) {
    Pair(String name, Kind kind, String who, Half service, Half jdbc) {
        this(name, kind, who, Integer.MAX_VALUE, service, jdbc);
    }

    /** What is asked. */
    enum Kind {
        LIST,
        SEARCH,
        PALETTE,
        RECORD,
        SAVE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
