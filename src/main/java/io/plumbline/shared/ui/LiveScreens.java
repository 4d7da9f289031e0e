package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.scheduling.TaskScheduler;

/**
 * Updates open screens after a change. Each screen concerned reloads with the permissions of its own user; no changed
 * data is passed on. A change appears within one second or, if changes follow each other, within three, so that many
 * viewers do not slow the database down for users at work.
 */
public final class LiveScreens<S extends Component> {
    private static final Duration TOGETHER = Duration.ofMillis(700);
    private static final Duration APART = Duration.ofSeconds(2);

    private final Map<S, Screen> screens = new ConcurrentHashMap<>();
    private final TaskScheduler scheduler;

    public LiveScreens(TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    private static final class Screen {
        private final Command refresh;
        private final AtomicBoolean isToBeTold = new AtomicBoolean();
        private volatile Instant notifiedAt = Instant.EPOCH;

        private Screen(Command refresh) {
            this.refresh = refresh;
        }
    }

    /** Notifies a screen of changes while it is attached. */
    public void keepUpToDate(S screen, Command refresh) {
        screen.addAttachListener(e -> {
            screens.put(screen, new Screen(refresh));
            if (!e.isInitialAttach()) {
                // it was locked, and has missed what changed
                e.getUI().access(refresh);
            }
        });
        screen.addDetachListener(e -> screens.remove(screen));
    }

    /** Notifies the screens that a change concerns. */
    public void tell(Predicate<S> isConcerned) {
        screens.forEach((component, screen) -> {
            if (isConcerned.test(component) && screen.isToBeTold.compareAndSet(false, true)) {
                var now = scheduler.getClock().instant();
                // a clock that was set back must not silence a screen
                var isJustTold = !screen.notifiedAt.isAfter(now)
                        && screen.notifiedAt.plus(APART).isAfter(now.plus(TOGETHER));
                scheduler.schedule(
                        () -> tell(component, screen), isJustTold ? screen.notifiedAt.plus(APART) : now.plus(TOGETHER));
            }
        });
    }

    private void tell(S component, Screen screen) {
        screen.notifiedAt = scheduler.getClock().instant();
        screen.isToBeTold.set(false);
        // a screen that was just closed is not notified
        component.getUI().ifPresent(ui -> ui.accessLater(screen.refresh::execute, () -> screens.remove(component))
                .run());
    }
}
