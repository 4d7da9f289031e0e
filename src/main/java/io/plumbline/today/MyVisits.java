package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.VisitRow;
import io.plumbline.onlineintake.OnlineReviewService;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;

/** The practitioner's day: visits, notes to sign, and, for therapists, patients with open red flags. */
@Order(50)
@org.springframework.stereotype.Component
class MyVisits implements StartPart {
    private static final int MOST_FLAGS = 1000;

    private final NoteService notes;
    private final SafetyService safety;
    private final OnlineReviewService submitted;

    MyVisits(NoteService notes, SafetyService safety, OnlineReviewService submitted) {
        this.notes = notes;
        this.safety = safety;
        this.submitted = submitted;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.isClinician()) {
            return List.of();
        }
        var all = notes.visitsToday();
        var today = all.stream().filter(visit -> !visit.earlier()).toList();
        var unsigned = all.stream()
                .filter(visit -> visit.isOpen() && (visit.earlier() || visit.note() != null))
                .toList();
        var cards = new ArrayList<StartCard>();
        // a visit with a draft note is listed with the unsigned notes
        var ahead = today.stream()
                .filter(visit -> visit.isAhead() && !unsigned.contains(visit))
                .toList();
        var submittedBy = submitted.findSubmittedBy(patientsOf(ahead));
        cards.add(card(
                "My visits today",
                "",
                Tone.INFO,
                Icon.CALENDAR,
                ahead,
                visit ->
                        visit.patient() != null && submittedBy.contains(visit.patient()) ? toReview(visit) : row(visit),
                noneAhead(today)));
        cards.add(card(
                "My unsigned notes",
                "unsigned note",
                Tone.WARN,
                Icon.NOTE,
                unsigned,
                this::row,
                "You have no unsigned notes."));
        if (user.has(Role.THERAPIST)) {
            cards.add(flagged(today));
        }
        return cards;
    }

    private static String noneAhead(List<VisitRow> today) {
        if (today.isEmpty()) {
            return "You have no visits today, booked or planned.";
        }
        return today.stream().anyMatch(VisitRow::isOpen)
                ? "Every visit today is over or has a note in progress."
                : "All " + today.size() + " visits today are over, documented and signed.";
    }

    private static Set<PatientId> patientsOf(List<VisitRow> visits) {
        return visits.stream().map(VisitRow::patient).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private StartCard card(
            String title,
            String noun,
            Tone tone,
            Icon icon,
            List<VisitRow> visits,
            Function<VisitRow, StartCard.Row> row,
            String empty) {
        return new StartCard(
                title,
                noun,
                visits.size(),
                tone,
                icon,
                Routes.NOTES,
                visits.stream().limit(StartCard.ROWS).map(row).toList(),
                empty);
    }

    private StartCard.Row row(VisitRow visit) {
        return new StartCard.Row(
                timeAndName(visit),
                visit.service().label()
                        + (visit.patient() == null ? " · no patient yet" : visit.wantsNote() ? noted(visit) : ""),
                action(visit));
    }

    private static StartCard.Row toReview(VisitRow visit) {
        return new StartCard.Row(
                timeAndName(visit),
                visit.service().label() + " · online intake to review",
                StartCard.link(
                        "Review",
                        Routes.patient(Objects.requireNonNull(visit.patient()), Routes.INTAKE),
                        visit.personName()));
    }

    private static String timeAndName(VisitRow visit) {
        var at = visit.earlier() ? Dates.day(visit.on()) : visit.at() == null ? "Planned" : Dates.time(visit.at());
        return at + " " + visit.personName();
    }

    private static String noted(VisitRow visit) {
        return visit.noteStatus() == null ? " · no note yet" : " · note begun";
    }

    private Component action(VisitRow visit) {
        if (visit.note() != null) {
            return StartCard.link(
                    visit.noteStatus() == NoteStatus.DRAFT ? "Continue note" : "Read",
                    Routes.note(visit.note()),
                    visit.personName());
        }
        if (visit.patient() == null) {
            return visit.lead() != null && CurrentUser.may(Permission.LEAD_READ)
                    ? StartCard.link("Open lead", Routes.lead(visit.lead()), visit.personName())
                    : Ui.text("muted small", "No chart yet");
        }
        if (!visit.wantsNote()) {
            return StartCard.link("Open patient", Routes.patient(visit.patient()), visit.personName());
        }
        var write = new Button("Write note", e -> Ui.navigate(visit.key().address()));
        write.getElement().getThemeList().add("small");
        write.setAriaLabel("Write note: " + visit.personName());
        return write;
    }

    private StartCard flagged(List<VisitRow> today) {
        var patients = patientsOf(today);
        var flags = patients.isEmpty() ? List.<FlagRow>of() : safety.openOf(patients, MOST_FLAGS);
        return new StartCard(
                "Flags open today",
                "",
                flags.size(),
                Tone.CLINICAL,
                Icon.FLAG,
                Routes.PATIENTS,
                flags.stream().map(MyVisits::row).toList(),
                "No patient today has an open red flag.");
    }

    private static StartCard.Row row(FlagRow flag) {
        return new StartCard.Row(
                flag.patientName(),
                flag.words(),
                StartCard.link("Open patient", Routes.patient(flag.patient()), flag.patientName()));
    }
}
