package io.plumbline.onlineintake;

import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.NewEntry;
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
     * Creates a link. An older one that the patient can still answer is withdrawn, and what the patient has saved and
     * not submitted stands in the new one, except what they agree to: that is asked again.
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
        var link = new LinkSender.NewLink(
                new OnlineIntake.Addressee(patient, null, clinic, language, byMail),
                opened.calledBy(),
                opened.draft().email(),
                intakes.openOf(opened.records()),
                () -> drafts.take(opened.records()));
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

    private boolean isVisible(OnlineIntake intake) {
        var patient = intake.patient();
        return patient != null && patients.brief(patient).isPresent();
    }
}
