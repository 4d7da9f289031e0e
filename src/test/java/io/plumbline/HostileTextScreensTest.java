package io.plumbline;

import static io.plumbline.support.Screen.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refusal;
import io.plumbline.support.ClientMessages;
import io.plumbline.support.DemoTest;
import io.plumbline.support.HostileText;
import io.plumbline.support.RouteAddresses;
import io.plumbline.support.RouteRecords;
import io.plumbline.support.ScreenCodes;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.WithStaff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What an attacker would type, in every text field of every form that anybody can open: a message at the field, or text.
 * Each form is sent with it too, and then every screen is read: nothing of it is markup, an address or code. On the same
 * walk, no screen and no dialog shows a person a code or a key.
 */
@DemoTest
class HostileTextScreensTest extends SpringBrowserlessTest {
    private static final Pattern WRITES = Pattern.compile("(insert|update)\\b.*", Pattern.DOTALL);
    /** Is typed into and not sent: nobody could then read the record that the other forms have changed. */
    private static final String HIDES_THE_RECORD = "Mark as sensitive…";

    private static final int ROUNDS = 4;
    private static final List<String> ROLES =
            List.of("manager", "frontdesk", "chiropractor", "therapist", "auditor", "admin");

    /** By their route, what opens them, and their fields: what one role was shown another need not try. */
    private final Set<List<String>> tried = new HashSet<>();

    private final Set<List<String>> saved = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private String doing = "";

    @Autowired
    RouteRecords records;

    @Autowired
    Statements statements;

    @Autowired
    Staff staff;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @WithStaff("manager")
    void hostileTextIsTextInEveryFormAndThenOnEveryScreen() {
        ROLES.forEach(who -> as(who, () -> typeIntoEveryFormOf(who)));
        // whoever reads it last has what everybody typed
        ROLES.forEach(who -> as(who, () -> readEveryScreenOf(who)));
        assertThat(problems.stream().distinct().limit(60)).isEmpty();
        assertThat(tried).as("forms of the portal").hasSizeGreaterThan(40);
        assertThat(saved).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    @WithStaff("manager")
    void whatWouldRunIsFound() {
        var parts = Stream.of(new Element("a"), new Element("div"), new Element("p"))
                .toList();
        parts.get(0).setAttribute("href", "javascript:window.xss=1//xss7");
        parts.get(1).setProperty("innerHTML", HostileText.LINES.getFirst());
        parts.get(2).setText(HostileText.LINES.getFirst());
        assertThat(HostileText.runnable(parts.stream().map(Element::getNode).toList()))
                .hasSize(2);
    }

    @Test
    @WithStaff("manager")
    void aCodeInATextOrALabelIsFound() {
        var parts = Stream.of(new Element("p"), new Element("input"), new Element("p"))
                .toList();
        parts.get(0).setText("NPRS_NOW: now 4");
        parts.get(1).setProperty("label", "IN_PROGRESS");
        parts.get(2).setText("C5-C6, PEG and NDI, P-1042");
        assertThat(ScreenCodes.shown(parts.stream().map(Element::getNode).toList()))
                .containsExactly("NPRS_NOW", "IN_PROGRESS");
    }

    /** In a session of their own, as after a sign-in. */
    private void as(String who, Runnable deed) {
        cleanVaadinEnvironment();
        staff.signIn(who);
        initVaadinEnvironment();
        VaadinSession.getCurrent().setErrorHandler(failed -> note(failed.getThrowable()));
        deed.run();
    }

    private void typeIntoEveryFormOf(String who) {
        for (var route : RouteAddresses.openTo(who)) {
            var address = records.addressOf(route);
            show(address);
            tryForm(who, route, address, "");
            show(address);
            for (var opener : openers().stream()
                    .map(HostileTextScreensTest::nameOf)
                    .distinct()
                    .toList()) {
                tryForm(who, route, address, opener);
            }
        }
    }

    private void tryForm(String who, String route, String address, String opener) {
        doing = who + " at " + route + " " + opener;
        if (!isShown(address, opener)) {
            return;
        }
        var labels = textFields().stream().map(HostileTextScreensTest::nameOf).toList();
        var form = Stream.concat(Stream.of(route, opener), labels.stream()).toList();
        if (labels.isEmpty() || !tried.add(form)) {
            return;
        }
        for (int line = 0; line < HostileText.LINES.size(); line++) {
            // what was typed before may have changed the form, such as a search
            if (textFields().size() == labels.size() || isShown(address, opener)) {
                fill(line);
            }
        }
        for (int round = 0; round < ROUNDS && !opener.equals(HIDES_THE_RECORD); round++) {
            if (sendWith(address, opener, round)) {
                saved.add(form);
            }
        }
    }

    /** Each field has another line, so that after as many as there are each field has had each. */
    private void fill(int first) {
        var fields = textFields();
        var lines = HostileText.LINES;
        var calls = new ArrayList<ObjectNode>();
        for (int i = 0; i < fields.size(); i++) {
            var node = fields.get(i).getElement().getNode();
            calls.add(
                    ClientMessages.property(node, "value", StringNode.valueOf(lines.get((first + i) % lines.size()))));
            if (ClientMessages.listened(node).contains("change")) {
                calls.add(ClientMessages.event(node, "change"));
            }
        }
        answered(ClientMessages.send(calls));
        check();
    }

    /** Fills the form, presses what it is for, and returns whether anything was written. */
    private boolean sendWith(String address, String opener, int round) {
        if (!isShown(address, opener)) {
            return false;
        }
        chooseFirstOfEach();
        fill(round * ROUNDS);
        var written = new ArrayList<String>();
        for (var button : primary()) {
            written.addAll(statements.of(() -> {
                send(button.getElement().getNode(), "click");
                roundTrip();
            }));
            check();
        }
        return written.stream().anyMatch(sql -> WRITES.matcher(sql).matches());
    }

    private void readEveryScreenOf(String who) {
        for (var route : RouteAddresses.openTo(who)) {
            doing = who + " reads " + route;
            show(records.addressOf(route));
            if (List.of("Something went wrong", "Not available")
                    .contains(find(H1.class).single().getText())) {
                problems.add(doing + ": " + find(H1.class).single().getText());
            }
            check();
        }
    }

    private void note(Throwable failed) {
        if (!(failed instanceof Refusal || failed instanceof NotAvailable || failed instanceof AccessDeniedException)) {
            problems.add(doing + ": " + failed
                    + Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                            .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                            .filter(step -> step.getClassName().startsWith("io.plumbline"))
                            .findFirst()
                            .map(step -> " at " + step)
                            .orElse(""));
        }
    }

    private void check() {
        HostileText.runnable(ClientMessages.nodes()).forEach(found -> problems.add(doing + ": " + found));
        ScreenCodes.shown(ClientMessages.nodes())
                .forEach(found -> problems.add(doing + ": a person reads the code " + found));
    }

    private boolean isShown(String address, String opener) {
        show(address);
        if (opener.isEmpty()) {
            return true;
        }
        var button =
                openers().stream().filter(one -> nameOf(one).equals(opener)).findFirst();
        button.ifPresent(one -> {
            send(one.getElement().getNode(), "click");
            roundTrip();
        });
        check();
        return button.isPresent() && !find(Dialog.class).all().isEmpty();
    }

    private void show(String address) {
        leave();
        open(address);
        roundTrip();
    }

    private void leave() {
        find(Dialog.class).all().forEach(Dialog::close);
        UI.getCurrent().navigate("no-such-place");
        roundTrip();
        for (var asked : find(ConfirmDialog.class).all()) {
            ComponentUtil.fireEvent(asked, new ConfirmDialog.ConfirmEvent(asked, false));
            asked.close();
        }
        roundTrip();
    }

    private void send(StateNode node, String event) {
        answered(ClientMessages.send(List.of(ClientMessages.event(node, event))));
    }

    /** What the browser is told to run is the portal's own code, with what was typed as values beside it. */
    private void answered(String answer) {
        var from = answer.indexOf('{');
        var told = from < 0 ? null : JsonMapper.shared().readTree(answer.substring(from, answer.lastIndexOf('}') + 1));
        if (told == null
                || told.path("meta").has("sessionExpired")
                || told.path("meta").has("appError")) {
            // no answer of a screen that goes on
            problems.add(doing + ": " + answer);
            return;
        }
        for (var run : told.path("execute")) {
            var code = run.get(run.size() - 1).asString("");
            if (HostileText.isInCode(code)) {
                problems.add(doing + " runs " + code);
            }
        }
    }

    private void chooseFirstOfEach() {
        inForm(Select.class::isInstance).map(Select.class::cast).forEach(select -> {
            if (select.isEmpty() && select.isEnabled() && !select.isReadOnly()) {
                select.getListDataView().getItems().findFirst().ifPresent(select::setValue);
            }
        });
    }

    private List<Component> textFields() {
        return inForm(part -> part instanceof HasValue<?, ?> field
                        && field.getEmptyValue() instanceof String
                        && !field.isReadOnly()
                        && part.getElement().isEnabled()
                        && ClientMessages.isSynchronized(part.getElement().getNode(), "value"))
                .toList();
    }

    private List<Button> primary() {
        return inForm(part -> part instanceof Button button
                        && button.isEnabled()
                        && button.getThemeNames().contains("primary"))
                .map(Button.class::cast)
                .toList();
    }

    private List<Button> openers() {
        return inForm(part -> part instanceof Button button
                        && button.isEnabled()
                        && nameOf(part).endsWith("…"))
                .map(Button.class::cast)
                .toList();
    }

    /** In the dialog that is open, else on the screen; nothing that is hidden. */
    private Stream<Component> inForm(Predicate<Component> which) {
        var dialogs = find(Dialog.class).all();
        var form = dialogs.isEmpty() ? UI.getCurrent() : dialogs.getLast();
        return ClientMessages.within(form.getElement().getNode()).stream()
                .filter(node -> Stream.iterate(node, each -> each != null, StateNode::getParent)
                        .allMatch(StateNode::isVisible))
                .flatMap(node -> Element.get(node).getComponent().stream())
                .filter(which);
    }

    private static String nameOf(Component part) {
        var element = part.getElement();
        return Stream.of(
                        element.getProperty("label"),
                        element.getAttribute("aria-label"),
                        element.getProperty("accessibleName"),
                        element.getTextRecursively())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(element.getTag());
    }
}
