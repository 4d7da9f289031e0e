package io.plumbline.patients;

/** What somebody begins on a patient's record, and for whom it is no longer begun. */
public enum NewEntry {
    VISIT("nothing can be booked", true),
    ONLINE_INTAKE("no link is created", true),
    ORDER("nothing can be ordered", true),
    PLAN("no plan can be begun", false),
    INTAKE("no intake can be begun", false),
    /** All other entries, such as an alert, a file or a referral: also after a death. */
    OTHER("", false);

    private final String refused;
    private final boolean isForActiveOnly;

    NewEntry(String refused, boolean isForActiveOnly) {
        this.refused = refused;
        this.isForActiveOnly = isForActiveOnly;
    }

    /** Returns what is not done, as the end of a sentence. */
    String refused() {
        return refused;
    }

    boolean isRefusedFor(PatientStatus status) {
        return switch (status) {
            case ACTIVE -> false;
            case INACTIVE -> isForActiveOnly;
            case DECEASED -> this != OTHER;
        };
    }
}
