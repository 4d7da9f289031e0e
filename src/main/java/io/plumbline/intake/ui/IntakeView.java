package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.access.AtClinic;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.AfterIntake;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeStatus;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.intake.contraindications.ContraindicationService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.AmendmentsAsked;
import io.plumbline.safety.ScreeningService;
import io.plumbline.safety.contraindications.ContraindicationRules;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ui.CheckAnswers;
import io.plumbline.shared.ui.SignatureCard;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientHeader;
import io.plumbline.shell.BreakGlassBanners;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

@Route(Routes.INTAKE + "/:" + Routes.ID)
@PageTitle("Intake note · Plumbline")
@RolesAllowed(Permission.INTAKE_READ)
class IntakeView extends Main implements BeforeEnterObserver {
    private final IntakeService intake;
    private final PatientService patients;
    private final IntakeVocabulary vocabulary;
    private final ScreeningService screening;
    private final ContraindicationRules rules;
    private final ContraindicationService contraindications;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final BreakGlassBanners breakGlass;
    private final IntakeDocument document;
    private final ConclusionOfIntake conclusion;
    private final VersionsOfIntake versions;
    private final SaidOfIntake said;
    private final ConsentOnRecord consent;
    private final AmendmentsAsked amendments;
    private final ObjectProvider<AfterIntake> after;
    private final Clock clock;

    IntakeView(
            IntakeService intake,
            PatientService patients,
            IntakeVocabulary vocabulary,
            ScreeningService screening,
            ContraindicationRules rules,
            ContraindicationService contraindications,
            IdentityService identity,
            ClinicService clinics,
            BreakGlassBanners breakGlass,
            IntakeDocument document,
            ConclusionOfIntake conclusion,
            VersionsOfIntake versions,
            SaidOfIntake said,
            ConsentOnRecord consent,
            AmendmentsAsked amendments,
            ObjectProvider<AfterIntake> after,
            Clock clock) {
        this.intake = intake;
        this.patients = patients;
        this.vocabulary = vocabulary;
        this.screening = screening;
        this.rules = rules;
        this.contraindications = contraindications;
        this.identity = identity;
        this.clinics = clinics;
        this.breakGlass = breakGlass;
        this.document = document;
        this.conclusion = conclusion;
        this.versions = versions;
        this.said = said;
        this.consent = consent;
        this.amendments = amendments;
        this.after = after;
        this.clock = clock;
        Ui.main(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), IntakeId::new)
                .flatMap(intake::open)
                .orElseThrow(NotFoundException::new));
    }

    private void show(IntakeDetails note) {
        removeAll();
        breakGlass.of(note.patient()).ifPresent(this::add);
        var clinic = clinics.label(note.clinic());
        var isMineToWrite = note.status() == IntakeStatus.DRAFT && AtClinic.may(Permission.INTAKE_WRITE, note.clinic());
        var patient = patients.details(note.patient()).orElseThrow(NotFoundException::new);
        add(PatientHeader.ofRecord(patient.header()));
        if (isMineToWrite) {
            versions.notice(note, clinic).ifPresent(this::add);
            said.of(note, clinic).ifPresent(this::add);
        }
        add(
                isMineToWrite
                        ? new IntakeEditor(
                                intake,
                                vocabulary,
                                screening,
                                identity,
                                note,
                                asked(note, clinic, patient),
                                consent.of(patient),
                                head(note, clinic),
                                clock,
                                clinic.zone())
                        : toRead(note, clinic, patient));
    }

    private ContraindicationsAsked asked(IntakeDetails note, ClinicLabel clinic, PatientDetails patient) {
        return new ContraindicationsAsked(
                rules,
                screening.rules(),
                screening.withAge(note.patient(), note.clinic(), Map.of()),
                clinic.today(clock),
                contraindications.findStanding(patient).all());
    }

    private Component toRead(IntakeDetails note, ClinicLabel clinic, PatientDetails patient) {
        var words = new IntakeWords(vocabulary, screening.rules().ofVersion(note.rulesVersion()), note.forms());
        var head = head(note, clinic);
        var page = Ui.div("page wide", head);
        versions.notice(note, clinic).ifPresent(page::add);
        amendments.of(note.id(), patient).ifPresent(page::add);
        versions.changes(note).ifPresent(page::add);
        page.add(Ui.card("Complaint", words.all(note.draft())));
        said.of(note, clinic).ifPresent(page::add);
        CheckAnswers.card(note.checks()).ifPresent(page::add);
        var signature = note.signature();
        if (signature != null) {
            var actions = Ui.div("cluster", document.link(note.id()));
            versions.amend(note).ifPresent(actions::add);
            head.add(actions);
            SignatureCard.warning(signature.intact()).ifPresent(page::addComponentAsFirst);
            page.add(SignatureCard.of(
                    signature.by(), clinic.stamp(signature.at()), signature.contentHash(), signature.intact()));
            conclusion.of(note, clinic).ifPresent(page::add);
            versions.all(note, clinic).ifPresent(page::add);
            if (note.awaitsChiropractor()) {
                page.addComponentAtIndex(page.indexOf(head) + 1, conclusion.waiting(note));
            }
            if (!note.awaitsConclusion() && note.versions().newer().isEmpty()) {
                after.orderedStream().flatMap(next -> next.of(patient).stream()).forEach(page::add);
            }
        }
        return page;
    }

    private static Div head(IntakeDetails note, ClinicLabel clinic) {
        return Ui.head(
                "Intake note",
                Ui.span(
                        "muted",
                        Ui.text(
                                "",
                                "Begun " + Dates.dayAndTime(note.createdAt(), clinic.zone()) + " at " + clinic.name()
                                        + " · "),
                        badge(note)));
    }

    private static Component badge(IntakeDetails note) {
        var versions = note.versions();
        var label = note.status().label() + (versions.all().size() > 1 ? ", version " + versions.seen() : "");
        return note.status() == IntakeStatus.DRAFT || versions.newer().isPresent()
                ? StatusBadge.neutral(label)
                : StatusBadge.ok(label);
    }
}
