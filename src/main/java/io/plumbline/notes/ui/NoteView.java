package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.IdentityService;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.PatientHeader;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.SignatureCard;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shell.OpeningBanners;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

@Route(Places.NOTES + "/:" + Places.ID)
@PageTitle("Session note · Plumbline")
@RolesAllowed(Permission.NOTE_READ)
class NoteView extends Main implements BeforeEnterObserver {
    private final NoteService notes;
    private final PatientService patients;
    private final Modalities modalities;
    private final SafetyService safety;
    private final IdentityService identity;
    private final NoteRail rail;
    private final ClinicService clinics;
    private final OpeningBanners openings;
    private final Clock clock;

    NoteView(
            NoteService notes,
            PatientService patients,
            Modalities modalities,
            SafetyService safety,
            IdentityService identity,
            NoteRail rail,
            ClinicService clinics,
            OpeningBanners openings,
            Clock clock) {
        this.notes = notes;
        this.patients = patients;
        this.modalities = modalities;
        this.safety = safety;
        this.identity = identity;
        this.rail = rail;
        this.clinics = clinics;
        this.openings = openings;
        this.clock = clock;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Ids.inAddress(event.getRouteParameters().get(Places.ID).orElse(null), UUID::fromString)
                .flatMap(notes::open)
                .orElseThrow(NotFoundException::new));
    }

    private void show(NoteDetails note) {
        removeAll();
        openings.of(note.patient()).ifPresent(this::add);
        var clinic = Objects.requireNonNull(clinics.labels().get(note.clinic()));
        var patient = patients.details(note.patient()).orElseThrow(NotFoundException::new);
        var beside = rail.of(patient, note.id());
        add(PatientHeader.ofRecord(patient.header()));
        if (note.status() == NoteStatus.DRAFT) {
            add(new NoteEditor(notes, modalities, safety, identity, note, head(note), beside, clock, clinic.zone()));
        } else {
            add(toRead(note, clinic, beside));
        }
    }

    private Component toRead(NoteDetails note, ClinicLabel clinic, Component beside) {
        var words = new NoteWords(modalities, safety.rules());
        var page = Ui.div("stack-5", Ui.card("What was done", words.all(note.draft())));
        var signature = note.signature();
        if (signature != null) {
            page.add(SignatureCard.of(
                    note.author(),
                    Dates.stamp(signature.at(), clinic.zone()) + " at " + clinic.name(),
                    signature.contentHash(),
                    signature.intact()));
        }
        return Ui.div("page wide", head(note), Ui.div("note-grid", page, beside));
    }

    private static Div head(NoteDetails note) {
        var badge = note.status() == NoteStatus.SIGNED
                ? StatusBadge.ok(note.status().word())
                : StatusBadge.neutral(note.status().word());
        return Ui.div(
                "page-head",
                Ui.div(
                        "stack-0",
                        Ui.title("Session note"),
                        Ui.span(
                                "muted",
                                Ui.text("", note.service().word() + " · " + Dates.day(note.treatedOn()) + " · "),
                                badge,
                                Ui.text("", " · "),
                                new Anchor(Places.NOTES, "My visits today"))));
    }
}
