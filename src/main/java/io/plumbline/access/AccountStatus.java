package io.plumbline.access;

import java.util.Set;

/** Whether an account opens the door. */
public enum AccountStatus {
    /** The person has not chosen a password yet. */
    INVITED("Invited"),
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

    boolean canBecome(AccountStatus next) {
        return switch (this) {
            case INVITED -> Set.of(ACTIVE, SWITCHED_OFF).contains(next);
            case ACTIVE -> next == SWITCHED_OFF;
            case SWITCHED_OFF -> Set.of(INVITED, ACTIVE).contains(next);
        };
    }
}
