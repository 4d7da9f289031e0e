package io.plumbline;

import io.plumbline.access.permissions.PermissionOverview;
import io.plumbline.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The columns of a documented table that say which roles may do something. */
final class RoleColumns {
    private RoleColumns() {}

    /** The head of a table with these columns before those of the roles. */
    static String head(String... before) {
        var columns = new ArrayList<>(List.of(before));
        PermissionOverview.roles().forEach(role -> columns.add(role.title()));
        return "| " + String.join(" | ", columns) + " |\n|" + " --- |".repeat(columns.size()) + "\n";
    }

    /** The end of a row, after its other cells. */
    static String cells(Set<Role> holders) {
        var cells = new StringBuilder();
        for (var role : PermissionOverview.roles()) {
            cells.append(holders.contains(role) ? " | yes" : " | ");
        }
        return cells.append(" |\n").toString();
    }
}
