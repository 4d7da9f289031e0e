package io.plumbline.access;

/** Whether an account opens the door. */
public enum AccountStatus {
    ACTIVE("Active"),
    SWITCHED_OFF("Switched off");

    private final String word;

    AccountStatus(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
