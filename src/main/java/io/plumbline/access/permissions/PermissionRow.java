package io.plumbline.access.permissions;

import io.plumbline.shared.Role;
import java.util.Set;

/**
 * One permission.
 *
 * @param permission its name in code
 * @param words what it allows
 * @param holders the roles that hold it; all for what everybody may do
 */
public record PermissionRow(String permission, String words, Set<Role> holders) {
    /** Returns whether no person holds it. */
    public boolean isOfPortalAlone() {
        return holders.equals(Set.of(Role.SYSTEM));
    }
}
