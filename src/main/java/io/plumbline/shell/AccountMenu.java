package io.plumbline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * The menu of the signed-in user, below a button with their name and roles. Its entries are made when it is first
 * opened: a session would hold all of them, and most people never open it.
 */
final class AccountMenu extends ContextMenu {
    private final AuthenticationContext signedIn;
    private final MainLayout layout;
    private final BuildLabel build;

    private AccountMenu(Button opens, AuthenticationContext signedIn, MainLayout layout, BuildLabel build) {
        super(opens);
        this.signedIn = signedIn;
        this.layout = layout;
        this.build = build;
        setOpenOnClick(true);
        setPosition(ContextMenuPosition.BOTTOM_END);
        addOpenedChangeListener(e -> opens.getElement().setAttribute("aria-expanded", String.valueOf(e.isOpened())));
    }

    /** Creates the button that opens the menu. */
    static Component button(CurrentUser user, AuthenticationContext signedIn, MainLayout layout, BuildLabel build) {
        var roles = user.roles().isEmpty()
                ? "Role awaiting confirmation"
                : user.roles().stream().map(Role::title).sorted().collect(Collectors.joining(", "));
        var button = new Button(Ui.span(
                "me",
                Ui.initials(user.displayName()),
                Ui.span("stack-0 me-text", Ui.text("strong", user.displayName()), Ui.text("muted tiny", roles))));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(user.displayName() + ", " + roles + ": account menu");
        button.getElement().setAttribute("aria-haspopup", "menu").setAttribute("aria-expanded", "false");
        new AccountMenu(button, signedIn, layout, build);
        return button;
    }

    @Override
    protected boolean onBeforeOpenMenu(ObjectNode detail) {
        if (getItems().isEmpty()) {
            addEntries();
        }
        return super.onBeforeOpenMenu(detail);
    }

    private void addEntries() {
        addItem("My account", e -> Ui.navigate(Routes.MY_ACCOUNT));
        addItem("Display settings…", e -> layout.showDisplaySettings());
        var schemes = addItem("Color scheme").getSubMenu();
        schemes.addItem("Light", e -> show(ColorScheme.Value.LIGHT));
        schemes.addItem("Dark", e -> show(ColorScheme.Value.DARK));
        schemes.addItem("Same as system", e -> show(ColorScheme.Value.LIGHT_DARK));
        addItem("Keys of this screen…", e -> layout.showKeys());
        addItem("Lock now", e -> layout.lock(false));
        addItem("Switch person", e -> layout.lock(true));
        addItem("Sign out", e -> signedIn.logout());
        addItem(build.text()).setEnabled(false);
    }

    private static void show(ColorScheme.Value scheme) {
        UI.getCurrentOrThrow().getPage().setColorScheme(scheme);
    }
}
