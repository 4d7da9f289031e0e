package io.plumbline.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Aside;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ui.Leaving;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands beside the schedule: the chosen appointment, the form that books or moves one, or nothing. */
final class ScheduleAside extends Composite<Aside> implements ScheduleActions.Stage {
    private final Component schedule;
    private final AppointmentPanelFactory panels;
    private final Supplier<ScheduleAddress> address;
    private final Runnable changed;
    private @Nullable AppointmentForm form;
    private @Nullable AppointmentId last;

    /**
     * @param schedule the view, which makes room while something stands here
     * @param address what the schedule shows at that moment
     * @param changed shows the schedule again after a change
     */
    ScheduleAside(
            Component schedule, AppointmentPanelFactory panels, Supplier<ScheduleAddress> address, Runnable changed) {
        this.schedule = schedule;
        this.panels = panels;
        this.address = address;
        this.changed = changed;
        getContent().addClassName("beside");
        closeForm();
    }

    /**
     * Shows the appointment from the URL unless a form is open. If neither is there, the keyboard focus returns to the
     * appointment that was shown or booked.
     */
    void follow(ZoneId zone, ScheduleActions actions) {
        var chosen = address.get().appointment();
        if (form == null) {
            Optional.ofNullable(chosen)
                    .flatMap(id -> panels.find(id, zone, actions))
                    .ifPresentOrElse(this::show, this::closeForm);
        }
        mark();
        if (isEmpty() && last != null) {
            schedule.getElement()
                    .executeJs("this.querySelector(`[data-appointment='${$0}']`)?.focus()", last.toString());
            last = null;
        } else if (chosen != null) {
            last = chosen;
        }
    }

    private void show(AppointmentPanel panel) {
        panel.onClose(this::close);
        fill("Selected appointment", panel);
        panel.focus();
    }

    /** Marks the appointment that is shown here, in the day. */
    void mark() {
        var chosen = address.get().appointment();
        schedule.getElement().executeJs("""
                this.querySelectorAll('[data-appointment]').forEach(block =>
                    block.dataset.appointment === $0
                        ? block.setAttribute('aria-current', 'true') : block.removeAttribute('aria-current'));""", chosen == null ? "" : chosen.toString());
    }

    /** Closes what is here; a form asks if that would lose input. */
    void close() {
        if (form != null) {
            form.close();
        } else if (address.get().appointment() != null) {
            address.get().opening(null).go();
        }
    }

    /** Returns whether leaving would lose input. */
    boolean isTyped() {
        return form != null && form.isTyped();
    }

    @Override
    public Optional<AppointmentForm> form() {
        return Optional.ofNullable(form);
    }

    @Override
    public void open(AppointmentForm opened) {
        Leaving.ask(this::isTyped, () -> {
            form = opened;
            fill("Booking", opened);
            opened.focus();
        });
    }

    @Override
    public void closeForm() {
        form = null;
        getContent().removeAll();
        // an invisible component would keep what it showed in the browser
        getElement().setAttribute("hidden", true);
        schedule.getElement().getClassList().remove("has-panel");
    }

    @Override
    public void returnTo(AppointmentId appointment) {
        last = appointment;
    }

    @Override
    public void changed() {
        changed.run();
    }

    private boolean isEmpty() {
        return getContent().getComponentCount() == 0;
    }

    private void fill(String name, Component content) {
        getContent().removeAll();
        getContent().add(content);
        getElement().setAttribute("aria-label", name).setAttribute("hidden", false);
        schedule.getElement().getClassList().add("has-panel");
    }
}
