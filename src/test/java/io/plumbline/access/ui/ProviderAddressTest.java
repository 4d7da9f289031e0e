package io.plumbline.access.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.ProviderLinkService;
import io.plumbline.access.sso.SsoTest;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.TestGroup;
import io.plumbline.support.WithStaff;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Single sign-on on the screens of accounts: the address of an account, and connecting one's own. */
@SsoTest
class ProviderAddressTest extends SpringBrowserlessTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    AccountService accounts;

    @Autowired
    ProviderLinkService links;

    @Test
    @WithStaff("admin")
    void anAdministratorWritesDownTheAddressAfterTheirPassword() {
        var id = invited();
        open(Routes.account(id));
        assertThat(screen()).contains("Single sign-on", "Not linked");
        test(button("Single sign-on…")).click();
        test(email()).setValue("Lena@Clinic.example");
        answer(dialog("Single sign-on"), "Save");
        assertThat(links.find(id).email()).as("before the password").isNull();
        test(find(PasswordField.class).single()).setValue(TestGroup.PASSWORD);
        answer(dialog("Confirm with your password"), "Continue");
        assertThat(screen()).contains("Expected, lena@clinic.example");

        test(button("Single sign-on…")).click();
        assertThat(email().getValue()).isEqualTo("lena@clinic.example");
        test(email()).setValue("");
        answer(dialog("Single sign-on"), "Save");
        assertThat(screen()).contains("Not linked").doesNotContain("lena@clinic.example");
    }

    @Test
    @WithStaff("admin")
    void anAddressOfAnotherAccountIsRefusedAtItsFieldAndKept() {
        var address = "taken" + PEOPLE.incrementAndGet() + "@clinic.example";
        for (var id : List.of(invited(), invited())) {
            open(Routes.account(id));
            test(button("Single sign-on…")).click();
            test(email()).setValue(address);
            answer(dialog("Single sign-on"), "Save");
            find(PasswordField.class).all().forEach(field -> {
                test(field).setValue(TestGroup.PASSWORD);
                answer(dialog("Confirm with your password"), "Continue");
            });
        }
        assertThat(email().getErrorMessage()).contains("Another account has this e-mail address");
        assertThat(email().isInvalid()).isTrue();
        assertThat(email().getValue()).isEqualTo(address);
    }

    @Test
    @WithStaff("therapist")
    void aPersonConnectsTheirOwnAccountAfterTheirPassword() {
        open(Routes.MY_ACCOUNT);
        assertThat(screen()).contains("Connect your account, and sign in with Hill Clinic from then on.");
        opened();
        test(button("Connect to Hill Clinic")).click();
        assertThat(opened()).as("before the password").isFalse();
        test(find(PasswordField.class).withLabel("Password").single()).setValue(TestGroup.PASSWORD);
        answer(dialog("Confirm with your password"), "Continue");
        assertThat(opened()).isTrue();
    }

    /** Whether the browser is told to open the way to the provider, in a window of its own. */
    private static boolean opened() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(call -> call.getInvocation().getParameters().toString())
                .anyMatch(call -> call.contains("login/sso/connect") && call.contains("_blank"));
    }

    private StaffId invited() {
        var name = "sso.person" + PEOPLE.incrementAndGet();
        return accounts.invite(new AccountDraft(name, name, Set.of(Role.AUDITOR), Set.of()))
                .account();
    }

    private EmailField email() {
        return find(EmailField.class).withLabel("E-mail address at Hill Clinic").single();
    }

    private Dialog dialog(String title) {
        return find(Dialog.class).all().stream()
                .filter(dialog -> title.equals(dialog.getHeaderTitle()))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
