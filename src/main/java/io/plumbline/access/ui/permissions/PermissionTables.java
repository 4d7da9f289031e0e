package io.plumbline.access.ui.permissions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import io.plumbline.access.permissions.PermissionOverview;
import io.plumbline.access.permissions.PermissionRow;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of roles and permissions, one for each subject. */
final class PermissionTables {
    private PermissionTables() {}

    /** @param only shows what this role may do; null for all roles */
    static List<Component> of(@Nullable Role only) {
        var screens = screens();
        var tables = new ArrayList<Component>();
        PermissionOverview.bySubject().forEach((subject, rows) -> {
            var shown = rows.stream()
                    .filter(row -> only == null || row.holders().contains(only))
                    .toList();
            if (!shown.isEmpty()) {
                tables.add(table(subject.title(), shown, only, screens));
            }
        });
        return tables;
    }

    private static Component table(
            String title, List<PermissionRow> rows, @Nullable Role only, Map<String, TreeSet<String>> screens) {
        var columns = only == null ? PermissionOverview.roles() : List.of(only);
        var table = new NativeTable();
        table.addClassName("rights");
        table.setCaptionText(title);
        var head = new NativeTableRow(header("Permission", "col"));
        columns.forEach(role -> head.add(header(role.title(), "col")));
        table.getHead().add(head);
        for (var row : rows) {
            var name = header("", "row");
            name.add(Ui.div("stack-0", words(row, screens.getOrDefault(row.permission(), new TreeSet<>()))));
            var line = new NativeTableRow(name);
            columns.forEach(role -> line.add(cell(role, row.holders().contains(role))));
            table.getBody().add(line);
        }
        return table;
    }

    private static Component[] words(PermissionRow row, TreeSet<String> addresses) {
        var parts = new ArrayList<Component>();
        parts.add(Ui.text("", row.words()));
        if (row.isOfPortalAlone()) {
            parts.add(Ui.text("muted small", "Only the portal itself."));
        }
        if (!addresses.isEmpty()) {
            parts.add(Ui.text("muted small", "Opens " + String.join(", ", addresses)));
        }
        return parts.toArray(Component[]::new);
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        var header = new NativeTableHeaderCell(text);
        header.getElement().setAttribute("scope", scope);
        return header;
    }

    /** A cell also names its role, for places where the columns stand below each other. */
    private static NativeTableCell cell(Role role, boolean isHeld) {
        var cell = new NativeTableCell();
        cell.add(Ui.text(isHeld ? "strong" : "unseen", isHeld ? "Yes" : "No"));
        cell.getElement().setAttribute("data-role", role.title());
        cell.getElement().getClassList().set("held", isHeld);
        return cell;
    }

    /** The addresses that each permission opens, as the screens themselves ask for it. */
    private static Map<String, TreeSet<String>> screens() {
        var byPermission = new HashMap<String, TreeSet<String>>();
        for (var route : RouteConfiguration.forApplicationScope().getAvailableRoutes()) {
            var asks = route.getNavigationTarget().getAnnotation(RolesAllowed.class);
            if (asks == null) {
                continue;
            }
            Stream.concat(
                            Stream.of(route.getTemplate()),
                            route.getRouteAliases().stream().map(RouteBaseData::getTemplate))
                    .map(template -> "/" + template.replaceAll(":(\\w+)", "{$1}"))
                    .forEach(address -> Arrays.stream(asks.value()).forEach(permission -> byPermission
                            .computeIfAbsent(permission, screen -> new TreeSet<>())
                            .add(address)));
        }
        return byPermission;
    }
}
