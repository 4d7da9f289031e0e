package io.plumbline.shared;

/** A colleague changed the record after the version that the person saw; nothing was saved. */
public final class StaleVersion extends Refusal {
    private static final long serialVersionUID = 1L;

    private static final String SENTENCE = "A colleague changed this in the meantime";

    private final String record;

    /**
     * @param type the type of the record
     * @param id its id, for the log
     */
    public StaleVersion(Class<?> type, Object id) {
        super(SENTENCE, null);
        record = type.getSimpleName() + " " + id;
    }

    /** @param conflict by what the store noticed the other change */
    public StaleVersion(Throwable conflict) {
        super(SENTENCE, conflict);
        record = String.valueOf(conflict.getMessage());
    }

    /**
     * Throws unless the record is as the person saw it.
     *
     * @param id its id, for the log
     */
    public static void throwUnless(boolean isAsSeen, Class<?> type, Object id) {
        if (!isAsSeen) {
            throw new StaleVersion(type, id);
        }
    }

    /** Returns the type of the record and its id, for the log. */
    public String record() {
        return record;
    }
}
