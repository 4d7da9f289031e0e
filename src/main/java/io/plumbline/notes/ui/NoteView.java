package io.plumbline.notes.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.MeasureService;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.privacy.RestrictedNote;
import io.plumbline.notes.ui.privacy.RestrictedNotePage;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.AmendmentsAsked;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientHeader;
import io.plumbline.shell.BreakGlassBanners;
import jakarta.annotation.security.RolesAllowed;

/** A session note: its author writes the draft; a signed note is read, as far as its privacy allows. */
@Route(Routes.NOTES + "/:" + Routes.ID)
@PageTitle("Session note · Plumbline")
@RolesAllowed(Permission.NOTE_READ)
class NoteView extends Main implements BeforeEnterObserver {
    private final NoteService notes;
    private final NoteStartService starts;
    private final PatientService patients;
    private final SafetyService safety;
    private final NoteRail rail;
    private final MeasureService measures;
    private final ClinicService clinics;
    private final BreakGlassBanners breakGlass;
    private final SignedNotePage signedPage;
    private final RestrictedNotePage restricted;
    private final AmendmentsAsked asked;
    private final DraftPage draftPage;

    NoteView(
            NoteService notes,
            NoteStartService starts,
            PatientService patients,
            SafetyService safety,
            NoteRail rail,
            MeasureService measures,
            ClinicService clinics,
            BreakGlassBanners breakGlass,
            SignedNotePage signedPage,
            RestrictedNotePage restricted,
            AmendmentsAsked asked,
            DraftPage draftPage) {
        this.notes = notes;
        this.starts = starts;
        this.patients = patients;
        this.safety = safety;
        this.rail = rail;
        this.measures = measures;
        this.clinics = clinics;
        this.breakGlass = breakGlass;
        this.signedPage = signedPage;
        this.restricted = restricted;
        this.asked = asked;
        this.draftPage = draftPage;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), NoteId::new)
                .orElseThrow(NotFoundException::new);
        // first: a refusal of the note would be recorded too, though nobody asked for its content
        restricted
                .find(id)
                .ifPresentOrElse(
                        this::showRestricted, () -> showOpened(notes.open(id).orElseThrow(NotFoundException::new)));
    }

    private void showOpened(NoteDetails note) {
        if (note.status() == NoteStatus.DRAFT) {
            draftPage.showIn(this, KeptNote.stored(notes, starts, note), false);
        } else {
            show(note);
        }
    }

    private void showRestricted(RestrictedNote note) {
        var patient = patients.details(note.patient()).orElseThrow(NotFoundException::new);
        removeAll();
        add(PatientHeader.ofRecord(patient.header()), restricted.of(note, safety.findByPatient(patient)));
    }

    private void show(NoteDetails note) {
        removeAll();
        breakGlass.of(note.patient()).ifPresent(this::add);
        var clinic = clinics.label(note.clinic());
        patients.details(note.patient())
                .filter(patient -> patient.clinical() != null)
                .ifPresentOrElse(
                        patient -> show(note, patient, clinic), () -> add(signedPage.withoutRecord(note, clinic)));
    }

    private void show(NoteDetails note, PatientDetails patient, ClinicLabel clinic) {
        var flags = safety.findByPatient(patient);
        add(PatientHeader.ofRecord(patient.header()));
        asked.of(note.id(), patient).ifPresent(this::add);
        add(signedPage.of(
                note,
                clinic,
                flags,
                JustSigned.take(note.id()),
                RailBesideNote.below(rail.of(
                        patient, flags, measures.findByPatient(patient), note, true, () -> UI.getCurrentOrThrow()
                                .refreshCurrentRoute(false)))));
    }
}
