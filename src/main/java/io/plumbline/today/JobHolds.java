package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicService;
import io.plumbline.jobs.holds.JobHold;
import io.plumbline.jobs.holds.JobHoldService;
import io.plumbline.shared.Count;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells an administrator which jobs wait for them, and lets them run again. */
final class JobHolds extends Composite<Div> {
    private final JobHoldService holds;
    private final ClinicService clinics;

    private JobHolds(JobHoldService holds, ClinicService clinics, List<JobHold> open) {
        this.holds = holds;
        this.clinics = clinics;
        getContent().addClassName("stack-2");
        draw(open);
    }

    /** Returns the part of the start page; empty for users who may not release jobs, and if none waits. */
    static Optional<Component> forCurrentUser(JobHoldService holds, ClinicService clinics) {
        if (!CurrentUser.may(Permission.JOB_RELEASE)) {
            return Optional.empty();
        }
        var open = holds.open();
        return open.isEmpty() ? Optional.empty() : Optional.of(new JobHolds(holds, clinics, open));
    }

    private void draw(List<JobHold> open) {
        getContent().removeAll();
        open.stream().map(this::banner).forEach(getContent()::add);
    }

    private Component banner(JobHold hold) {
        var release = new Button("Let jobs run…", e -> ask(hold));
        return Ui.div(
                "banner tone-warn",
                Icon.ALERT.create(),
                Ui.div("stack-0 grow", Ui.text("strong", title(hold)), Ui.text("small", explanation(hold))),
                release);
    }

    private static String title(JobHold hold) {
        return switch (hold) {
            case JobHold.OfClock clock ->
                "The clock of the portal may be wrong. Nothing is erased or disposed of until you check it.";
            case JobHold.OfJob one -> "Erasing " + one.job().removes() + " waits for you.";
        };
    }

    private String explanation(JobHold hold) {
        return switch (hold) {
            case JobHold.OfClock clock ->
                "When the portal started, its clock said " + day(clock.since())
                        + ", and the newest entry in the audit trail was of " + day(clock.newest())
                        + ". If the clock was wrong, correct it and start the portal again before you let jobs run.";
            case JobHold.OfJob one ->
                "On " + day(one.since()) + " it would have erased " + Count.number(one.due()) + " of "
                        + Count.number(one.inAll()) + " " + one.job().noun() + " within a day. That is unusual.";
        };
    }

    private String day(Instant at) {
        return Dates.dayAndYear(at.atZone(clinics.ownZone()).toLocalDate());
    }

    private void ask(JobHold hold) {
        new ReasonDialog(
                        "Let jobs run",
                        explanation(hold) + " What they erase cannot be brought back.",
                        "Let jobs run",
                        reason -> Attempt.refusalOf(
                                () -> {
                                    holds.release(hold.id(), reason);
                                    draw(holds.open());
                                },
                                () -> "A colleague changed this in the meantime."))
                .open();
    }
}
