package io.plumbline.audit;

import io.plumbline.shared.StaffId;

/**
 * Somebody whose entries can be asked for.
 *
 * @param username empty for the portal itself, and for whom nobody knows
 */
public record AuditPerson(StaffId id, String name, String username) {
    /** Name and user name. */
    public String label() {
        return username.isEmpty() ? name : name + " · " + username;
    }
}
