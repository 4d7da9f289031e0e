package io.plumbline.access.accounts;

import java.util.Set;

/** The status of an account; only an active account can sign in. */
public enum AccountStatus {
    /** The owner has not chosen a password yet. */
    INVITED("Invited"),
    ACTIVE("Active"),
    SWITCHED_OFF("Deactivated");

    private final String label;

    AccountStatus(String label) {
        this.label = label;
    }

    /** Returns the label shown on screen. */
    public String label() {
        return label;
    }

    boolean canBecome(AccountStatus next) {
        return switch (this) {
            case INVITED -> Set.of(ACTIVE, SWITCHED_OFF).contains(next);
            case ACTIVE -> next == SWITCHED_OFF;
            case SWITCHED_OFF -> Set.of(INVITED, ACTIVE).contains(next);
        };
    }
}
