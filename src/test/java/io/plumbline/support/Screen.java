package io.plumbline.support;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.QueryParameters;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody does with any screen: open its address, read it, answer its dialog. */
public final class Screen {
    private Screen() {}

    /** Opens an address of the portal, with what follows its question mark. */
    public static void open(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    /** Goes to an address as the browser tells it when its Back button leads there. */
    public static void back(String address) {
        var ui = UI.getCurrentOrThrow();
        ui.getInternals().getRouter().navigate(ui, new Location(address), NavigationTrigger.HISTORY);
    }

    /** All text of a part of the screen, in order. */
    public static String textOf(Component component) {
        return component.getElement().getTextRecursively()
                + component.getChildren().map(Screen::textOf).collect(Collectors.joining(" "));
    }

    /** The rows of a list, the first 500 of them. */
    public static <T> List<T> rowsOf(Grid<?> list, Class<T> type) {
        return list.getDataProvider()
                .fetch(new Query<>(0, 500, List.of(), null, null))
                .map(type::cast)
                .toList();
    }

    /** Opens the account menu; its entries are there only from then on. */
    public static ContextMenu openAccountMenu(Collection<Button> buttons) {
        var account = buttons.stream()
                .filter(one -> one.getAriaLabel().orElse("").endsWith(": account menu"))
                .findFirst()
                .orElseThrow();
        var detail = JacksonUtils.createObjectNode();
        detail.set("event.detail", JacksonUtils.createObjectNode());
        account.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(account.getElement(), "vaadin-context-menu-before-open", detail));
        return UI.getCurrentOrThrow()
                .getChildren()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Opens the account menu and clicks one of its entries. */
    public static void chooseInAccountMenu(Collection<Button> buttons, String entry) {
        var item = openAccountMenu(buttons).getItems().stream()
                .filter(one -> one.getText().equals(entry))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<MenuItem>(item));
    }

    /**
     * Types into a day or a time picker, and leaves it: whatever the picker does not write itself comes as the text that
     * was typed, and without a value.
     */
    public static void type(AbstractField<?, ?> picker, String typed) {
        var element = picker.getElement();
        element.setProperty("_inputElementValue", typed);
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "unparsable-change", JacksonUtils.createObjectNode()));
    }

    /** The one component that says this to who cannot see it, such as a button with an icon alone. */
    public static <C extends HasAriaLabel> C labelled(Collection<C> some, String name) {
        var found = some.stream()
                .filter(one -> one.getAriaLabel().filter(name::equals).isPresent())
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " components say " + name);
        }
        return found.getFirst();
    }

    /** Presses a button in the footer of a dialog, which is no part of the tree that is searched. */
    public static void answer(Dialog dialog, String verb) {
        dialog.getFooter()
                .getElement()
                .getChildren()
                .flatMap(element -> element.getComponent().stream())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(verb))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /** Gives the password in the dialog that asks for it, among the dialogs that are open, and continues. */
    public static void confirm(Collection<Dialog> open, PasswordField field, String password) {
        field.setValue(password);
        var asking = open.stream()
                .filter(dialog -> dialog.getHeaderTitle().equals("Confirm with your password"))
                .findFirst()
                .orElseThrow();
        answer(asking, "Continue");
    }
}
