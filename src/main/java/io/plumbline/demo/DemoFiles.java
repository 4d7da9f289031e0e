package io.plumbline.demo;

import io.plumbline.patients.AlertKind;
import io.plumbline.patients.CareTeamMember;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.patients.related.RelatedDraft;
import io.plumbline.patients.related.RelatedKind;
import io.plumbline.patients.related.RelatedPersonService;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.patients.status.PatientStatusService;
import io.plumbline.patients.status.StatusDraft;
import io.plumbline.records.AccessRequestDraft;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.incidents.IncidentDraft;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Records consents, alerts and other chart data of some demo patients. */
@Component
class DemoFiles {
    private final DemoSignIn signIn;
    private final PatientService patients;
    private final AlertService alerts;
    private final ConsentService consents;
    private final CareTeamService careTeam;
    private final DemoConsentTexts texts;
    private final RelatedPersonService related;
    private final PatientStatusService statuses;
    private final AccessRequestService requests;
    private final AmendmentService amendments;
    private final IncidentService incidents;
    private final SensitivePatientService sensitive;

    DemoFiles(
            DemoSignIn signIn,
            PatientService patients,
            AlertService alerts,
            ConsentService consents,
            CareTeamService careTeam,
            DemoConsentTexts texts,
            RelatedPersonService related,
            PatientStatusService statuses,
            AccessRequestService requests,
            AmendmentService amendments,
            IncidentService incidents,
            SensitivePatientService sensitive) {
        this.signIn = signIn;
        this.patients = patients;
        this.alerts = alerts;
        this.consents = consents;
        this.careTeam = careTeam;
        this.texts = texts;
        this.related = related;
        this.statuses = statuses;
        this.requests = requests;
        this.amendments = amendments;
        this.incidents = incidents;
        this.sensitive = sensitive;
    }

    /** Records the consents that a patient gave at the first visit. */
    void consent(PatientId patient, String desk, Instant then) {
        signIn.as(desk, then, () -> {
            var on = patients.details(patient).orElseThrow().today();
            consents.give(patient, texts.draft(ConsentKind.TREATMENT, on));
            consents.give(patient, texts.draft(ConsentKind.DATA_PROTECTION, on));
        });
    }

    void note(List<PatientId> known, StaffId chiropractor, StaffId therapist, LocalDate today) {
        signIn.as("frontdesk", () -> {
            describe(known.get(0), "she/her", "Librarian", new EmergencyOf("Sami Salem", "Husband", "+16025550151"));
            describe(known.get(6), "she/her", "Bookkeeper", new EmergencyOf("Ken Sato", "Brother", "+16025550152"));
            alert(known.get(0), AlertKind.LATEX_ALLERGY, "", today.minusDays(20));
            alert(known.get(3), AlertKind.PREFERENCE, "Hears little on the left", today.minusDays(20));
            related.add(
                    known.get(0),
                    new RelatedDraft(RelatedKind.SPOUSE, null, "Sami Salem", new PhoneNumber("+16025550151")));
            related.add(known.get(6), new RelatedDraft(RelatedKind.HOUSEHOLD, known.get(3), "", null));
            deceased(known.get(0), today);
        });
        signIn.as("chiropractor", () -> {
            alert(known.get(1), AlertKind.BLOOD_THINNERS, "no deep pressure", today.minusDays(6));
            alert(
                    known.get(6),
                    AlertKind.AREA,
                    "scar below the right shoulder blade",
                    today.minusDays(6),
                    "back-shoulder-blade-right");
            careTeam.join(known.get(0), chiropractor);
            careTeam.join(known.get(0), therapist);
            careTeam.setRole(known.get(0), chiropractor, CareTeamMember.Role.LEAD);
            careTeam.setRole(known.get(0), therapist, CareTeamMember.Role.MASSAGE);
            careTeam.join(known.get(6), chiropractor);
        });
    }

    /** Adds the mother of a patient, who has died. */
    private void deceased(PatientId child, LocalDate today) {
        var clinic = CurrentUser.current().clinics().iterator().next();
        var mother = patients.add(
                new PatientDraft("Miriam", "Katz", LocalDate.of(1941, 5, 30), new PhoneNumber("+16025550153"), null),
                clinic);
        related.add(child, new RelatedDraft(RelatedKind.PARENT, mother, "", null));
        statuses.set(
                mother,
                new StatusDraft(PatientStatus.DECEASED, today.minusDays(12), "Ruth Salem, her daughter, called"));
    }

    /** Adds the sister of a colleague, whose record only the people who treat and book her find. */
    void sensitive(ClinicId clinic, StaffId chiropractor, StaffId therapist) {
        var named = List.of(
                therapist, signIn.call("frontdesk", () -> CurrentUser.current().staff()));
        var sister = signIn.call("manager", () -> {
            var added = patients.add(
                    new PatientDraft(
                            "Mirela", "Kovač", LocalDate.of(1987, 10, 19), new PhoneNumber("+16025550154"), null),
                    clinic);
            careTeam.join(added, chiropractor);
            return added;
        });
        signIn.as("chiropractor", () -> sensitive.mark(sister, named, "Sister of a colleague"));
    }

    /** Registers that a patient asked for a copy of the record, and to amend it, and that an incident was found. */
    void request(PatientId patient, LocalDate on) {
        var number = signIn.call(
                "frontdesk", () -> patients.details(patient).orElseThrow().number());
        signIn.as(
                "auditor",
                () -> requests.register(new AccessRequestDraft(
                        number, "The patient, by letter", "Signature compared with the signed form", on)));
        signIn.as("auditor", () -> {
            amendments.register(new AmendmentDraft(
                    number,
                    "The patient, at the desk",
                    "Driver's license seen at the desk",
                    "Add that the fall was on the stairs at work",
                    on));
            incidents.record(new IncidentDraft(
                    "A screen at the desk was left unlocked over lunch", on, "frontdesk", on.minusDays(1), on));
        });
    }

    /** Records alerts and further consents of some newcomers. */
    void noteNewcomers(List<PatientId> patients, LocalDate today) {
        signIn.as("frontdesk", () -> {
            alert(patients.get(3), AlertKind.OIL_ALLERGY, "almond oil", today.minusDays(60));
            alert(patients.get(17), AlertKind.PREFERENCE, "Comes by wheelchair taxi, may be late", today.minusDays(9));
            consents.give(patients.get(4), texts.draft(ConsentKind.PHOTO, today.minusDays(30)));
            consents.give(patients.get(9), texts.draft(ConsentKind.CONTACT, today.minusDays(70)));
        });
        signIn.as("chiropractor", () -> {
            alerts.add(
                    patients.get(4),
                    new AlertDraft(
                            AlertKind.PREGNANCY,
                            "",
                            AlertKind.PREGNANCY.usualAudience(),
                            today.minusDays(40),
                            today.plusDays(120)),
                    OperationId.next());
            alert(
                    patients.get(11),
                    AlertKind.IMPLANT,
                    "hip on the left",
                    today.minusDays(90),
                    "front-hip-flexor-left",
                    "back-hip-side-left");
        });
        signIn.as("jonas", () -> {
            alert(patients.get(26), AlertKind.BLOOD_THINNERS, "no deep pressure", today.minusDays(50));
        });
        signIn.as("helen", () -> {
            alert(
                    patients.get(40),
                    AlertKind.AREA,
                    "healing skin on the right calf",
                    today.minusDays(12),
                    "back-calf-right");
        });
    }

    private record EmergencyOf(String name, String relation, String phone) {}

    private void describe(PatientId patient, String pronouns, String occupation, EmergencyOf emergency) {
        var now = patients.details(patient).orElseThrow();
        var draft = now.draft();
        patients.correct(
                patient,
                now.version(),
                new PatientDraft(
                        draft.givenName(),
                        draft.familyName(),
                        "",
                        "",
                        draft.birthDate(),
                        pronouns,
                        "English",
                        draft.phone(),
                        draft.email(),
                        occupation,
                        "Recommended by a friend",
                        new PatientDraft.EmergencyContact(
                                emergency.name(), emergency.relation(), new PhoneNumber(emergency.phone())),
                        PatientDraft.Guardian.NONE,
                        PatientReach.NONE));
    }

    private void alert(PatientId patient, AlertKind kind, String words, LocalDate from, String... regions) {
        var audience = kind.usualAudience();
        var where = Arrays.stream(regions).map(BodyRegion::new).collect(Collectors.toSet());
        alerts.add(patient, new AlertDraft(kind, words, audience, from, null, where), OperationId.next());
    }
}
