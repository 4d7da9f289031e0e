package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import io.plumbline.shared.VisibleChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Updates open screens after each committed change, and when time passes. Each screen concerned reloads with the
 * permissions of its own user; no changed data is passed on. A change appears within one second or, if changes follow
 * each other, within three, so that many viewers do not slow the database down for users at work.
 */
@org.springframework.stereotype.Component
public class LiveScreens {
    private static final Duration TOGETHER = Duration.ofMillis(700);
    private static final Duration APART = Duration.ofSeconds(2);

    private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
    private final Set<Screen> clocks = ConcurrentHashMap.newKeySet();
    private final TaskScheduler scheduler;

    LiveScreens(TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    private static final class Screen {
        private final Component component;
        private final Predicate<VisibleChange> isConcerned;
        private final Command refresh;
        private final AtomicBoolean isToBeTold = new AtomicBoolean();
        private volatile Instant notifiedAt = Instant.EPOCH;

        private Screen(Component component, Predicate<VisibleChange> isConcerned, Command refresh) {
            this.component = component;
            this.isConcerned = isConcerned;
            this.refresh = refresh;
        }
    }

    /** Reloads a screen after each change of a type, while it is attached. */
    public void keepUpToDate(Component screen, Class<? extends VisibleChange> changes, Command refresh) {
        keepUpToDate(screen, changes::isInstance, refresh);
    }

    /**
     * Reloads a screen after each change of a type that concerns it, while it is attached.
     *
     * @param isConcerned called by the threads of users who make the changes
     */
    public <C extends VisibleChange> void keepUpToDate(
            Component screen, Class<C> changes, Predicate<C> isConcerned, Command refresh) {
        keepUpToDate(screen, change -> changes.isInstance(change) && isConcerned.test(changes.cast(change)), refresh);
    }

    /**
     * Reloads a screen after each change that concerns it, while it is attached.
     *
     * @param isConcerned called by the threads of users who make the changes
     */
    public void keepUpToDate(Component screen, Predicate<VisibleChange> isConcerned, Command refresh) {
        keep(screens, screen, isConcerned, refresh);
    }

    /** Notifies a screen every half minute, while it is attached, that its minutes are out of date. */
    public void keepOnTime(Component screen, Command tellTime) {
        keep(clocks, screen, any -> true, tellTime);
    }

    private static void keep(
            Set<Screen> kept, Component component, Predicate<VisibleChange> isConcerned, Command refresh) {
        component.addAttachListener(attached -> {
            var screen = new Screen(component, isConcerned, refresh);
            kept.add(screen);
            if (!attached.isInitialAttach()) {
                // it was locked, and has missed what changed
                attached.getUI().access(refresh);
            }
            component.addDetachListener(detached -> {
                kept.remove(screen);
                detached.unregisterListener();
            });
        });
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(VisibleChange change) {
        if (change.isVisible()) {
            screens.stream().filter(screen -> screen.isConcerned.test(change)).forEach(this::notifySoon);
        }
    }

    @Scheduled(fixedDelayString = "PT30S")
    void timePasses() {
        clocks.forEach(this::notifySoon);
    }

    private void notifySoon(Screen screen) {
        if (screen.isToBeTold.compareAndSet(false, true)) {
            var now = scheduler.getClock().instant();
            // a clock that was set back must not silence a screen
            var isJustTold = !screen.notifiedAt.isAfter(now)
                    && screen.notifiedAt.plus(APART).isAfter(now.plus(TOGETHER));
            scheduler.schedule(() -> notify(screen), isJustTold ? screen.notifiedAt.plus(APART) : now.plus(TOGETHER));
        }
    }

    private void notify(Screen screen) {
        screen.notifiedAt = scheduler.getClock().instant();
        screen.isToBeTold.set(false);
        // a screen that was just closed is not notified
        screen.component.getUI().ifPresent(ui -> ui.accessLater(screen.refresh::execute, () -> forget(screen))
                .run());
    }

    private void forget(Screen screen) {
        screens.remove(screen);
        clocks.remove(screen);
    }
}
