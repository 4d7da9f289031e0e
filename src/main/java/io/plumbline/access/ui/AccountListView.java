package io.plumbline.access.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.AccountRow;
import io.plumbline.access.AccountService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;

@Route(Places.ACCOUNTS)
@PageTitle("Accounts · Plumbline")
@Menu(order = 41, title = "Accounts", icon = "PERSON")
@RolesAllowed(Permission.ACCOUNT_READ)
class AccountListView extends Main {
    private final ClinicService clinics;

    AccountListView(AccountService accounts, ClinicService clinics) {
        this.clinics = clinics;
        var list = Lazily.list("Accounts", AccountRow::id, row(), accounts::list);
        Ui.page(this, "Accounts", "Who may sign in, as what, and where they work.", list);
    }

    private LitRenderer<AccountRow> row() {
        return LitRenderer.<AccountRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><span class="strong">${item.name}</span><span class="quiet">${item.username}</span></span>
                  <span class="line-two">${item.roles}</span>
                  <span class="quiet wide-only">${item.clinics}</span>
                  <span class="quiet end">${item.status}</span>
                </div>""")
                .withProperty("name", AccountRow::displayName)
                .withProperty("username", AccountRow::username)
                .withProperty(
                        "roles",
                        row -> row.roles().stream().map(Role::title).sorted().collect(Collectors.joining(", ")))
                .withProperty("clinics", this::places)
                .withProperty("status", row -> row.status().word());
    }

    private String places(AccountRow row) {
        return row.clinics().isEmpty() ? "No clinic" : clinics.names(row.clinics());
    }
}
