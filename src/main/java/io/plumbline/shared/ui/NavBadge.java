package io.plumbline.shared.ui;

/** What waits at one place of the portal; each room says it for its own place. */
public interface NavBadge {
    /** The place, one of {@link Places}. */
    String place();

    /** What waits there for the caller now. */
    Waiting waiting();

    /** Whether somebody must act on what waits, so that the navigation counts it on every screen. */
    default boolean calls() {
        return false;
    }

    /**
     * A count and what it counts.
     *
     * @param count exact up to a thousand; 1,000 stands for as many or more
     * @param sentence what is counted, for the person; reads well after any number
     */
    record Waiting(long count, String sentence) {
        private static final long CAP = 1000;

        /** The count as the screen shows it. */
        public String shown() {
            return count >= CAP ? "1,000+" : String.valueOf(count);
        }
    }
}
