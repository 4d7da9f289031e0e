package io.plumbline.leads.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.IdentityQuestion;
import io.plumbline.onlineintake.OnlineIntakeState;
import io.plumbline.onlineintake.Origin;
import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.Unproven;
import io.plumbline.patients.consents.ConsentDraft;
import io.plumbline.safety.FlagFilter;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.StoreTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a lead answered in an online intake is given to the patient whom the lead becomes. */
@StoreTest
class LeadIntakeConversionTest extends LeadIntakeSteps {
    @Test
    void conversionGivesTheAnswersToTheNewPatientWithFlagsAndConsents() {
        var text = published(ConsentKind.DATA_PROTECTION);
        var lead = contacted("Becomes Patient");
        var link = sent(lead);
        var form = save(link, begun(link), FormPage.SAFETY, Map.of("screen.RF-NEURO-1", List.of("yes")));
        form = save(
                link,
                form,
                FormPage.CONSENTS,
                Map.of(
                        "consent.DATA_PROTECTION", List.of(text),
                        "consentName", List.of("Ana Ruiz"),
                        "consentBy", List.of("PATIENT")));
        assertThat(form.problems()).isEmpty();
        submit(link, form);
        var submittedAt = Objects.requireNonNull(rows(lead).getFirst().submittedAt());
        decide(lead, ReviewOutcome.CLEARED);
        clock.pass(Duration.ofDays(2));
        var patient = converted(lead, BORN, LocalTime.of(4, 0));

        assertThat(rows(lead)).as("it is the patient's now").isEmpty();
        assertThat(ofPatient(patient))
                .singleElement()
                .matches(row -> row.state() == OnlineIntakeState.SUBMITTED
                        && row.clinic().equals(group.west));
        assertThat(levels(patient)).containsExactly(FlagLevel.U);
        assertThat(consentsOf(patient))
                .filteredOn(consent -> consent.kind() == ConsentKind.DATA_PROTECTION)
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.agreement())
                            .isEqualTo(new ConsentAgreement(
                                    ConsentAgreement.By.PATIENT, "Ana Ruiz", ConsentAgreement.Way.ONLINE));
                    var online = Objects.requireNonNull(consent.online());
                    assertThat(online.address()).isEqualTo(ADDRESS);
                    assertThat(online.at()).isEqualTo(submittedAt);
                });
        assertThat(care.auditOf("online-intake.passed", patient)).isOne();
        var note = staff.as("chiropractor", () -> reviews.begin(link.intake()));
        assertThat(staff.as("chiropractor", () -> notes.open(note))
                        .orElseThrow()
                        .draft()
                        .complaint())
                .isEqualTo("Low back");
    }

    @Test
    void anOpenLinkGoesOnAfterConversionAndAsksTheSame() {
        var lead = contacted("Still Answering");
        var link = mailed(lead);
        begun(link);
        var patient = converted(lead, BORN, LocalTime.of(4, 30));
        assertThat(system(() -> forms.question(token(link)))).isEqualTo(IdentityQuestion.PHONE_DIGITS);
        var form = continued(link);
        assertThat(form.answers().value("complaint")).isEqualTo("Low back");
        var saved = save(link, form, FormPage.SAFETY, SADDLE);
        assertThat(levels(patient)).as("a patient has a record").containsExactly(FlagLevel.E);
        submit(link, saved);
        assertThat(ofPatient(patient)).singleElement().matches(row -> row.state() == OnlineIntakeState.SUBMITTED);
    }

    @Test
    void theAddressOfALeadIsKnownForThePatientAsLong() {
        var lead = askedByForm("Keeps The Address");
        staff.doAs("westdesk", () -> leads.logCall(lead, version(lead), CallOutcome.REACHED));
        var email = opened(lead).draft().email();
        var conversion = new Conversion(
                new PatientDraft("Ana", "Keeps", BORN, null, email), null, group.west, visit(LocalTime.of(3, 30)));
        var patient = staff.as(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        var link = staff.as("westdesk", () -> ofPatients.create(patient, group.west, true, route -> route));
        assertThat(link.unproven()).isNull();
    }

    @Test
    void aFormInTheNameOfAPatientProvesNothingOfTheConsentsOfThatPatient() {
        var known = group.patient("Known", "By Another", group.west);
        var lead = askedByForm("Known By Another");
        staff.doAs("westdesk", () -> leads.logCall(lead, version(lead), CallOutcome.REACHED));
        var link = mailed(lead);
        assertThat(link.unproven()).isNull();
        submit(link);
        var conversion = new Conversion(null, known, group.west, visit(LocalTime.of(8, 0)));
        staff.doAs("westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        assertThat(ofPatient(known)).singleElement().satisfies(row -> assertThat(row.toConfirm())
                .containsExactly(Unproven.NEW_ADDRESS));
    }

    @Test
    void conversionToAnExistingPatientKeepsWhatThePatientAgreedToSince() {
        var text = published(ConsentKind.DATA_PROTECTION);
        var known = group.patient("Known", "Already", group.west);
        var lead = contacted("Known Already");
        var link = sent(lead);
        var form = save(
                link,
                begun(link),
                FormPage.CONSENTS,
                Map.of(
                        "consent.DATA_PROTECTION", List.of(text),
                        "consentName", List.of("Ana Ruiz"),
                        "consentBy", List.of("PATIENT")));
        submit(link, form);
        clock.pass(Duration.ofDays(1));
        var onPaper = ConsentAgreement.ofPatient(ConsentAgreement.Way.PAPER);
        staff.doAs("westdesk", () -> {
            var today = clinics.todayAt(group.west);
            var now = texts.findCurrent(ConsentKind.DATA_PROTECTION, ConsentLanguage.ENGLISH, today)
                    .orElseThrow();
            consents.give(known, ConsentDraft.to(ConsentKind.DATA_PROTECTION, now.id(), onPaper, today));
        });
        var conversion = new Conversion(null, known, group.west, visit(LocalTime.of(5, 0)));
        staff.doAs("westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        assertThat(ofPatient(known)).hasSize(1);
        assertThat(consentsOf(known))
                .filteredOn(consent -> consent.kind() == ConsentKind.DATA_PROTECTION)
                .singleElement()
                .matches(consent -> consent.online() == null);
    }

    @Test
    void aMinorWhoAgreedAloneHasNotAgreed() {
        var text = published(ConsentKind.DATA_PROTECTION);
        var lead = contacted("Is Minor");
        var link = sent(lead);
        var form = begun(link);
        assertThat(form.consents().by()).as("the form has to ask").isNull();
        form = save(
                link,
                form,
                FormPage.CONSENTS,
                Map.of(
                        "consent.DATA_PROTECTION", List.of(text),
                        "consentName", List.of("Eva Ruiz"),
                        "consentBy", List.of("PATIENT")));
        submit(link, form);
        var patient = converted(lead, LocalDate.of(2016, 1, 1), LocalTime.of(5, 30));
        assertThat(consentsOf(patient)).noneMatch(consent -> consent.kind() == ConsentKind.DATA_PROTECTION);
    }

    @Test
    void conversionOnAScreenRaisesWhatThePersonAnsweredAsThePortalDoes() {
        var lead = contacted("Converted On A Screen");
        var link = sent(lead);
        submit(link, save(link, begun(link), FormPage.SAFETY, SADDLE));
        decide(lead, ReviewOutcome.CLEARED);
        var conversion = new Conversion(
                new PatientDraft("Ana", "Ruiz", BORN, null, null), null, group.west, visit(LocalTime.NOON));
        var patient = staff.onScreenOf(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        assertThat(levels(patient)).containsExactly(FlagLevel.E);
        assertThat(jdbc.sql("select raised_by from red_flag where subject_id = ?")
                        .param(Ids.bytes(patient.value()))
                        .query((row, n) -> Ids.uuid(row.getBytes(1)))
                        .single())
                .isEqualTo(CurrentUser.SYSTEM.staff().value());
    }

    @Test
    void conversionRaisesAnEmergencyThatWasSavedByALinkThatExpired() {
        var lead = contacted("Let It Expire");
        save(sent(lead), SADDLE);
        decide(lead, ReviewOutcome.CLEARED);
        clock.pass(Duration.ofDays(15));
        assertThat(state(lead)).isEqualTo(OnlineIntakeState.EXPIRED);
        assertThat(levels(converted(lead, BORN, LocalTime.of(1, 0)))).containsExactly(FlagLevel.E);
    }

    @Test
    void conversionRaisesAnEmergencyThatWasSavedByALinkThatWrongAnswersEnded() {
        var lead = contacted("Guessed Later");
        var link = sent(lead);
        save(link, SADDLE);
        decide(lead, ReviewOutcome.CLEARED);
        for (int n = 0; n < 5; n++) {
            system(() -> forms.answer(token(link), "9999", "", Origin.PERSON));
        }
        assertThat(state(lead)).isEqualTo(OnlineIntakeState.WITHDRAWN);
        assertThat(levels(converted(lead, BORN, LocalTime.of(1, 30)))).containsExactly(FlagLevel.E);
    }

    @Test
    void conversionRaisesAnEmergencyOfAWithdrawnLinkThatNobodyDecided() {
        var lead = withdrawnEmergency("Withdrawn Undecided", LocalTime.of(2, 0));
        assertThat(levels(convertedAsBooked(lead))).containsExactly(FlagLevel.E);
    }

    @Test
    void conversionRaisesNoEmergencyOfAWithdrawnLinkThatAClinicianDecided() {
        var lead = withdrawnEmergency("Withdrawn Decided", LocalTime.of(2, 30));
        var ofItsOwn = staff.as("chiropractor", () -> waiting.waiting(FlagFilter.ALL, null, 100)).stream()
                .filter(review -> review.fullName().equals("Withdrawn Decided"))
                .findFirst()
                .orElseThrow();
        decide(ofItsOwn.id(), ReviewOutcome.CLEARED);
        assertThat(levels(convertedAsBooked(lead))).isEmpty();
    }

    @Test
    void aConsentToContactDoesNotCountAfterAContactStop() {
        var ofData = published(ConsentKind.DATA_PROTECTION);
        var contact = published(ConsentKind.CONTACT);
        var phone = new PhoneNumber("+16025570142");
        var lead = received("Not To Contact", phone, null);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        var link = sent(lead);
        var form = save(
                link,
                begun(link),
                FormPage.CONSENTS,
                Map.of(
                        "consent.DATA_PROTECTION", List.of(ofData),
                        "consent.CONTACT", List.of(contact),
                        "consentName", List.of("Ana Ruiz"),
                        "consentBy", List.of("PATIENT")));
        assertThat(form.problems()).isEmpty();
        submit(link, form);
        var again = received("Not To Contact", phone, null);
        staff.doAs("westdesk", () -> leads.logCall(again, 0, CallOutcome.STOP_CONTACTING));
        assertThat(consentsOf(converted(lead, BORN, LocalTime.of(7, 0))))
                .extracting(ConsentRow::kind)
                .containsExactly(ConsentKind.DATA_PROTECTION);
    }
}
