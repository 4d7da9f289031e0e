package io.plumbline.access.ui.permissions;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.permissions.AccountRightService;
import io.plumbline.access.permissions.PermissionOverview;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Which role may do what and opens which screens, as the code has it, and why one account may do something or not. */
@Route(Routes.PERMISSIONS)
@PageTitle("Roles and permissions · Plumbline")
@Menu(order = 42, title = "Roles and permissions", icon = "LOCK")
@RolesAllowed(Permission.PERMISSION_READ)
class PermissionsView extends Main implements BeforeEnterObserver {
    private static final String ROLE = "role";

    private final AccountRightService rights;
    private final Select<Role> role;
    private final Div asked = new Div();
    private final Div tables = Ui.div("stack-3");

    PermissionsView(AccountRightService rights) {
        this.rights = rights;
        var filters = new FilterBar("Filter permissions", this::filtered);
        role = filters.oneOf("Role", PermissionOverview.roles(), Role::title);
        Ui.page(
                this,
                "Roles and permissions",
                "What each role may do. Anything not listed is denied. A permission opens no record by itself:"
                        + " whose records one sees depends on the relation to the patient and on one's clinics.",
                asked,
                filters,
                tables);
        if (CurrentUser.may(Permission.ACCOUNT_READ)) {
            Ui.pageActions(this, new Anchor(Routes.ACCOUNTS, "Accounts"));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        role.setValue(Filters.of(event.getLocation(), ROLE, Role.class)
                .filter(PermissionOverview.roles()::contains)
                .orElse(null));
        asked.removeAll();
        asked.add(new RightCheck(
                rights,
                Ids.inAddress(Filters.text(event.getLocation(), Routes.PERSON), StaffId::new)
                        .flatMap(rights::named)
                        .orElse(null)));
        draw();
    }

    private void filtered() {
        var values = new HashMap<String, @Nullable Object>();
        values.put(ROLE, role.getValue());
        Filters.show(Routes.PERMISSIONS, values);
        draw();
    }

    private void draw() {
        tables.removeAll();
        tables.add(PermissionTables.of(role.getValue()));
    }
}
