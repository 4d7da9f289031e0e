package io.plumbline;

import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.OneTimeLinkService;
import io.plumbline.shared.Role;
import io.plumbline.support.Staff;
import io.plumbline.support.TestClassScope;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The administrator of the first start, and the manager whom they invited. */
@Component
@Scope(TestClassScope.NAME)
@Profile("test")
class FirstPeople {
    private static final String PASSWORD = "four words side by side";

    FirstPeople(Staff staff, OneTimeLinkService links, AccountService accounts) {
        var token = staff.as("system", links::forFirstAdministrator).orElseThrow();
        staff.doAs("system", () -> links.becomeFirstAdministrator(token, "admin", "Sam", PASSWORD, PASSWORD));
        var manager = new AccountDraft("manager", "Maren", Set.of(Role.MANAGER), Set.of());
        var invited = staff.as("admin", () -> accounts.invite(manager));
        staff.doAs("system", () -> links.choosePassword(invited.token(), PASSWORD, PASSWORD));
        for (var role : Set.of(Role.MANAGER, Role.FRONT_DESK)) {
            var nowhere = new AccountDraft("nowhere-" + role.name(), "Nowhere Yet", Set.of(role), Set.of());
            staff.doAs("system", () -> accounts.create(nowhere, PASSWORD));
        }
    }
}
