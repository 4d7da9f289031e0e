package io.plumbline.shared;

/** What a member of staff is at work. Which role may do what is the room {@code access}'s alone to know. */
public enum Role {
    MANAGER("Clinic manager"),
    FRONT_DESK("Front desk"),
    CHIROPRACTOR("Chiropractor"),
    THERAPIST("Therapist"),
    AUDITOR("Auditor"),
    ADMIN("Administrator"),
    /** The portal itself: jobs and what comes in by the public form. Nobody signs in as it. */
    SYSTEM("Plumbline");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** The word that the screen shows. */
    public String title() {
        return title;
    }

    /** Whether this role treats patients, and so sees them by relation and not by clinic. */
    public boolean isClinical() {
        return this == CHIROPRACTOR || this == THERAPIST;
    }
}
