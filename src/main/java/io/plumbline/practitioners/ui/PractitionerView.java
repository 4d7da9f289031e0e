package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.PractitionerDetails;
import io.plumbline.practitioners.PractitionerModalities;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.WorkingHours;
import io.plumbline.practitioners.absences.AbsenceService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.supervision.SupervisionService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A practitioner: profile, credentials, supervision, working hours and absences; their manager edits them here. */
@Route(Routes.PRACTITIONERS + "/:" + Routes.ID)
@PageTitle("Practitioner · Plumbline")
@RolesAllowed(Permission.PRACTITIONER_READ)
class PractitionerView extends Main implements BeforeEnterObserver {
    private final PractitionerService practitioners;
    private final CredentialService credentials;
    private final AbsenceService absences;
    private final SupervisionService supervisions;
    private final PractitionerModalities modalities;
    private final ClinicService clinics;
    private @Nullable PractitionerEditor editor;

    PractitionerView(
            PractitionerService practitioners,
            CredentialService credentials,
            AbsenceService absences,
            SupervisionService supervisions,
            PractitionerModalities modalities,
            ClinicService clinics) {
        this.practitioners = practitioners;
        this.credentials = credentials;
        this.absences = absences;
        this.supervisions = supervisions;
        this.modalities = modalities;
        this.clinics = clinics;
        Ui.main(this);
        Leaving.guardPage(this, () -> editor != null && editor.hasChanges());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), StaffId::new)
                .orElseThrow(NotFoundException::new));
    }

    private void show(StaffId id) {
        var who = practitioners.find(id).orElseThrow(NotFoundException::new);
        editor = null;
        removeAll();
        add(Ui.div(
                "page wide",
                head(who),
                Ui.div(
                        "note-grid",
                        Ui.div(
                                "stack-5",
                                about(who),
                                new CredentialCard(credentials, who, zone()),
                                new SupervisionCard(supervisions, who, zone())),
                        Ui.div("stack-5", hours(who), new AbsenceCard(absences, practitioners, who)))));
    }

    /** Shows the practitioner again and focuses the action to continue with. */
    private void showAgain(StaffId id) {
        show(id);
        getElement().executeJs("this.querySelector('.person-actions vaadin-button:last-child')?.focus()");
    }

    private Component head(PractitionerDetails who) {
        var names = Ui.div(
                "stack-1",
                Ui.title(who.name()),
                Ui.span(
                        "cluster",
                        DisciplineChips.of(who.draft().disciplines()),
                        who.active() ? Ui.text("", "") : StatusBadge.neutral("No longer works here"),
                        new Anchor(Routes.PRACTITIONERS, "All practitioners"),
                        handOver(who)));
        var head = Ui.div("page-head", Ui.div("line person-head", Ui.initials(who.name()), names));
        if (who.changeable()) {
            var moves = who.active()
                    ? new Button("Deactivate…", e -> deactivate(who))
                    : new Button("Reactivate", e -> reactivate(who));
            head.add(Ui.div("cluster person-actions", moves, new Button("Edit", e -> change(who))));
        }
        return head;
    }

    private static Component handOver(PractitionerDetails who) {
        var link = new Anchor(Routes.handOver(who.id()), "Hand over plans");
        link.setVisible(AtClinic.may(
                Permission.PLAN_HAND_OVER,
                who.draft().hours().stream().map(WorkingHours::clinic).toList()));
        return link;
    }

    private Component about(PractitionerDetails who) {
        var draft = who.draft();
        var account = who.account();
        var card = Ui.card(
                "About",
                Ui.facts(
                        "Languages",
                        draft.languages().isEmpty() ? "Not recorded" : String.join(", ", draft.languages()),
                        "Modalities",
                        draft.modalities().isEmpty()
                                ? "Not recorded"
                                : draft.modalities().stream()
                                        .map(modalities::nameOf)
                                        .collect(Collectors.joining(", ")),
                        "Account",
                        account == null
                                ? "None: cannot sign in or sign notes until the administrator invites them and chooses them from the directory"
                                : account));
        if (!draft.biography().isEmpty()) {
            card.addComponentAtIndex(1, new Paragraph(draft.biography()));
        }
        return card;
    }

    private Component hours(PractitionerDetails who) {
        var card = Ui.card("Working hours");
        var hours = who.draft().hours();
        clinics.labels().values().stream()
                .filter(clinic ->
                        hours.stream().anyMatch(stretch -> stretch.clinic().equals(clinic.id())))
                .forEach(clinic -> card.add(
                        Ui.text("strong", clinic.name()),
                        Ui.facts(week(hours, clinic).toArray(String[]::new))));
        if (hours.isEmpty()) {
            card.add(Ui.text("muted", "No hours yet, so nothing can be booked. A manager sets them by clinic."));
        }
        return card;
    }

    private static List<String> week(List<WorkingHours> hours, ClinicLabel clinic) {
        var facts = new ArrayList<String>();
        for (var day : DayOfWeek.values()) {
            var there = hours.stream()
                    .filter(stretch -> stretch.clinic().equals(clinic.id()) && stretch.weekday() == day)
                    .map(stretch -> Dates.time(stretch.startsAt()) + " to " + Dates.time(stretch.endsAt()))
                    .collect(Collectors.joining(", "));
            if (!there.isEmpty()) {
                facts.add(Dates.weekday(day));
                facts.add(there);
            }
        }
        return facts;
    }

    private void change(PractitionerDetails who) {
        var form = new PractitionerForm(clinics.myLabelsAs(List.of(Role.MANAGER)), modalities);
        editor = new PractitionerEditor(practitioners, form, who, () -> showAgain(who.id()));
        removeAll();
        add(Ui.div("page wide", editor));
        editor.focus();
    }

    private void deactivate(PractitionerDetails who) {
        var words = Ui.div(
                "stack-3",
                Ui.text("", BookedWords.of(practitioners.stillBooked(who.id()), "from today on")),
                Ui.text(
                        "muted",
                        "Nothing new can be booked or planned with them. Their notes are kept, and you can bring them"
                                + " back. Hand over their treatment plans first, with what is booked."),
                new Anchor(Routes.handOver(who.id()), "Hand over plans"));
        EditDialog.form("Deactivate " + who.name())
                .destructive()
                .add(words)
                .open("Deactivate", () -> practitioners.deactivate(who.id(), who.version()), () -> showAgain(who.id()));
    }

    private void reactivate(PractitionerDetails who) {
        Attempt.telling(Toast::warn).run(() -> practitioners.reactivate(who.id(), who.version()));
        showAgain(who.id());
    }

    private ZoneId zone() {
        return clinics.ownZone();
    }
}
