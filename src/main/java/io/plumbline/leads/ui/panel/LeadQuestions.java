package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.CallProposal;
import io.plumbline.leads.duplicates.LeadMatch;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.ReasonChoice;
import io.plumbline.shared.ui.Times;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The questions that precede an action on a lead. */
@SpringComponent
public class LeadQuestions {
    /** The time of day at which a lead leaves nurture, in the zone of its clinic. */
    public static final LocalTime WAKES_AT = LocalTime.of(8, 0);

    private final LeadService leads;
    private final LeadReturnService returns;
    private final LeadZones zones;
    private final LeadUndo undo;
    private final Clock clock;

    LeadQuestions(LeadService leads, LeadReturnService returns, LeadZones zones, LeadUndo undo, Clock clock) {
        this.leads = leads;
        this.returns = returns;
        this.zones = zones;
        this.undo = undo;
        this.clock = clock;
    }

    /** Asks when the person wants to be called, in the time zone of the lead's clinic. */
    void callLater(LeadDetails lead, BiConsumer<LeadDetails, Instant> log, Runnable done) {
        var zone = zoneOf(lead);
        var day = Days.field("Day");
        day.setMin(today(lead));
        day.setValue(today(lead));
        var time = Times.field("Time", null);
        time.setLabel("Time");
        var question = new LeadQuestion(leads, lead, "Call later");
        question.form()
                .add(Ui.div("cluster", day, time))
                .say("In the clinic's time zone, " + Dates.zone(clock.instant(), zone))
                .check(wrong -> {
                    wrong.refuseEmpty(day, "Choose the day");
                    wrong.refuseEmpty(time, "Choose the time");
                })
                .at(time);
        question.open(
                "Schedule call",
                now -> log.accept(
                        now, day.getValue().atTime(time.getValue()).atZone(zone).toInstant()),
                done);
    }

    /** Explains the effect and asks for confirmation. */
    void stopContacting(LeadDetails lead, Consumer<LeadDetails> log, Runnable done) {
        var question = new LeadQuestion(leads, lead, "Stop contacting");
        question.form()
                .destructive()
                .add(Ui.text(
                        "",
                        "Nobody may call this phone number or write to this e-mail address any more, on any lead, "
                                + "until the person asks for a consultation again. This lead is marked as lost."));
        sayWhatEnds(question, lead);
        question.open("Stop contacting", log, done);
    }

    /** Asks why the person is not interested; the answer becomes the reason for marking the lead as lost. */
    void notInterested(LeadDetails lead, BiConsumer<LeadDetails, String> log, Runnable done) {
        askWhy(lead, "Not interested", "Log the call", log, done);
    }

    public void markLost(LeadDetails lead, Runnable done) {
        askWhy(
                lead,
                "Mark this lead as lost",
                "Mark as lost",
                (now, why) -> {
                    leads.lose(now.id(), now.version(), why);
                    undo.offer(now.id(), "marked as lost", () -> {});
                },
                done);
    }

    private void askWhy(
            LeadDetails lead, String title, String verb, BiConsumer<LeadDetails, String> save, Runnable done) {
        var reason = reason();
        var question = new LeadQuestion(leads, lead, title);
        question.form().destructive().add(reason).check(wrong -> refuseUnlessSaid(reason, wrong));
        sayWhatEnds(question, lead);
        question.open(verb, now -> save.accept(now, reason.getValue()), done);
    }

    /** Creates the field for the reason why a lead is lost. */
    public static ComboBox<String> reason() {
        return ReasonChoice.of(LeadService.LOST_REASONS);
    }

    public static void refuseUnlessSaid(ComboBox<String> reason, FormErrors wrong) {
        wrong.refuseNoReason(reason, LeadService.LOST_REASONS, "Say why, so that the report can count it");
    }

    /** Adds to a question that closes the lead what else ends with it. */
    private static void sayWhatEnds(LeadQuestion question, LeadDetails lead) {
        if (lead.status() == LeadStatus.CONSULTATION_BOOKED) {
            question.form().say("The booked consultation is canceled for the same reason.");
        }
    }

    public void nurture(LeadDetails lead, Runnable done) {
        var zone = zoneOf(lead);
        var today = today(lead);
        var question = new LeadQuestion(leads, lead, "Move this lead to nurture");
        var until = question.form().required(Days.field("Nurture until"), "Choose a day in the future");
        until.setMin(today.plusDays(1));
        until.setValue(today.plusDays(CallProposal.REST_DAYS));
        question.open(
                "Move to nurture",
                now -> {
                    var wakes = until.getValue().atTime(WAKES_AT).atZone(zone);
                    leads.nurture(now.id(), now.version(), wakes.toInstant());
                    undo.offer(now.id(), "moved to nurture", () -> {});
                },
                done);
    }

    /** Explains the effect and asks for confirmation. */
    void merge(LeadMatch other, LeadDetails kept, Runnable done) {
        var question =
                new LeadQuestion(leads, kept, "Merge into " + kept.draft().fullName());
        question.form()
                .add(Ui.text(
                        "",
                        other.fullName() + " (" + other.score().words()
                                + ") then appears here, with its calls and messages, and "
                                + "is no longer called separately. It can be unmerged at any time."));
        question.open("Merge", now -> returns.merge(other.id(), other.version(), now.id()), done);
    }

    /** Asks for a reason and reopens a lead that is lost or in nurture. */
    public void reopen(LeadDetails lead, Runnable done) {
        var question = new LeadQuestion(leads, lead, "Reopen this lead");
        var reason = question.form().optional(UiFields.line("Why", 200));
        reason.setHelperText("In a few words, such as: she called back");
        question.form()
                .check(wrong -> wrong.refuseNoReason(reason, "Say why you are reopening this lead"))
                .at(reason);
        question.open(
                "Reopen",
                now -> {
                    returns.reopen(now.id(), now.version(), reason.getValue());
                    undo.offer(now.id(), "reopened", () -> {});
                },
                done);
    }

    /** Returns when a lead in nurture becomes due again, a number of days from today. */
    ZonedDateTime wakesAfter(int days, LeadDetails lead) {
        return today(lead).plusDays(days).atTime(WAKES_AT).atZone(zoneOf(lead));
    }

    private LocalDate today(LeadDetails lead) {
        return zones.today(lead.draft().clinic());
    }

    private ZoneId zoneOf(LeadDetails lead) {
        return zones.zoneOf(lead.draft().clinic());
    }
}
