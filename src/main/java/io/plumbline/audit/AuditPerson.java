package io.plumbline.audit;

import io.plumbline.shared.ids.StaffId;

/**
 * A person whose audit entries can be filtered.
 *
 * @param username empty for the portal itself and for unknown accounts
 */
public record AuditPerson(StaffId id, String name, String username) {
    /** Returns the name and the user name. */
    public String label() {
        return username.isEmpty() ? name : name + " · " + username;
    }
}
