package io.plumbline.access.ui.lock;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.plumbline.access.factors.PasskeySite;
import io.plumbline.access.lock.LockableScreens;
import io.plumbline.access.lock.SessionLock;
import io.plumbline.access.lock.UnlockService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.ui.proof.PasskeyButton;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ui.ProofDialog.Elsewhere;
import io.plumbline.shared.ui.cover.Cover;
import io.plumbline.shared.ui.cover.LockAsked;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Covers all screens of a session that is locked, and uncovers them. A screen is asked for what was typed first; it is
 * covered when it has answered, or in the next round if it does not. A screen that is opened while the session is locked
 * is covered before anything is drawn.
 */
@Component
class ScreenLock implements VaadinServiceInitListener, LockableScreens {
    private static final String HOLD = "return window.plumblineHold ? window.plumblineHold() : null";

    private static final long MOST_BETWEEN_REPORTS_MS = 20_000;

    private final SessionLock locks;
    private final UnlockService unlocking;
    private final IdentityService identity;
    private final PasskeySite site;
    private final AuthenticationContext signedIn;
    private final double reportEvery;

    ScreenLock(
            SessionLock locks,
            UnlockService unlocking,
            IdentityService identity,
            PasskeySite site,
            AuthenticationContext signedIn,
            @Value("${plumbline.session.lock:10m}") Duration after) {
        this.locks = locks;
        this.unlocking = unlocking;
        this.identity = identity;
        this.site = site;
        this.signedIn = signedIn;
        this.reportEvery = Math.min(after.dividedBy(5).toMillis(), MOST_BETWEEN_REPORTS_MS);
    }

    /** Marks a screen that was asked for what was typed. */
    private record Asked() {}

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            var ui = init.getUI();
            // a person who works must be heard several times before their screen would be locked
            ui.getPage().executeJs("window.plumblineReportEvery = $0", reportEvery);
            ui.addBeforeLeaveListener(leaving -> stayIfLocked(ui, leaving));
            ComponentUtil.addListener(ui, LockAsked.class, asked -> lock(ui, asked.isForAnother()));
            if (isLocked(ui.getSession())) {
                cover(ui);
            }
        });
    }

    private static void stayIfLocked(UI ui, BeforeLeaveEvent leaving) {
        if (isLocked(ui.getSession())) {
            leaving.postpone();
        }
    }

    @Override
    public void cover(VaadinSession session) {
        session.access(() -> session.getUIs().stream()
                .filter(ui -> !ui.isClosing() && !Cover.isOn(ui))
                .forEach(this::askOrCover));
    }

    private void askOrCover(UI ui) {
        if (ComponentUtil.getData(ui, Asked.class) == null) {
            ComponentUtil.setData(ui, Asked.class, new Asked());
            ui.getPage().executeJs(HOLD).then(sent -> cover(ui), failed -> cover(ui));
        } else {
            cover(ui);
        }
    }

    private void cover(UI ui) {
        ComponentUtil.setData(ui, Asked.class, null);
        SessionLock.sessionOf(ui.getSession())
                .filter(SessionLock::isLocked)
                .flatMap(SessionLock::user)
                .ifPresent(user -> Cover.put(
                        ui,
                        new LockScreen(
                                user,
                                typed -> unlock(ui, typed),
                                ComponentUtil.getData(ui, Elsewhere.class),
                                new PasskeyButton(
                                        "Unlock with a passkey",
                                        site,
                                        identity,
                                        answer -> unlockByPasskey(ui, answer),
                                        () -> uncoverAll(ui)),
                                () -> leave(ui))));
    }

    private void lock(UI ui, boolean isForAnother) {
        SessionLock.sessionOf(ui.getSession())
                .ifPresent(session -> locks.lock(session, isForAnother ? "to switch person" : "by hand"));
        if (isForAnother) {
            ui.getPage().executeJs(HOLD).then(sent -> leave(ui), failed -> leave(ui));
        }
        cover(ui.getSession());
    }

    private void unlock(UI ui, String typed) {
        // not locked: the person proved at the provider of single sign-on who they are
        if (isLocked(ui.getSession())) {
            if (typed.isEmpty()) {
                throw new Refused("Enter your PIN or password, or confirm by the link first");
            }
            unlocking.unlock(request(), typed);
        }
        uncoverAll(ui);
    }

    private void unlockByPasskey(UI ui, String answer) {
        if (isLocked(ui.getSession())) {
            unlocking.unlockByPasskey(request(), answer);
        }
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }

    private static void uncoverAll(UI ui) {
        uncover(ui);
        var session = ui.getSession();
        session.getUIs().stream()
                .filter(other -> other != ui && !other.isClosing())
                .forEach(other -> other.access(() -> uncover(other)));
    }

    private static void uncover(UI ui) {
        ComponentUtil.setData(ui, Asked.class, null);
        if (Cover.takeAway(ui)) {
            ui.getPage().executeJs("window.plumblineResume?.($0)", address(ui));
        } else {
            // locked before its first page was drawn
            ui.getPage().executeJs("location.reload()");
        }
    }

    private static String address(UI ui) {
        return ui.getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** Signs out. Nothing of the other person's screen is drawn again: it stays covered until the page has gone. */
    private void leave(UI ui) {
        cover(ui);
        ui.getPage().executeJs("window.plumblineSessionEnded = true");
        signedIn.logout();
    }

    private static boolean isLocked(VaadinSession session) {
        return SessionLock.sessionOf(session).filter(SessionLock::isLocked).isPresent();
    }
}
