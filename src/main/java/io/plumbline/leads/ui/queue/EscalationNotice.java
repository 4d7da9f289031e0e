package io.plumbline.leads.ui.queue;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.plumbline.leads.queue.ResponseTargetMissed;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.cover.Cover;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notifies managers, on any screen, that leads of their clinics missed the response target. */
@Component
class EscalationNotice implements VaadinServiceInitListener {
    private final Set<UI> screens = ConcurrentHashMap.newKeySet();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> {
            var screen = opened.getUI();
            screens.add(screen);
            screen.addDetachListener(e -> screens.remove(screen));
        });
    }

    @TransactionalEventListener
    void on(ResponseTargetMissed passed) {
        screens.forEach(screen -> screen.accessLater(() -> tell(passed), () -> screens.remove(screen))
                .run());
    }

    private static void tell(ResponseTargetMissed passed) {
        // a window may outlive the sign-in of its user
        var late = CurrentUser.find()
                .filter(me -> me.has(Role.MANAGER))
                .map(passed::of)
                .orElse(0L);
        if (late == 0 || Cover.isOn(UI.getCurrentOrThrow())) {
            return;
        }
        var notice = new Notification();
        notice.setPosition(Notification.Position.TOP_END);
        notice.setDuration(0);
        notice.setAssertive(true);
        var close = Ui.iconButton("Close", Icon.CROSS);
        close.addClickListener(e -> notice.close());
        var words = late == 1 ? "A lead is past its response target." : late + " leads are past their response target.";
        notice.add(Ui.div("cluster", Ui.text("", words), new Anchor(Routes.LEADS, "Call now"), close));
        notice.open();
    }
}
