package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasOrderedComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.intake.contraindications.StandingContraindication;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasureService;
import io.plumbline.notes.CarryForwardService;
import io.plumbline.notes.ContraindicatedModalities;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NotePart;
import io.plumbline.notes.ui.amendments.AmendmentsOfNote;
import io.plumbline.notes.ui.fill.TemplateOffer;
import io.plumbline.notes.ui.fill.TemplatePick;
import io.plumbline.notes.ui.privacy.ReadersOfNote;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.phrases.PhraseService;
import io.plumbline.phrases.ui.PhraseTyping;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientHeader;
import io.plumbline.shell.BreakGlassBanners;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The page of a draft: the patient's header, the editor, and the record beside it, which changes with the note. */
@org.springframework.stereotype.Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class DraftPage implements NoteEditor.Beside {
    private final PatientService patients;
    private final Modalities modalities;
    private final SafetyService safety;
    private final ScreeningService screening;
    private final IdentityService identity;
    private final NoteRail rail;
    private final ClinicService clinics;
    private final BreakGlassBanners breakGlass;
    private final AmendmentsOfNote amendments;
    private final ReadersOfNote readers;
    private final ExerciseService exercises;
    private final MeasureService measures;
    private final CarryForwardService carryForward;
    private final PhraseService phrases;
    private final TemplateOffer templates;
    private final Clock clock;
    private @Nullable PatientHeader header;
    private @Nullable KeptNote kept;
    private @Nullable NoteEditor editor;
    private boolean isTreatmentHeld;
    private Div slim = new Div();
    private Div head = new Div();
    private RailBesideNote beside = new RailBesideNote();
    private List<FlagDetails> flags = List.of();
    private List<MeasureHistory> scores = List.of();

    DraftPage(
            PatientService patients,
            Modalities modalities,
            SafetyService safety,
            ScreeningService screening,
            IdentityService identity,
            NoteRail rail,
            ClinicService clinics,
            BreakGlassBanners breakGlass,
            AmendmentsOfNote amendments,
            ReadersOfNote readers,
            ExerciseService exercises,
            MeasureService measures,
            CarryForwardService carryForward,
            PhraseService phrases,
            TemplateOffer templates,
            Clock clock) {
        this.patients = patients;
        this.modalities = modalities;
        this.safety = safety;
        this.screening = screening;
        this.identity = identity;
        this.rail = rail;
        this.clinics = clinics;
        this.breakGlass = breakGlass;
        this.amendments = amendments;
        this.readers = readers;
        this.exercises = exercises;
        this.measures = measures;
        this.carryForward = carryForward;
        this.phrases = phrases;
        this.templates = templates;
        this.clock = clock;
    }

    /** @param carries whether to carry the last note forward, if nothing is written yet */
    void showIn(Main view, KeptNote draft, boolean carries) {
        kept = draft;
        var note = draft.note();
        view.removeAll();
        breakGlass.of(note.patient()).ifPresent(view::add);
        var clinic = clinics.label(note.clinic());
        var patient = patients.details(note.patient()).orElseThrow(NotFoundException::new);
        var refused = draft.isStored()
                ? Optional.<String>empty()
                : patient.on(note.patient()).findRefusalOfNote(note.treatedOn());
        if (refused.isPresent()) {
            // before anything is typed that could not be kept
            view.add(
                    PatientHeader.ofRecord(patient.header()),
                    Ui.div("page", Ui.title("Session note"), Ui.text("", refused.get())));
            return;
        }
        flags = safety.findByPatient(patient);
        scores = measures.findByPatient(patient);
        beside = new RailBesideNote();
        var standing = showRail(patient);
        beside.addHelper(Ui.railPart("Phrases", new PhraseTyping(phrases.typed())));
        header = PatientHeader.ofRecord(patient.header());
        slim = NoteHead.slim(patient.header());
        head = NoteHead.of(note, clinic.zone(), Optional.of(slim));
        showReaders();
        editor = new NoteEditor(
                draft,
                screening,
                identity,
                offerFor(note, patient, standing),
                head,
                beside,
                this,
                clock,
                clinic.zone());
        view.add(header);
        if (draft.isStored()) {
            amendments.copied(amendments.of(note)).ifPresent(view::add);
        }
        view.add(editor);
        var form = editor.form();
        var fillable = new TemplatePick.Form(form::read, form::change, form::wrong, this::isTreatmentHeldNow);
        beside.addHelper(Ui.railPart("Templates", templates.of(note, fillable)));
        if (carries && note.draft().equals(NoteDraft.EMPTY)) {
            editor.form().carryForward(List.of(NotePart.values()));
            if (editor.form().isUntouched()) {
                Toast.done("Nothing to carry forward from an earlier note");
            }
        }
    }

    private NoteOffer offerFor(NoteDetails note, PatientDetails patient, List<StandingContraindication> standing) {
        return new NoteOffer(
                note.service(),
                note.offered(),
                ContraindicatedModalities.of(standing, note.offered()),
                modalities,
                note.service() == AppointmentType.MASSAGE ? List.of() : exercises.labelsInUse(),
                activities(),
                carryForward
                        .findFor(note)
                        .map(carry -> NoteOffer.isHeld(note, patient) ? carry.ofPlan() : carry)
                        .orElse(null),
                this::isTreatmentHeldNow);
    }

    /** Returns the activities that the patient rated last; none if they never did. */
    private List<String> activities() {
        return scores.stream()
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
        var patient = patientNow();
        flags = safety.findByPatient(patient);
        header = replace(Objects.requireNonNull(header), PatientHeader.ofRecord(patient.header()));
        slim = replace(slim, NoteHead.slim(patient.header()));
        showRail(patient);
        isTreatmentHeld = NoteOffer.isHeld(Objects.requireNonNull(kept).note(), patient);
        return flags.stream().anyMatch(FlagDetails::holds);
    }

    /** Shows the record as it is now, with a hold that a colleague raised or ended while the page is open. */
    private boolean isTreatmentHeldNow() {
        Objects.requireNonNull(editor).recordChanged();
        return isTreatmentHeld;
    }

    @Override
    public void stored() {
        showRail(patientNow());
        showReaders();
    }

    /** Only a stored note has readers to choose. */
    private void showReaders() {
        var draft = Objects.requireNonNull(kept);
        if (draft.isStored()) {
            head.add(readers.of(draft.note()));
        }
    }

    private PatientDetails patientNow() {
        return patients.details(Objects.requireNonNull(kept).note().patient()).orElseThrow(NotAvailable::new);
    }

    /** Returns the contraindications of the record as it is shown. */
    private List<StandingContraindication> showRail(PatientDetails patient) {
        var draft = Objects.requireNonNull(kept);
        Runnable changed = () -> Objects.requireNonNull(editor).recordChanged();
        var parts = rail.of(patient, flags, scores, draft.note(), draft.isStored(), changed);
        beside.show(parts);
        return parts.standing();
    }

    private static <C extends Component> C replace(C shown, C now) {
        shown.getParent().ifPresent(parent -> ((HasOrderedComponents) parent).replace(shown, now));
        return now;
    }

    @Override
    public void signed() {
        var ui = UI.getCurrentOrThrow();
        JustSigned.mark(ui, Objects.requireNonNull(kept).id());
        ui.refreshCurrentRoute(false);
    }
}
