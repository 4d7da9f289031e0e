package io.plumbline;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.openAccountMenu;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.leads.queue.EscalationService;
import io.plumbline.support.ClientMessages;
import io.plumbline.support.DemoTest;
import io.plumbline.support.RouteAddresses;
import io.plumbline.support.RouteRecords;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every screen of every role gets the messages that its browser would not send: for what is disabled, hidden or
 * read-only, for rows and choices that do not exist, for a closed dialog and a screen that was left, and for a screen
 * whose person has lost their roles. The server changes nothing.
 */
@DemoTest
class TamperedMessagesTest extends SpringBrowserlessTest {
    private static final Pattern WRITES = Pattern.compile("(insert|update|delete|merge)\\b.*", Pattern.DOTALL);

    /** At most so many calls are in one message. */
    private static final int AT_ONCE = 500;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private int dialogsOpened;

    @Autowired
    RouteRecords records;

    @Autowired
    Statements statements;

    /** The notice of leads past their target would come while a screen is tampered with. */
    @BeforeAll
    static void managersAreNotified(@Autowired EscalationService escalations, @Autowired Staff staff) {
        staff.as("system", escalations::escalate);
    }

    @Test
    @WithStaff("manager")
    void nothingTamperedActsOnScreensOfWhichTheManagerSeesMost() {
        tamperWith("manager", RouteAddresses.inFullestRole().get("manager"));
    }

    @Test
    @WithStaff("chiropractor")
    void nothingTamperedActsOnScreensOfWhichTheChiropractorSeesMost() {
        tamperWith("chiropractor", RouteAddresses.inFullestRole().get("chiropractor"));
    }

    @Test
    @WithStaff("auditor")
    void nothingTamperedActsOnScreensOfWhichTheAuditorSeesMost() {
        tamperWith("auditor", RouteAddresses.inFullestRole().get("auditor"));
    }

    @Test
    @WithStaff("admin")
    void nothingTamperedActsOnScreensOfWhichTheAdministratorSeesMost() {
        var screens = new ArrayList<>(RouteAddresses.inFullestRole().get("admin"));
        // none of them has a dialog of its own
        screens.add("/account");
        tamperWith("admin", screens);
    }

    @Test
    @WithStaff("manager")
    void noEntryOfTheAccountMenuActsForAPersonWithoutRoles() {
        var screen = new Tampered("account menu", "clinics");
        screen.show();
        assertThat(openAccountMenu(find(Button.class).all()).getItems()).hasSizeGreaterThan(5);
        screen.aPersonWithoutRolesWritesNothing();
    }

    @Test
    @Tag("long")
    @Tag("sizes")
    @WithStaff("manager")
    void nothingTamperedActsOnAnyOfTheManagersScreens() {
        tamperWith("manager", RouteAddresses.openTo("manager"));
    }

    @Test
    @Tag("long")
    @Tag("sizes")
    @WithStaff("frontdesk")
    void nothingTamperedActsOnAnyOfTheFrontDesksScreens() {
        tamperWith("frontdesk", RouteAddresses.openTo("frontdesk"));
    }

    @Test
    @Tag("long")
    @Tag("sizes")
    @WithStaff("chiropractor")
    void nothingTamperedActsOnAnyOfTheChiropractorsScreens() {
        tamperWith("chiropractor", RouteAddresses.openTo("chiropractor"));
    }

    @Test
    @Tag("long")
    @Tag("sizes")
    @WithStaff("therapist")
    void nothingTamperedActsOnAnyOfTheTherapistsScreens() {
        tamperWith("therapist", RouteAddresses.openTo("therapist"));
    }

    @Test
    @Tag("long")
    @Tag("sizes")
    @WithStaff("auditor")
    void nothingTamperedActsOnAnyOfTheAuditorsScreens() {
        tamperWith("auditor", RouteAddresses.openTo("auditor"));
    }

    @Test
    @Tag("long")
    @Tag("sizes")
    @WithStaff("admin")
    void nothingTamperedActsOnAnyOfTheAdministratorsScreens() {
        tamperWith("admin", RouteAddresses.openTo("admin"));
    }

    private void tamperWith(String who, List<String> routes) {
        VaadinSession.getCurrent().setErrorHandler(refused -> {});
        for (var route : routes) {
            var screen = new Tampered(who + " at " + route, records.addressOf(route));
            screen.show();
            assertThat(find(H1.class).single().getText())
                    .as(screen.name)
                    .isNotIn("Not available", "Something went wrong");
            screen.whatIsGuardedStays();
            screen.whatIsDisabledStays();
            screen.whatIsHiddenStays();
            screen.whatIsReadOnlyStays();
            screen.foreignKeysChooseNothing();
            screen.aScreenThatWasLeftIsSilent();
            screen.aClosedDialogIsSilent();
            screen.aPersonWithoutRolesWritesNothing();
        }
        assertThat(dialogsOpened).as("what a browser would send acts").isPositive();
    }

    /** One screen, and what is tried on it. */
    private final class Tampered {
        private final String name;
        private final String address;

        Tampered(String name, String address) {
            this.name = name;
            this.address = address;
        }

        /** Leaves what is shown, also where that asks whether to lose input, and opens the screen again. */
        void show() {
            dialogs().forEach(Dialog::close);
            find(ConfirmDialog.class).all().forEach(ConfirmDialog::close);
            // what is closed goes with the answer
            roundTrip();
            UI.getCurrent().navigate("no-such-place");
            find(ConfirmDialog.class).all().forEach(asked -> test(asked).confirm());
            open(address);
            roundTrip();
            awaitWhatIsReadBeside();
            assertThat(UI.getCurrent().getActiveViewLocation().getPath())
                    .as(name)
                    .isEqualTo(address.split("\\?", 2)[0]);
        }

        /** What is read beside the request, such as a file, changes the screen by itself once it is there. */
        private void awaitWhatIsReadBeside() {
            var deadline = Instant.now().plus(PATIENCE);
            // each search takes what has come
            while (!find(ProgressBar.class).all().isEmpty()) {
                assertThat(Instant.now()).as(name).isBefore(deadline);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }

        void whatIsGuardedStays() {
            staysAsItIs(
                    "disabled",
                    ClientMessages.nodes().stream()
                            .filter(node -> !node.isEnabled())
                            .toList());
            staysAsItIs(
                    "hidden",
                    ClientMessages.nodes().stream().filter(Tampered::isGuarded).toList(),
                    call -> !call.path("type").asString().equals("mSync"));
        }

        void whatIsDisabledStays() {
            var content = find(Main.class).single();
            content.getElement().setEnabled(false);
            staysAsItIs(
                    "disabled as a whole",
                    ClientMessages.nodes().stream()
                            .filter(node -> !node.isEnabled())
                            .toList());
            content.getElement().setEnabled(true);
        }

        void whatIsHiddenStays() {
            var content = find(Main.class).single();
            var within = ClientMessages.within(content.getElement().getNode());
            content.setVisible(false);
            // values still come: what somebody typed last is not lost because its part of the screen goes
            staysAsItIs("hidden as a whole", within, call -> !call.path("type")
                    .asString()
                    .equals("mSync"));
            content.setVisible(true);
        }

        void whatIsReadOnlyStays() {
            var fields = ClientMessages.nodes().stream()
                    .flatMap(node -> Element.get(node).getComponent().stream())
                    .filter(part -> part instanceof HasValue<?, ?> field && !field.isReadOnly())
                    .toList();
            fields.forEach(field -> ((HasValue<?, ?>) field).setReadOnly(true));
            staysAsItIs(
                    "read-only",
                    fields.stream()
                            .flatMap(field ->
                                    ClientMessages.within(field.getElement().getNode()).stream())
                            .toList());
            fields.forEach(field -> ((HasValue<?, ?>) field).setReadOnly(false));
        }

        void foreignKeysChooseNothing() {
            var choosing = ClientMessages.nodes().stream()
                    .filter(node -> Element.get(node)
                            .getComponent()
                            .filter(Tampered::isChosenFrom)
                            .isPresent())
                    .toList();
            for (var node : choosing) {
                var before = values();
                var wrote = writes(() -> send(ClientMessages.everythingAbout(node)));
                assertThat(wrote)
                        .as("%s, foreign key for %s", name, described(node))
                        .isEmpty();
                assertThat(values())
                        .as("%s, foreign key for %s", name, described(node))
                        .allMatch(value -> before.contains(value) || value.isEmpty());
            }
            show();
        }

        void aScreenThatWasLeftIsSilent() {
            var left =
                    ClientMessages.within(find(Main.class).single().getElement().getNode());
            UI.getCurrent().navigate("no-such-place");
            roundTrip();
            staysAsItIs("left", left);
            show();
        }

        /** What opens a dialog ends with an ellipsis. */
        void aClosedDialogIsSilent() {
            var openers = openers().size();
            for (int i = 0; i < openers && i < openers().size(); i++) {
                send(List.of(ClientMessages.event(openers().get(i).getElement().getNode(), "click")));
                roundTrip();
                for (var dialog : find(Dialog.class).all()) {
                    dialogsOpened++;
                    var within = ClientMessages.within(dialog.getElement().getNode());
                    staysAsItIs(
                            "behind a dialog",
                            ClientMessages.nodes().stream()
                                    .filter(StateNode::isInert)
                                    // the window itself tells of another address, also behind a dialog
                                    .filter(node ->
                                            node != UI.getCurrent().getElement().getNode())
                                    .toList());
                    dialog.close();
                    roundTrip();
                    staysAsItIs("in a closed dialog", within);
                }
                show();
            }
        }

        void aPersonWithoutRolesWritesNothing() {
            var pressed = pressed();
            for (int i = 0; i < pressed.size(); i++) {
                if (!pressed.get(i).isAttached()) {
                    // what was pressed before has led elsewhere
                    show();
                    pressed = pressed();
                }
                if (pressed.isEmpty()) {
                    return;
                }
                var node = pressed.get(Math.min(i, pressed.size() - 1));
                assertThat(writtenWithoutRoles(node))
                        .as("%s without roles: %s", name, described(node))
                        .isEmpty();
                dialogs().forEach(Dialog::close);
            }
        }

        private List<String> writtenWithoutRoles(StateNode node) {
            var context = SecurityContextHolder.getContext();
            var before = context.getAuthentication();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(before.getPrincipal(), null, List.of()));
            try {
                return writes(() -> {
                    send(List.of(ClientMessages.event(node, "click")));
                    dialogs()
                            .flatMap(dialog ->
                                    ClientMessages.within(dialog.getElement().getNode()).stream())
                            .filter(Tampered::isPressed)
                            .forEach(within -> send(List.of(ClientMessages.event(within, "click"))));
                });
            } finally {
                context.setAuthentication(before);
            }
        }

        private static List<StateNode> pressed() {
            return ClientMessages.nodes().stream().filter(Tampered::isPressed).toList();
        }

        private Stream<Dialog> dialogs() {
            return find(Dialog.class).all().stream();
        }

        private List<Button> openers() {
            return ClientMessages.nodes().stream()
                    .flatMap(node -> Element.get(node).getComponent().stream())
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(button -> button.getText().endsWith("…") && button.isEnabled())
                    .filter(button -> !isGuarded(button.getElement().getNode()))
                    .toList();
        }

        private void staysAsItIs(String how, List<StateNode> nodes) {
            staysAsItIs(how, nodes, call -> true);
        }

        private void staysAsItIs(String how, List<StateNode> nodes, Predicate<ObjectNode> which) {
            var calls = nodes.stream()
                    .flatMap(node -> ClientMessages.everythingAbout(node).stream())
                    .filter(which)
                    .toList();
            var before = screen();
            var wrote = writes(() -> send(calls));
            assertThat(wrote).as("%s, %s", name, how).isEmpty();
            assertThat(changes(before, screen())).as("%s, %s", name, how).isEmpty();
        }

        private void send(List<ObjectNode> calls) {
            for (int from = 0; from < calls.size(); from += AT_ONCE) {
                ClientMessages.send(calls.subList(from, Math.min(calls.size(), from + AT_ONCE)));
            }
        }

        private List<String> writes(Runnable action) {
            return statements.of(action).stream()
                    .filter(sql -> WRITES.matcher(sql).matches())
                    .toList();
        }

        private static boolean isGuarded(StateNode node) {
            return !node.isEnabled() || isHidden(node);
        }

        private static boolean isHidden(StateNode node) {
            return Stream.iterate(node, each -> each != null, StateNode::getParent)
                    .anyMatch(each -> !each.isVisible());
        }

        private static boolean isChosenFrom(Component component) {
            return component instanceof Grid
                    || component instanceof Select
                    || component instanceof ComboBoxBase
                    || component instanceof RadioButtonGroup
                    || component instanceof CheckboxGroup;
        }

        /** A button or an entry of a menu, but signing out. */
        private static boolean isPressed(StateNode node) {
            return ClientMessages.listened(node).contains("click")
                    && !isGuarded(node)
                    && !described(node).contains("Sign out");
        }

        private static String described(StateNode node) {
            var element = Element.get(node);
            return element.getTag() + " " + element.getTextRecursively() + " "
                    + String.valueOf(element.getAttribute("aria-label"));
        }

        private static List<String> changes(List<String> before, List<String> after) {
            var gone = new ArrayList<>(before);
            after.forEach(gone::remove);
            var came = new ArrayList<>(after);
            before.forEach(came::remove);
            return Stream.concat(gone.stream().map("-"::concat), came.stream().map("+"::concat))
                    .toList();
        }

        /** What somebody sees: texts, what is in the fields, and whether things can be used. */
        private static List<String> screen() {
            var seen = new ArrayList<String>();
            seen.add(UI.getCurrent().getActiveViewLocation().getPath());
            for (var node : ClientMessages.nodes()) {
                var element = Element.get(node);
                seen.add(element.getTag()
                        + (element.isEnabled() ? "" : " disabled")
                        + (element.isVisible() ? " " : " hidden ")
                        + element.getText());
            }
            seen.addAll(values());
            return seen;
        }

        /** Of a group the value alone: the boxes of a read-only group may look ticked, and are not. */
        private static List<String> values() {
            return ClientMessages.nodes().stream()
                    .flatMap(node -> Element.get(node).getComponent().stream())
                    .filter(HasValue.class::isInstance)
                    .filter(field ->
                            field.getParent().filter(HasValue.class::isInstance).isEmpty())
                    .map(HasValue.class::cast)
                    .map(field -> field.isEmpty() ? "" : String.valueOf(field.getValue()))
                    .toList();
        }
    }
}
