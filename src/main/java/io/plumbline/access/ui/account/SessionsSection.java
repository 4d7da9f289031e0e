package io.plumbline.access.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.access.sessions.StaffSessionId;
import io.plumbline.access.sessions.StaffSessionRow;
import io.plumbline.access.sessions.StaffSessionService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The running sessions of the person who is signed in, each of which can be signed out. */
class SessionsSection extends Composite<Div> {
    private final StaffSessionService sessions;
    private final ZoneId zone;
    private final Div list = Ui.div("stack-3");

    /** @param zone in which times are shown */
    SessionsSection(StaffSessionService sessions, ZoneId zone) {
        this.sessions = sessions;
        this.zone = zone;
        list.getElement().setAttribute("tabindex", "-1");
        getContent()
                .add(Ui.card(
                        "Sessions",
                        Ui.text(
                                "muted",
                                "Where you are signed in now. If you do not know one of them, sign it out and change your password."),
                        list));
        draw();
    }

    private void draw() {
        list.removeAll();
        var mine = mine();
        var running = sessions.list();
        var items = new UnorderedList();
        items.addClassName("stack-3");
        running.forEach(one -> items.add(new ListItem(row(one, one.id().equals(mine)))));
        list.add(items);
        if (running.stream().anyMatch(one -> !one.id().equals(mine))) {
            list.add(Ui.div("cluster", new Button("Sign out everywhere else", e -> endOthers())));
        }
    }

    private Component row(StaffSessionRow one, boolean isMine) {
        var head = Ui.div("cluster", Ui.text("strong", one.device()));
        if (isMine) {
            head.add(StatusBadge.neutral("This session"));
        }
        var row = Ui.div(
                "stack-1",
                head,
                Ui.text(
                        "muted",
                        "Signed in " + Dates.dayAndTime(one.startedAt(), zone) + ", last action "
                                + Dates.dayAndTime(one.lastActionAt(), zone) + ", from " + one.address()));
        if (!isMine) {
            var end = new Button("Sign out", e -> end(one));
            end.setAriaLabel("Sign out " + one.device() + ", signed in " + Dates.dayAndTime(one.startedAt(), zone));
            row.add(Ui.div("cluster", end));
        }
        return row;
    }

    private void end(StaffSessionRow one) {
        sessions.end(one.id());
        redraw("Signed out: " + one.device() + ".");
    }

    private void endOthers() {
        var count = sessions.endOthers(mine());
        redraw(count == 1 ? "Signed out 1 other session." : "Signed out " + count + " other sessions.");
    }

    private void redraw(String done) {
        draw();
        // the button that was pressed is gone
        list.getElement().callJsFunction("focus");
        Toast.done(done);
    }

    private static @Nullable StaffSessionId mine() {
        return (StaffSessionId) VaadinSession.getCurrent().getSession().getAttribute(StaffSessionId.ATTRIBUTE);
    }
}
