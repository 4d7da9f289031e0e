package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.contraindications.ContraindicationService;
import io.plumbline.intake.contraindications.StandingContraindication;
import io.plumbline.intake.contraindications.StandingContraindications;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasuresBeside;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteHistoryService;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.changes.RecordChange;
import io.plumbline.notes.changes.RecordChangeService;
import io.plumbline.patients.DeskOrders;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.ReactionsBesideNote;
import io.plumbline.plans.summary.PlanBeside;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The record beside the note, computed: what to know before treatment, the last note, pain and the plan; the rest, such as
 * the last adjustment, what colleagues changed since the reader's last note and the measures, is folded behind them.
 */
@org.springframework.stereotype.Component
class NoteRail {
    private static final int MOST_CHANGES = 6;

    /** What must be known before treatment: above the note where the rail is not beside it. */
    private static final String BEFORE = "before-treatment";

    private final PlanBeside plans;
    private final NoteHistoryService notes;
    private final ContraindicationService contraindications;
    private final MeasuresBeside measures;
    private final RecordChangeService changes;
    private final DeskOrders orders;
    private final ReactionsBesideNote reactions;
    private final ClinicService clinics;

    NoteRail(
            PlanBeside plans,
            NoteHistoryService notes,
            ContraindicationService contraindications,
            MeasuresBeside measures,
            RecordChangeService changes,
            DeskOrders orders,
            ReactionsBesideNote reactions,
            ClinicService clinics) {
        this.plans = plans;
        this.notes = notes;
        this.contraindications = contraindications;
        this.measures = measures;
        this.changes = changes;
        this.orders = orders;
        this.reactions = reactions;
        this.clinics = clinics;
    }

    /**
     * The parts of the rail.
     *
     * @param first those that are always seen
     * @param more those behind <em>Show all</em>
     * @param standing what they say about contraindications
     */
    record Parts(List<Component> first, List<Component> more, List<StandingContraindication> standing) {}

    /**
     * Returns the parts of the rail.
     *
     * @param note the note that is written or read
     * @param isStored whether the note is in the store, so that orders can refer to it
     * @param changed runs after the record was changed from the rail, such as by a red flag
     */
    Parts of(
            PatientDetails patient,
            List<FlagDetails> flags,
            List<MeasureHistory> scores,
            NoteDetails note,
            boolean isStored,
            Runnable changed) {
        var signed = notes.findBeside(patient, note.id(), note.treatedOn());
        var before = signed.stream()
                .filter(row -> !row.id().equals(note.id()) && !row.treatedOn().isAfter(note.treatedOn()))
                .toList();
        var clinic = clinics.label(note.clinic());
        var today = clinics.todayAt(note.clinic());
        var first = new ArrayList<Component>();
        var more = new ArrayList<Component>();
        var standing = contraindications.findStanding(patient);
        first.add(beforeTreatment(flags, standing));
        reactions
                .of(
                        patient,
                        () -> Optional.of(note.id()).filter(id -> isStored),
                        note.clinic(),
                        note.service().code(),
                        changed)
                .ifPresent(part -> (part.getElement().getClassList().contains(BEFORE) ? first : more).add(part));
        first.add(lastNote(before));
        first.add(pain(signed));
        var plan = plans.of(patient, scores, today);
        first.addAll(plan.subList(0, Math.min(1, plan.size())));
        more.addAll(plan.subList(Math.min(1, plan.size()), plan.size()));
        more.add(lastAdjustment(before, today));
        more.add(sinceMyLast(patient, before, clinic.zone()));
        more.add(measures.of(patient.id(), scores));
        if (isStored) {
            orders.afterNote(note.id(), patient.id()).ifPresent(more::add);
        }
        return new Parts(List.copyOf(first), List.copyOf(more), standing.all());
    }

    private static Component beforeTreatment(List<FlagDetails> flags, StandingContraindications standing) {
        var part = flags(flags, standing.isScreened());
        if (!standing.all().isEmpty()) {
            part.add(
                    Ui.text("strong small", "Contraindications"),
                    facts(standing.all().stream().map(StandingContraindication::words)));
        }
        return part;
    }

    private static Div flags(List<FlagDetails> flags, boolean isScreened) {
        var open = flags.stream()
                .filter(FlagDetails::isInForce)
                .map(flag -> (Component) StatusBadge.clinical(flag.flag() + ", "
                        + flag.level().fullLabel() + (flag.status().awaitsOutcome() ? ", referred" : "")))
                .toList();
        var monitored = flags.stream()
                .filter(flag -> flag.monitoredUntil() != null && flag.status() == FlagStatus.MONITORED)
                .map(flag -> (Component) Ui.text(
                        "",
                        "Monitored until " + Dates.dayAndYear(Objects.requireNonNull(flag.monitoredUntil())) + ": "
                                + flag.flag()))
                .toList();
        var part = Ui.railPart("Before you touch");
        part.addClassName(BEFORE);
        if (!isScreened) {
            part.add(StatusBadge.warn("Not screened"));
        } else if (open.isEmpty()) {
            part.add(Ui.text("muted", "No open red flags"));
        }
        part.add(open);
        part.add(monitored);
        return part;
    }

    private static Div lastAdjustment(List<NoteRow> before, LocalDate today) {
        var last = before.stream()
                .filter(row -> row.service() == AppointmentType.ADJUSTMENT)
                .findFirst();
        if (last.isEmpty()) {
            return Ui.railPart("Last adjustment visit", Ui.text("muted", "None before this note"));
        }
        var visit = last.get();
        var part = Ui.railPart(
                "Last adjustment visit",
                Ui.text("", Dates.dayAndYear(visit.treatedOn()) + ", " + ago(visit.treatedOn(), today)));
        if (visit.isWithheld()) {
            part.add(Ui.text("muted", visit.privacy().words(visit.service())));
        } else if (visit.adjusted().isEmpty()) {
            part.add(Ui.text("muted", "No adjusted segment recorded"));
        } else {
            part.add(facts(visit.adjusted().stream().map(SegmentRow::words)));
        }
        return part;
    }

    private static UnorderedList facts(Stream<String> facts) {
        var list = new UnorderedList();
        list.addClassName("fact-list");
        facts.map(ListItem::new).forEach(list::add);
        return list;
    }

    private static String ago(LocalDate day, LocalDate today) {
        var days = ChronoUnit.DAYS.between(day, today);
        return days == 0 ? "today" : days == 1 ? "1 day ago" : days + " days ago";
    }

    private Div sinceMyLast(PatientDetails patient, List<NoteRow> before, ZoneId zone) {
        var me = CurrentUser.current().staff();
        var mine = before.stream().filter(row -> row.author().equals(me)).findFirst();
        if (mine.isEmpty()) {
            return Ui.railPart("Since your last note", Ui.text("muted", "You have no note of this patient yet"));
        }
        var part = Ui.railPart("Since your last note, " + Dates.day(mine.get().treatedOn()));
        var changed =
                changes.findSince(patient, Objects.requireNonNull(mine.get().signedAt()));
        if (changed.isEmpty()) {
            part.add(Ui.text("muted", "No new notes, intake, alerts, plan decisions, flags or scores from colleagues"));
            return part;
        }
        part.add(facts(changed.stream().limit(MOST_CHANGES).map(change -> words(change, zone))));
        if (changed.size() > MOST_CHANGES) {
            part.add(new Anchor(Routes.patient(patient.id()), "More in the timeline"));
        }
        return part;
    }

    private static String words(RecordChange change, ZoneId zone) {
        return change.kind().label() + ": " + change.what() + ", " + Dates.day(LocalDate.ofInstant(change.at(), zone))
                + ", " + change.by();
    }

    private static Div pain(List<NoteRow> signed) {
        var newest = signed.subList(0, Math.min(signed.size(), NoteHistoryService.PAGE));
        return Ui.railPart("Pain after each session", PainChart.of(newest, newest.size() == NoteHistoryService.PAGE));
    }

    private static Div lastNote(List<NoteRow> signed) {
        if (signed.isEmpty()) {
            return Ui.railPart("Last note", Ui.text("muted", "First session"));
        }
        var last = signed.getFirst();
        return Ui.railPart(
                "Last note",
                Ui.text(
                        "muted",
                        Dates.day(last.treatedOn()) + ", " + last.service().label()),
                Ui.text("", last.isWithheld() ? last.privacy().words(last.service()) : "Next step: " + last.nextStep()),
                new Anchor(Routes.note(last.id()), "Open the last note"));
    }
}
