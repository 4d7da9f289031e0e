package io.plumbline.bench;

import java.util.Locale;

/**
 * A call of the portal and the same answer by statements written by hand, over the same data.
 *
 * @param who calls
 */
record Pair(String name, Kind kind, String who, Half service, Half jdbc) {
    /** What is asked. */
    enum Kind {
        LIST,
        SEARCH,
        RECORD,
        /** Changes the store, so that it is not asked as often as a question. */
        SAVE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
