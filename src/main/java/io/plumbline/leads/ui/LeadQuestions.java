package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.leads.CallProposal;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Times;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WrongFields;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is asked before something is done to a lead. */
class LeadQuestions {
    /** When a lead that rests wakes on its day, where its clinic is. */
    static final LocalTime WAKES_AT = LocalTime.of(8, 0);

    private final LeadService leads;
    private final Function<@Nullable ClinicId, ZoneId> zones;
    private final Clock clock;

    /** @param zones in which the times of the leads of a clinic are told */
    LeadQuestions(LeadService leads, Function<@Nullable ClinicId, ZoneId> zones, Clock clock) {
        this.leads = leads;
        this.zones = zones;
        this.clock = clock;
    }

    /** Asks when the person wants to be called, in the time of the lead's clinic. */
    void callLater(LeadDetails lead, BiConsumer<LeadDetails, Instant> log, Runnable done) {
        var zone = zoneOf(lead);
        var day = Days.field("Day");
        day.setMin(today(lead));
        day.setValue(today(lead));
        var time = Times.field("Time", null);
        time.setLabel("Time");
        var asked = new LeadQuestion.Asked(
                "Call later",
                Ui.div(
                        "stack-2",
                        Ui.div("cluster", day, time),
                        Ui.text("muted", "In the time of the clinic, " + Dates.zone(clock.instant(), zone))),
                "Call then",
                () -> !time.isEmpty());
        new LeadQuestion(
                        leads,
                        lead,
                        asked,
                        now -> {
                            var wrong = new WrongFields();
                            wrong.refuseEmpty(day, "Choose the day");
                            wrong.refuseEmpty(time, "Choose the time");
                            if (!wrong.areNone()) {
                                return false;
                            }
                            try {
                                log.accept(
                                        now,
                                        day.getValue()
                                                .atTime(time.getValue())
                                                .atZone(zone)
                                                .toInstant());
                            } catch (IllegalArgumentException refused) {
                                wrong.refuse(time, true, String.valueOf(refused.getMessage()));
                            }
                            return wrong.areNone();
                        },
                        done)
                .open();
    }

    /** Says what it means, and asks whether it is meant. */
    void stopContacting(LeadDetails lead, Consumer<LeadDetails> log, Runnable done) {
        var meaning = Ui.text(
                "",
                "Nobody calls or writes to this phone number and e-mail address any more, whatever lead they stand in, "
                        + "until the person asks for a consultation again. This lead is given up.");
        new LeadQuestion(
                        leads,
                        lead,
                        new LeadQuestion.Asked(
                                "Stop contacting", endingWith(meaning, lead), "Stop contacting", () -> false),
                        now -> {
                            log.accept(now);
                            return true;
                        },
                        done)
                .open();
    }

    /** Asks why the person does not want to come: that is why the lead is given up. */
    void notInterested(LeadDetails lead, BiConsumer<LeadDetails, String> log, Runnable done) {
        askWhy(lead, "Not interested", "Log the call", log, done);
    }

    void giveUp(LeadDetails lead, Runnable done) {
        askWhy(lead, "Give this lead up", "Give up", (now, why) -> leads.lose(now.id(), now.version(), why), done);
    }

    private void askWhy(
            LeadDetails lead, String title, String verb, BiConsumer<LeadDetails, String> save, Runnable done) {
        var reason = reason();
        var asked = new LeadQuestion.Asked(title, endingWith(reason, lead), verb, () -> !reason.isEmpty());
        new LeadQuestion(
                        leads,
                        lead,
                        asked,
                        now -> {
                            var wrong = new WrongFields();
                            refuseUnlessSaid(reason, wrong);
                            if (wrong.areNone()) {
                                save.accept(now, reason.getValue());
                            }
                            return wrong.areNone();
                        },
                        done)
                .open();
    }

    /** Why a lead is given up. */
    static TextField reason() {
        var reason = new TextField("Reason");
        reason.setMaxLength(200);
        reason.setWidthFull();
        // Escape must know of the last key
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        return reason;
    }

    static void refuseUnlessSaid(TextField reason, WrongFields wrong) {
        wrong.refuseEmpty(reason, "Say why, so that the report can count it");
    }

    /** A question whose answer ends the lead, with what else ends then. */
    private static Div endingWith(Component asked, LeadDetails lead) {
        var all = Ui.div("stack-2", asked);
        if (lead.status() == LeadStatus.CONSULTATION_BOOKED) {
            all.add(Ui.text("muted", "The consultation that is booked is cancelled for the same reason."));
        }
        return all;
    }

    void letRest(LeadDetails lead, Runnable done) {
        var zone = zoneOf(lead);
        var today = today(lead);
        var usual = today.plusDays(CallProposal.REST_DAYS);
        var until = Days.field("Rest until");
        until.setMin(today.plusDays(1));
        until.setValue(usual);
        var asked =
                new LeadQuestion.Asked("Let this lead rest", until, "Let rest", () -> !usual.equals(until.getValue()));
        new LeadQuestion(
                        leads,
                        lead,
                        asked,
                        now -> {
                            var wrong = new WrongFields();
                            wrong.refuseEmpty(until, "Choose a day in the future");
                            if (wrong.areNone()) {
                                var wakes = until.getValue().atTime(WAKES_AT).atZone(zone);
                                leads.nurture(now.id(), now.version(), wakes.toInstant());
                            }
                            return wrong.areNone();
                        },
                        done)
                .open();
    }

    private LocalDate today(LeadDetails lead) {
        return LocalDate.ofInstant(clock.instant(), zoneOf(lead));
    }

    private ZoneId zoneOf(LeadDetails lead) {
        return zones.apply(lead.draft().clinic());
    }
}
