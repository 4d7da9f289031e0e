package io.plumbline.shared;

/** The role of a staff member. Only the {@code access} module knows what each role may do. */
public enum Role {
    MANAGER("Clinic manager"),
    FRONT_DESK("Front desk"),
    CHIROPRACTOR("Chiropractor"),
    THERAPIST("Therapist"),
    AUDITOR("Auditor"),
    ADMIN("Administrator"),
    /** The system: jobs and requests from the public form. Nobody signs in with it. */
    SYSTEM("Plumbline");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** Returns the title shown on screen. */
    public String title() {
        return title;
    }

    /** Returns whether this role treats patients and therefore sees them by relation, not by clinic. */
    public boolean isClinical() {
        return this == CHIROPRACTOR || this == THERAPIST;
    }
}
