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
 * Open screens of a room. After a change each that is concerned is told to ask again, as its own person; nothing of what
 * changed is passed on. A change is seen within a second, and while there is one after the other within three: so many who
 * look leave the store to those who work.
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
        private final Command askAgain;
        private final AtomicBoolean isToBeTold = new AtomicBoolean();
        private volatile Instant toldAt = Instant.EPOCH;

        private Screen(Command askAgain) {
            this.askAgain = askAgain;
        }
    }

    /** Tells a screen of changes while it is attached. */
    public void keepUpToDate(S screen, Command askAgain) {
        screen.addAttachListener(e -> screens.put(screen, new Screen(askAgain)));
        screen.addDetachListener(e -> screens.remove(screen));
    }

    /** Something changed that concerns some of them. */
    public void tell(Predicate<S> isConcerned) {
        screens.forEach((component, screen) -> {
            if (isConcerned.test(component) && screen.isToBeTold.compareAndSet(false, true)) {
                var now = scheduler.getClock().instant();
                // a clock that was set back must not silence a screen
                var isJustTold =
                        !screen.toldAt.isAfter(now) && screen.toldAt.plus(APART).isAfter(now.plus(TOGETHER));
                scheduler.schedule(
                        () -> tell(component, screen), isJustTold ? screen.toldAt.plus(APART) : now.plus(TOGETHER));
            }
        });
    }

    private void tell(S component, Screen screen) {
        screen.toldAt = scheduler.getClock().instant();
        screen.isToBeTold.set(false);
        // whoever has just left the page hears nothing any more
        component.getUI().ifPresent(ui -> ui.accessLater(screen.askAgain::execute, () -> screens.remove(component))
                .run());
    }
}
