package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.measures.MeasureService;
import io.plumbline.notes.CarryForwardService;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.ui.amendments.AmendmentsOfNote;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.PatientHeader;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shell.BreakGlassBanners;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Route(Routes.NOTES + "/:" + Routes.ID)
@PageTitle("Session note · Plumbline")
@RolesAllowed(Permission.NOTE_READ)
class NoteView extends Main implements BeforeEnterObserver, NoteEditor.Beside {
    /** The query parameter that carries the last note forward into an empty draft. */
    static final String CARRY = "carry";

    private final NoteService notes;
    private final PatientService patients;
    private final Modalities modalities;
    private final SafetyService safety;
    private final ScreeningService screening;
    private final IdentityService identity;
    private final NoteRail rail;
    private final ClinicService clinics;
    private final BreakGlassBanners breakGlass;
    private final Clock clock;
    private final SignedNotePage signedPage;
    private final AmendmentsOfNote amendments;
    private final ExerciseService exercises;
    private final MeasureService measures;
    private final CarryForwardService carryForward;
    private @Nullable PatientHeader header;
    private Div slim = new Div();
    private Component beside = Ui.div("rail");
    private List<FlagDetails> flags = List.of();
    private @Nullable NoteDetails shown;
    private boolean carries;

    NoteView(
            NoteService notes,
            PatientService patients,
            Modalities modalities,
            SafetyService safety,
            ScreeningService screening,
            IdentityService identity,
            NoteRail rail,
            ClinicService clinics,
            BreakGlassBanners breakGlass,
            SignedNotePage signedPage,
            AmendmentsOfNote amendments,
            ExerciseService exercises,
            MeasureService measures,
            CarryForwardService carryForward,
            Clock clock) {
        this.notes = notes;
        this.patients = patients;
        this.modalities = modalities;
        this.safety = safety;
        this.screening = screening;
        this.identity = identity;
        this.rail = rail;
        this.clinics = clinics;
        this.breakGlass = breakGlass;
        this.signedPage = signedPage;
        this.amendments = amendments;
        this.exercises = exercises;
        this.measures = measures;
        this.carryForward = carryForward;
        this.clock = clock;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        carries = event.getLocation().getQueryParameters().getParameters().containsKey(CARRY);
        show(Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), NoteId::parse)
                .flatMap(notes::open)
                .orElseThrow(NotFoundException::new));
    }

    private void show(NoteDetails note) {
        removeAll();
        shown = note;
        breakGlass.of(note.patient()).ifPresent(this::add);
        var clinic = clinics.label(note.clinic());
        var patient = patients.details(note.patient()).orElseThrow(NotFoundException::new);
        flags = safety.findByPatient(patient);
        beside = rail.of(patient, flags, note.id());
        header = PatientHeader.ofRecord(patient.header());
        add(header);
        if (note.status() == NoteStatus.DRAFT) {
            slim = NoteHead.slim(patient.header());
            var head = NoteHead.of(note, clinic.zone(), Optional.of(slim));
            var editor = new NoteEditor(
                    notes,
                    screening,
                    identity,
                    note,
                    offerFor(note, patient),
                    head,
                    beside,
                    this,
                    clock,
                    clinic.zone());
            amendments.copied(amendments.of(note)).ifPresent(this::add);
            add(editor);
            if (carries && note.draft().equals(NoteDraft.EMPTY)) {
                editor.carryForward();
            }
        } else {
            add(signedPage.of(note, clinic, flags, isJustSigned(note.id()), beside));
        }
    }

    private NoteOffer offerFor(NoteDetails note, PatientDetails patient) {
        return new NoteOffer(
                note.service(),
                note.offered(),
                modalities,
                note.service() == AppointmentType.MASSAGE ? List.of() : exercises.labels(),
                activitiesOf(patient),
                carryForward
                        .findFor(note.id())
                        .map(carry -> isHeld(note, patient) ? carry.ofPlan() : carry)
                        .orElse(null));
    }

    /** Returns whether the treatment of the visit is on hold: it is not suggested then. */
    private static boolean isHeld(NoteDetails note, PatientDetails patient) {
        return patient.clinicalHold() || patient.thrustHold() && note.service() == AppointmentType.ADJUSTMENT;
    }

    /** Returns the activities that the patient rated last; none if they never did. */
    private List<String> activitiesOf(PatientDetails patient) {
        return measures.findByPatient(patient).stream()
                .filter(history -> history.measure().code().equals("PSFS"))
                .findFirst()
                .map(history -> history.latest().result().answers().activityNames())
                .orElse(List.of());
    }

    @Override
    public List<FlagDetails> flags() {
        return flags;
    }

    @Override
    public boolean isHeldNow() {
        var note = Objects.requireNonNull(shown);
        var patient = patients.details(note.patient()).orElseThrow(NotFoundException::new);
        flags = safety.findByPatient(patient);
        var headerNow = PatientHeader.ofRecord(patient.header());
        replace(Objects.requireNonNull(header), headerNow);
        header = headerNow;
        var slimNow = NoteHead.slim(patient.header());
        slim.getParent().ifPresent(head -> ((Div) head).replace(slim, slimNow));
        slim = slimNow;
        var railNow = rail.of(patient, flags, note.id());
        beside.getParent().ifPresent(grid -> ((Div) grid).replace(beside, railNow));
        beside = railNow;
        return flags.stream().anyMatch(FlagDetails::holds);
    }

    @Override
    public void signed() {
        // the same route creates a new view, which takes the value from the UI once
        var ui = UI.getCurrentOrThrow();
        ComponentUtil.setData(
                ui,
                JustSigned.class,
                new JustSigned(Objects.requireNonNull(shown).id()));
        ui.refreshCurrentRoute(false);
    }

    /** The note that was just signed on the screen. */
    private record JustSigned(NoteId note) {}

    private static boolean isJustSigned(NoteId note) {
        var ui = UI.getCurrentOrThrow();
        var signed = ComponentUtil.getData(ui, JustSigned.class);
        ComponentUtil.setData(ui, JustSigned.class, null);
        return signed != null && signed.note().equals(note);
    }
}
