package io.plumbline.onlineintake;

import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links to online intakes of patients whom the current user may see: created, withdrawn, and their status. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ONLINE_INTAKE_SEND)
public class OnlineIntakeService {
    private final OnlineIntakes intakes;
    private final OnlineIntakeQuery query;
    private final FormDraftStore drafts;
    private final PatientService patients;
    private final LinkSender sender;
    private final Clock clock;

    OnlineIntakeService(
            OnlineIntakes intakes,
            OnlineIntakeQuery query,
            FormDraftStore drafts,
            PatientService patients,
            LinkSender sender,
            Clock clock) {
        this.intakes = intakes;
        this.query = query;
        this.drafts = drafts;
        this.patients = patients;
        this.sender = sender;
        this.clock = clock;
    }

    /** Returns the online intakes of a patient whose chart the current user has open, newest first, without content. */
    public List<OnlineIntakeRow> findByPatient(PatientDetails opened) {
        return query.findByPatient(opened.records(), clock.instant());
    }

    /**
     * Creates a link. What the patient has saved and not submitted stands in the new one, except what they agree to, only
     * if it goes by mail to an address which the patient gave, or which has been on record for seven days, and was saved
     * by a link to the same address, or by one that staff copied for this record; that older link is withdrawn then.
     * Another link starts empty, and withdraws only links that nobody has begun to answer.
     *
     * @param byMail whether a mail with the link goes to the patient
     * @param address returns the whole address for one within the portal
     * @throws NotAvailable if the patient is not available to the current user, or the current user or the patient is not of the clinic
     * @throws Refused if the patient is inactive or deceased, has neither birth date nor phone for the question before
     *     the form, or no e-mail address for a mail; the message is for the user
     */
    @Transactional
    public CreatedLink create(PatientId patient, ClinicId clinic, boolean byMail, UnaryOperator<String> address) {
        // the status cannot change in between, and of two links the second sees the first
        patients.holdHeader(patient);
        var opened = patients.details(patient)
                .filter(one -> one.clinics().contains(clinic))
                .filter(one -> (one.clinical() == null
                                ? CurrentUser.current().clinicsSeen()
                                : CurrentUser.current().clinics())
                        .contains(clinic))
                .orElseThrow(NotAvailable::new);
        opened.on(patient).require(NewEntry.ONLINE_INTAKE);
        if (opened.draft().birthDate() == null && opened.draft().phone() == null) {
            throw new Refused("Record the patient's birth date or phone first: the link asks for one of them");
        }
        var language =
                ConsentLanguage.spoken(opened.draft().language()).locale().getLanguage();
        var known = query.askedFacts(opened.id()).orElseThrow(NotAvailable::new).address();
        var link = new LinkSender.NewLink(
                new OnlineIntake.Addressee(
                        patient, null, clinic, language, byMail, KnownAddress.unproven(byMail, known, clock.instant())),
                opened.calledBy(),
                known == null ? null : known.email(),
                intakes.openOf(opened.records()),
                to -> drafts.take(opened.records(), opened.id(), to));
        return sender.send(link, address);
    }

    /**
     * Withdraws a link, also while the patient is answering.
     *
     * @throws NotAvailable if it does not exist, or its patient is not available to the current user
     * @throws Refused if the patient has submitted it or can no longer answer; the message is for the user
     */
    @Transactional
    public void withdraw(OnlineIntakeId id) {
        intakes.lock(id.value());
        var intake = intakes.findById(id.value()).filter(this::isVisible).orElseThrow(NotAvailable::new);
        sender.withdraw(intake, OnlineIntake.BY_STAFF, "The link was withdrawn");
    }

    /**
     * Records that the current user confirmed with the patient, at the visit, what came by a link that proves nothing or
     * from the clinic.
     *
     * @throws NotAvailable if it does not exist, or its patient is not available to the current user
     * @throws Refused if there is nothing to confirm, or the current user created the link and does not treat the patient;
     *     the message is for the user
     */
    @Transactional
    public void confirm(OnlineIntakeId id) {
        intakes.lock(id.value());
        var intake = intakes.findById(id.value()).filter(this::isVisible).orElseThrow(NotAvailable::new);
        var me = CurrentUser.current().staff();
        var treats = patients.brief(Objects.requireNonNull(intake.patient()))
                .filter(PatientBrief::clinical)
                .isPresent();
        if (intake.createdBy().equals(me) && !treats) {
            throw new Refused("You sent this link, so a clinician or a colleague has to confirm it with the patient");
        }
        intake.confirm(me, clock.instant());
        intakes.saveAndFlush(intake);
    }

    private boolean isVisible(OnlineIntake intake) {
        var patient = intake.patient();
        return patient != null && patients.brief(patient).isPresent();
    }
}
