package io.plumbline.access.permissions;

import io.plumbline.access.PermissionTable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of permissions as people read it: by subject, and for each who holds it. */
public final class PermissionOverview {
    private PermissionOverview() {}

    /** Returns the roles of people, in the order of the columns. */
    public static List<Role> roles() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toList();
    }

    /** Returns all permissions by subject; in each, what people may do before what the portal alone does. */
    public static Map<PermissionSubject, List<PermissionRow>> bySubject() {
        var groups = new EnumMap<PermissionSubject, List<PermissionRow>>(PermissionSubject.class);
        Permission.inWords().forEach((permission, words) -> groups.computeIfAbsent(
                        PermissionSubject.of(permission), subject -> new ArrayList<>())
                .add(new PermissionRow(permission, words, PermissionTable.holdersOf(permission))));
        groups.values()
                .forEach(rows -> rows.sort(
                        Comparator.comparing(PermissionRow::isOfPortalAlone).thenComparing(PermissionRow::permission)));
        return groups;
    }
}
