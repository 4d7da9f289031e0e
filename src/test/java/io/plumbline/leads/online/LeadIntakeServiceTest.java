package io.plumbline.leads.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeService;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.Conversion.FirstVisit;
import io.plumbline.leads.LeadBackground;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadRequest;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadReviewService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.RequestTriage;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.review.LeadReview;
import io.plumbline.leads.review.LeadReviewListService;
import io.plumbline.onlineintake.CreatedLink;
import io.plumbline.onlineintake.DoorAnswer;
import io.plumbline.onlineintake.DoorQuestion;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.FormSubmission;
import io.plumbline.onlineintake.LeadLinks;
import io.plumbline.onlineintake.LinkOver;
import io.plumbline.onlineintake.OnlineExpiryService;
import io.plumbline.onlineintake.OnlineFormService;
import io.plumbline.onlineintake.OnlineIntakeRow;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.onlineintake.OnlineIntakeState;
import io.plumbline.onlineintake.OnlineReviewService;
import io.plumbline.onlineintake.OpenForm;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.consents.ConsentTextContent;
import io.plumbline.patients.consents.ConsentTextKey;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.patients.file.ConsentDraft;
import io.plumbline.patients.file.ConsentService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The online intake of somebody who is no patient yet: sent, answered, reviewed, and given to the patient. */
@StoreTest
@TestPropertySource(properties = "plumbline.test=lead-intakes")
class LeadIntakeServiceTest {
    private static final LocalDate BORN = LocalDate.of(1970, 4, 27);
    private static final String ADDRESS = "2001:db8::7";
    private static final PhoneNumber PHONE = new PhoneNumber("+16025550142");
    private static final Map<String, List<String>> SADDLE = Map.of("screen.RF-CES-1", List.of("yes"));
    private static final Map<String, List<String>> CALF = Map.of("screen.RF-DVT", List.of("yes"));
    private static final Map<String, List<String>> SADDLE_AND_CALF =
            Map.of("screen.RF-CES-1", List.of("yes"), "screen.RF-DVT", List.of("yes"));

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    LeadIntakeService intakes;

    @Autowired
    LeadLinks links;

    @Autowired
    RequestTriage triage;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    OnlineIntakeService ofPatients;

    @Autowired
    OnlineFormService forms;

    @Autowired
    OnlineReviewService reviews;

    @Autowired
    OnlineExpiryService expiry;

    @Autowired
    LeadService leads;

    @Autowired
    LeadReturnService returns;

    @Autowired
    LeadReviewService leadReviews;

    @Autowired
    LeadReviewListService waiting;

    @Autowired
    LeadConsultationService consultations;

    @Autowired
    PatientService patients;

    @Autowired
    IntakeService notes;

    @Autowired
    ConsentService consents;

    @Autowired
    ConsentTextService texts;

    @Autowired
    ClinicService clinics;

    @Autowired
    SafetyService safety;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void aLeadAnswersTheLastDigitsOfThePhoneAndTheDeskSeesTheStatus() {
        var lead = lead("Asked Digits");
        var link = sent(lead);
        assertThat(system(() -> forms.question(token(link)))).isEqualTo(DoorQuestion.PHONE_DIGITS);
        assertThat(system(() -> forms.answer(token(link), BORN)).form())
                .as("a lead has no birth date")
                .isNull();
        assertThat(state(lead)).isEqualTo(OnlineIntakeState.SENT);
        submit(link);
        assertThat(state(lead)).isEqualTo(OnlineIntakeState.SUBMITTED);
        assertThat(audited("online-intake.submitted", link)).isOne();
        assertThatThrownBy(() -> system(() -> forms.question(token(link)))).isInstanceOf(LinkOver.class);
    }

    @Test
    void fiveWrongAnswersEndTheLink() {
        var lead = lead("Guessed At");
        var link = sent(lead);
        for (int n = 0; n < 5; n++) {
            system(() -> forms.answer(token(link), "9999"));
        }
        assertThatThrownBy(() -> door(link)).isInstanceOf(LinkOver.class);
        assertThat(rows(lead).getFirst().withdrawnWhy()).isEqualTo("five wrong answers");
    }

    @Test
    void anEmergencyAsksAClinicianAtOnceAndNotAgainOnceItIsDecided() {
        var lead = lead("Emergency Lead");
        var link = sent(lead);
        var form = begun(link);
        var saved = save(link, form, FormPage.SAFETY, SADDLE);
        assertThat(saved.emergency()).isTrue();
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        assertThat(review(lead).orElseThrow())
                .matches(review -> review.level() == FlagLevel.E)
                .matches(review -> review.yes().equals(List.of("RF-CES-1")));
        assertThatThrownBy(() -> sent(lead)).as("in review").isInstanceOf(Refused.class);
        decide(lead, ReviewOutcome.CLEARED);
        submit(link, saved);
        assertThat(opened(lead).status()).as("decided already").isEqualTo(LeadStatus.NEW);
    }

    @Test
    void anUrgentAnswerAsksAClinicianOnceItIsSubmitted() {
        var lead = lead("Urgent Lead");
        var link = sent(lead);
        var saved = save(link, begun(link), FormPage.SAFETY, Map.of("screen.RF-NEURO-1", List.of("yes")));
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.NEW);
        submit(link, saved);
        assertThat(review(lead).orElseThrow().level()).isEqualTo(FlagLevel.U);
    }

    @Test
    void theEmergencyOfALeadWhoIsBookedBecomesALeadInReviewOfItsOwn() {
        var lead = contacted("Booked Emergency");
        staff.doAs("westdesk", () -> consultations.book(lead, opened(lead).version(), visit(LocalTime.of(3, 0))));
        var link = sent(lead);
        var form = begun(link);
        save(link, form, FormPage.SAFETY, SADDLE);
        save(link, form, FormPage.SAFETY, SADDLE);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CONSULTATION_BOOKED);
        assertThat(staff.as("chiropractor", () -> waiting.waiting(FlagFilter.ALL, null, 100)))
                .filteredOn(review -> review.fullName().equals("Booked Emergency"))
                .singleElement()
                .matches(review -> review.yes().equals(List.of("RF-CES-1")));
    }

    @Test
    void aNurturedLeadIsReviewedToo() {
        var lead = contacted("Nurtured Emergency");
        staff.doAs(
                "westdesk",
                () -> leads.nurture(
                        lead, opened(lead).version(), clock.instant().plus(Duration.ofDays(9))));
        var link = sent(lead);
        save(link, begun(link), FormPage.SAFETY, SADDLE);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
    }

    @Test
    void conversionGivesTheAnswersToTheNewPatientWithFlagsAndConsents() {
        var text = published(ConsentKind.TREATMENT);
        var lead = contacted("Becomes Patient");
        var link = sent(lead);
        var form = save(link, begun(link), FormPage.SAFETY, Map.of("screen.RF-NEURO-1", List.of("yes")));
        form = save(
                link,
                form,
                FormPage.CONSENTS,
                Map.of(
                        "consent.TREATMENT", List.of(text),
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
                .filteredOn(consent -> consent.kind() == ConsentKind.TREATMENT)
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
        var link = sent(lead);
        begun(link);
        var patient = converted(lead, BORN, LocalTime.of(4, 30));
        assertThat(system(() -> forms.question(token(link)))).isEqualTo(DoorQuestion.PHONE_DIGITS);
        var form = opened(link);
        assertThat(form.answers().value("complaint")).isEqualTo("Low back");
        var saved = save(link, form, FormPage.SAFETY, SADDLE);
        assertThat(levels(patient)).as("a patient has a record").containsExactly(FlagLevel.E);
        submit(link, saved);
        assertThat(ofPatient(patient)).singleElement().matches(row -> row.state() == OnlineIntakeState.SUBMITTED);
    }

    @Test
    void conversionToAnExistingPatientKeepsWhatThePatientAgreedToSince() {
        var text = published(ConsentKind.TREATMENT);
        var known = group.patient("Known", "Already", group.west);
        var lead = contacted("Known Already");
        var link = sent(lead);
        var form = save(
                link,
                begun(link),
                FormPage.CONSENTS,
                Map.of(
                        "consent.TREATMENT", List.of(text),
                        "consentName", List.of("Ana Ruiz"),
                        "consentBy", List.of("PATIENT")));
        submit(link, form);
        clock.pass(Duration.ofDays(1));
        var onPaper = ConsentAgreement.ofPatient(ConsentAgreement.Way.PAPER);
        staff.doAs("westdesk", () -> {
            var today = clinics.todayAt(group.west);
            var now = texts.findCurrent(ConsentKind.TREATMENT, ConsentLanguage.ENGLISH, today)
                    .orElseThrow();
            consents.give(known, ConsentDraft.to(ConsentKind.TREATMENT, now.id(), onPaper, today));
        });
        var conversion = new Conversion(null, known, group.west, visit(LocalTime.of(5, 0)));
        staff.doAs("westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
        assertThat(ofPatient(known)).hasSize(1);
        assertThat(consentsOf(known))
                .filteredOn(consent -> consent.kind() == ConsentKind.TREATMENT)
                .singleElement()
                .matches(consent -> consent.online() == null);
    }

    @Test
    void aMinorWhoAgreedAloneHasNotAgreed() {
        var text = published(ConsentKind.TREATMENT);
        var lead = contacted("Is Minor");
        var link = sent(lead);
        var form = begun(link);
        assertThat(form.consents().by()).as("the form has to ask").isNull();
        form = save(
                link,
                form,
                FormPage.CONSENTS,
                Map.of(
                        "consent.TREATMENT", List.of(text),
                        "consentName", List.of("Eva Ruiz"),
                        "consentBy", List.of("PATIENT")));
        submit(link, form);
        var patient = converted(lead, LocalDate.of(2016, 1, 1), LocalTime.of(5, 30));
        assertThat(consentsOf(patient)).noneMatch(consent -> consent.kind() == ConsentKind.TREATMENT);
    }

    @Test
    void aLostLeadHasNoLink() {
        var lead = lead("Gone Elsewhere");
        var link = mailed(lead);
        begun(link);
        staff.doAs("westdesk", () -> leads.lose(lead, opened(lead).version(), "Went elsewhere"));
        assertThatThrownBy(() -> door(link)).isInstanceOf(LinkOver.class);
        assertThat(rows(lead).getFirst())
                .matches(row -> row.state() == OnlineIntakeState.WITHDRAWN)
                .matches(row -> row.withdrawnWhy().equals("the lead was closed"));
        assertThat(drafts(link)).isZero();
        assertThat(mail(link)).isEqualTo(OutgoingMail.NOT_KEPT);
        assertThatThrownBy(() -> sent(lead)).isInstanceOf(Refused.class).hasMessageContaining("lost");
    }

    @Test
    void aLeadWhoseReviewEndsInEmergencyCareHasNoLink() {
        var lead = lead("Sent To Care");
        var link = mailed(lead);
        save(link, begun(link), FormPage.SAFETY, SADDLE);
        decide(lead, ReviewOutcome.EMERGENCY);
        assertThatThrownBy(() -> door(link)).isInstanceOf(LinkOver.class);
    }

    @Test
    void thePortalItselfMayWithdrawTheLinksOfALead() {
        var lead = lead("Withdrawn By Portal");
        var link = mailed(lead);
        staff.doAs("system", () -> new TransactionTemplate(transactions).executeWithoutResult(t -> links.close(lead)));
        assertThatThrownBy(() -> door(link)).isInstanceOf(LinkOver.class);
        assertThat(mail(link)).isEqualTo(OutgoingMail.NOT_KEPT);
    }

    @Test
    void aLeadThatTurnsOutToBeSpamHasNoLink() {
        var lead = lead("Is A Machine");
        var link = mailed(lead);
        begun(link);
        var fromBot = new LeadRequest(
                "REF-SPAM", clock.instant(), true, false, opened(lead).draft(), LeadBackground.NOTHING, null);
        staff.doAs("system", () -> new TransactionTemplate(transactions)
                .executeWithoutResult(t -> triage.complete(lead, fromBot)));
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.SPAM);
        assertThatThrownBy(() -> door(link)).isInstanceOf(LinkOver.class);
        assertThat(rows(lead).getFirst().state()).isEqualTo(OnlineIntakeState.WITHDRAWN);
        assertThat(drafts(link)).isZero();
        assertThat(mail(link)).isEqualTo(OutgoingMail.NOT_KEPT);
    }

    @Test
    void aLeadWhoseAnswersAreSavedIsMergedIntoNoOtherAndTheOtherIsMergedIntoIt() {
        var answering = contacted("Is Answering");
        var other = contacted("Came Twice");
        var link = sent(answering);
        begun(link);
        assertThatThrownBy(() -> merge(answering, other))
                .isInstanceOf(Refused.class)
                .hasMessage("Is Answering has an online intake. Keep this lead and merge the other one into it.");
        assertThat(opened(answering).status()).as("nothing changed").isEqualTo(LeadStatus.CONTACTED);
        assertThat(opened(other).aliases()).isEmpty();

        merge(other, answering);
        assertThatThrownBy(() -> sent(other)).isInstanceOf(Refused.class).hasMessageContaining("merged");
        save(link, opened(link), FormPage.SAFETY, SADDLE);
        decide(answering, ReviewOutcome.CLEARED);
        staff.doAs("westdesk", () -> returns.unmerge(other, version(other)));
        assertThat(rows(other))
                .as("what one person answered stays with the lead")
                .isEmpty();
        assertThat(levels(converted(other, BORN, LocalTime.of(6, 0)))).isEmpty();
        assertThat(levels(converted(answering, BORN.plusDays(1), LocalTime.of(6, 30))))
                .containsExactly(FlagLevel.E);
    }

    @Test
    void aLeadThatSubmittedOrWhoseSavedAnswersOutliveTheLinkIsNotMergedEither() {
        var other = contacted("Came Once More");
        var submitted = contacted("Has Submitted");
        submit(sent(submitted));
        assertThatThrownBy(() -> merge(submitted, other)).hasMessageContaining("Has Submitted has an online intake");
        var expired = contacted("Has Expired");
        begun(sent(expired));
        clock.pass(Duration.ofDays(15));
        assertThatThrownBy(() -> merge(expired, other)).hasMessageContaining("Has Expired has an online intake");
    }

    @Test
    void twoLeadsThatBothAnsweredAreConverted() {
        var one = contacted("Answered One");
        var two = contacted("Answered Two");
        begun(sent(one));
        submit(sent(two));
        assertThatThrownBy(() -> merge(one, two))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "Both leads have an online intake. Convert each of them; their patient records can be merged"
                                + " afterwards.");
    }

    @Test
    void aLinkThatNobodyAnsweredIsWithdrawnBeforeAMerge() {
        var lead = contacted("Has Not Answered");
        var kept = contacted("Has No Link");
        var link = sent(lead);
        assertThatThrownBy(() -> merge(lead, kept))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Withdraw its link");
        staff.doAs("westdesk", () -> intakes.withdraw(lead, link.intake()));
        merge(lead, kept);
        assertThat(opened(kept).aliases()).hasSize(1);
    }

    @Test
    void nobodyClearsALeadWithoutHavingSeenWhatItAnsweredSince() {
        var lead = lead("Answers On");
        var link = sent(lead);
        var form = save(link, begun(link), FormPage.SAFETY, SADDLE);
        clock.pass(Duration.ofMinutes(1));
        staff.doAs("chiropractor", () -> leadReviews.take(lead, version(lead)));
        var seen = version(lead);
        save(link, form, FormPage.SAFETY, SADDLE);
        assertThat(version(lead)).as("nothing new").isEqualTo(seen);
        save(link, form, FormPage.SAFETY, SADDLE_AND_CALF);
        assertThatThrownBy(() -> staff.doAs(
                        "chiropractor", () -> leadReviews.decide(lead, seen, ReviewOutcome.CLEARED, "All is well")))
                .isInstanceOf(StaleVersion.class);
        assertThat(review(lead).orElseThrow().yes()).containsExactlyInAnyOrder("RF-CES-1", "RF-DVT");
        staff.doAs("chiropractor", () -> leadReviews.decide(lead, version(lead), ReviewOutcome.CLEARED, "All is well"));
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.NEW);
    }

    @Test
    void anEmergencyThatIsAnsweredFirstAfterADecisionIsReviewed() {
        var lead = lead("Says It Later");
        save(sent(lead), SADDLE);
        decide(lead, ReviewOutcome.CLEARED);
        var link = sent(lead);
        var form = save(link, begun(link), FormPage.SAFETY, SADDLE);
        assertThat(opened(lead).status()).as("taken over, and decided").isEqualTo(LeadStatus.NEW);
        form = save(link, form, FormPage.SAFETY, SADDLE_AND_CALF);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
        decide(lead, ReviewOutcome.CLEARED);
        submit(link, save(link, form, FormPage.COMPLAINT, Map.of("complaint", List.of("Leg"))));
        assertThat(opened(lead).status())
                .as("decided, also if more was saved since")
                .isEqualTo(LeadStatus.NEW);
    }

    @Test
    void anEmergencyThatThePublicFormKnowsIsReviewedWhenItIsAnswered() {
        var lead = lead("Said It Before");
        var link = sent(lead);
        begun(link);
        jdbc.sql("insert into lead_safety_answer (lead_id, rule_id, answer) values (?, 'RF-CES-1', 'yes')")
                .param(Ids.bytes(lead.value()))
                .update();
        var form = save(link, opened(link), FormPage.SAFETY, CALF);
        decide(lead, ReviewOutcome.CLEARED);
        save(link, form, FormPage.SAFETY, SADDLE_AND_CALF);
        assertThat(opened(lead).status())
                .as("decided since the form was opened, and answered first after that")
                .isEqualTo(LeadStatus.CLINICAL_REVIEW);
    }

    @Test
    void anEmergencyThatIsTakenBackAndSaidAgainIsReviewedAgain() {
        var lead = lead("Says It Again");
        var link = sent(lead);
        var form = save(link, begun(link), FormPage.SAFETY, SADDLE);
        decide(lead, ReviewOutcome.CLEARED);
        form = save(link, form, FormPage.SAFETY, Map.of("screen.RF-CES-1", List.of("no")));
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.NEW);
        save(link, form, FormPage.SAFETY, SADDLE);
        assertThat(opened(lead).status()).isEqualTo(LeadStatus.CLINICAL_REVIEW);
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
            system(() -> forms.answer(token(link), "9999"));
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

    /** A lead with a booked consultation, whose answers became a lead of their own and were deleted with the link. */
    private LeadId withdrawnEmergency(String name, LocalTime at) {
        var lead = contacted(name);
        staff.doAs("westdesk", () -> consultations.book(lead, opened(lead).version(), visit(at)));
        var link = sent(lead);
        save(link, SADDLE);
        staff.doAs("westdesk", () -> intakes.withdraw(lead, link.intake()));
        assertThat(drafts(link)).isZero();
        return lead;
    }

    private PatientId convertedAsBooked(LeadId lead) {
        var conversion = new Conversion(new PatientDraft("Ana", "Ruiz", BORN, null, null), null, group.west, null);
        return staff.as(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
    }

    @Test
    void aConsentToContactDoesNotCountAfterAContactStop() {
        var treatment = published(ConsentKind.TREATMENT);
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
                        "consent.TREATMENT", List.of(treatment),
                        "consent.CONTACT", List.of(contact),
                        "consentName", List.of("Ana Ruiz"),
                        "consentBy", List.of("PATIENT")));
        assertThat(form.problems()).isEmpty();
        submit(link, form);
        var again = received("Not To Contact", phone, null);
        staff.doAs("westdesk", () -> leads.logCall(again, 0, CallOutcome.STOP_CONTACTING));
        assertThat(consentsOf(converted(lead, BORN, LocalTime.of(7, 0))))
                .extracting(ConsentRow::kind)
                .containsExactly(ConsentKind.TREATMENT);
    }

    @Test
    void theMailLosesAnExpiredLinkOfALeadAndWhatWasSavedIsDeletedLater() {
        var link = mailed(lead("Never Answers"));
        begun(link);
        assertThat(mail(link)).contains(token(link), "Never Answers");
        clock.pass(Duration.ofDays(14));
        system(() -> expiry.deleteOld(1000));
        assertThat(mail(link)).isEqualTo(OutgoingMail.NOT_KEPT);
        clock.pass(Duration.ofDays(30));
        system(() -> expiry.deleteOld(1000));
        assertThat(drafts(link)).isZero();
        assertThat(audited("online-intake.draft-deleted", link)).isOne();
    }

    @Test
    void aLinkIsSentOnlyToAPersonWhomTheCallerMayAndCanReach() {
        var lead = lead("Not Theirs");
        assertThatThrownBy(() -> staff.as("eastdesk", () -> intakes.create(lead, group.east, false, a -> a)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("manager", () -> intakes.create(lead, group.east, false, a -> a)))
                .as("not the clinic of the lead")
                .isInstanceOf(NotAvailable.class);
        var link = sent(lead);
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> intakes.withdraw(lead, link.intake())))
                .isInstanceOf(NotAvailable.class);
        var other = lead("Another Lead");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> intakes.withdraw(other, link.intake())))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> ofPatients.withdraw(link.intake())))
                .as("no patient's")
                .isInstanceOf(NotAvailable.class);
        staff.doAs("westdesk", () -> intakes.withdraw(lead, link.intake()));
        assertThat(state(lead)).isEqualTo(OnlineIntakeState.WITHDRAWN);

        var byMailOnly = received("By Mail Only", null, new EmailAddress("mail@example.org"));
        assertThatThrownBy(() -> sent(byMailOnly)).isInstanceOf(Refused.class).hasMessageContaining("phone");
        assertThatThrownBy(() -> mailed(received("No Mail", PHONE, null)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("e-mail");
        var wrong = received("Wrong Number", new PhoneNumber("+16025550177"), null);
        staff.doAs("westdesk", () -> leads.logCall(wrong, 0, CallOutcome.WRONG_NUMBER));
        assertThatThrownBy(() -> sent(wrong)).isInstanceOf(Refused.class).hasMessageContaining("somebody else");
        var stopped = received("Asked To Stop", new PhoneNumber("+16025550178"), null);
        var again = received("Asked To Stop", new PhoneNumber("+16025550178"), null);
        staff.doAs("westdesk", () -> leads.logCall(stopped, 0, CallOutcome.STOP_CONTACTING));
        assertThatThrownBy(() -> sent(again)).isInstanceOf(Refused.class).hasMessageContaining("not to be contacted");
    }

    private void merge(LeadId lead, LeadId kept) {
        staff.doAs("westdesk", () -> returns.merge(lead, version(lead), kept));
    }

    private void decide(LeadId lead, ReviewOutcome outcome) {
        clock.pass(Duration.ofMinutes(1));
        staff.doAs("chiropractor", () -> leadReviews.take(lead, version(lead)));
        staff.doAs("chiropractor", () -> leadReviews.decide(lead, version(lead), outcome, "Called, and all is well"));
    }

    private long version(LeadId lead) {
        return staff.as("westdesk", () -> leads.reload(lead)).orElseThrow().version();
    }

    private Optional<LeadReview> review(LeadId lead) {
        return staff.as("chiropractor", () -> waiting.find(lead));
    }

    private PatientId converted(LeadId lead, LocalDate born, LocalTime at) {
        var conversion = new Conversion(new PatientDraft("Ana", "Ruiz", born, null, null), null, group.west, visit(at));
        return staff.as(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
    }

    private FirstVisit visit(LocalTime at) {
        var tomorrow = staff.as("westdesk", () -> clinics.todayAt(group.west)).plusDays(1);
        return new FirstVisit(group.west, group.therapist, tomorrow, at);
    }

    private String published(ConsentKind kind) {
        var key = new ConsentTextKey(kind, ConsentLanguage.ENGLISH);
        return staff.as("manager", () -> {
            var today = clinics.todayAt(group.west);
            if (texts.open(key).versions().isEmpty()) {
                texts.edit(key, texts.open(key).revision());
                texts.saveDraft(key, texts.open(key).revision(), new ConsentTextContent("Title", "One", today, false));
                texts.publish(key, texts.open(key).revision());
            }
            return texts.findCurrent(kind, ConsentLanguage.ENGLISH, today)
                    .orElseThrow()
                    .id()
                    .toString();
        });
    }

    private List<ConsentRow> consentsOf(PatientId patient) {
        return staff.as("westdesk", () -> patients.details(patient))
                .orElseThrow()
                .consents();
    }

    private List<FlagLevel> levels(PatientId patient) {
        return staff.as("chiropractor", () -> safety.findByPatient(patient)).stream()
                .map(flag -> flag.level())
                .toList();
    }

    private List<OnlineIntakeRow> ofPatient(PatientId patient) {
        return staff.as(
                "westdesk",
                () -> ofPatients.findByPatient(patients.details(patient).orElseThrow()));
    }

    private List<OnlineIntakeRow> rows(LeadId lead) {
        return staff.as("westdesk", () -> intakes.findByLead(opened(lead)));
    }

    private OnlineIntakeState state(LeadId lead) {
        return rows(lead).getFirst().state();
    }

    private LeadDetails opened(LeadId lead) {
        return staff.as("westdesk", () -> leads.open(lead)).orElseThrow();
    }

    private LeadId lead(String name) {
        return received(name, PHONE, new EmailAddress("lead@example.org"));
    }

    private LeadId contacted(String name) {
        var lead = lead(name);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        return lead;
    }

    private LeadId received(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var draft = new LeadDraft(
                name, phone, email, "It hurts", CallWindow.ANY_TIME, LeadSource.WEBSITE, group.west, clock.instant());
        return staff.as("manager", () -> leads.receive(draft, null));
    }

    private CreatedLink sent(LeadId lead) {
        return staff.as("westdesk", () -> intakes.create(lead, group.west, false, route -> "https://x/" + route));
    }

    private CreatedLink mailed(LeadId lead) {
        return staff.as("westdesk", () -> intakes.create(lead, group.west, true, route -> "https://x/" + route));
    }

    private static String token(CreatedLink link) {
        return link.address().replaceAll(".*/(.*)\\?.*", "$1");
    }

    private DoorAnswer door(CreatedLink link) {
        return system(() -> forms.answer(token(link), "0142"));
    }

    private OpenForm opened(CreatedLink link) {
        return Objects.requireNonNull(door(link).form());
    }

    private OpenForm begun(CreatedLink link) {
        return save(link, opened(link), FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")));
    }

    private OpenForm save(CreatedLink link, Map<String, List<String>> screen) {
        return save(link, begun(link), FormPage.SAFETY, screen);
    }

    private OpenForm save(CreatedLink link, OpenForm form, FormPage page, Map<String, List<String>> typed) {
        return system(() -> forms.save(token(link), form.pass(), page, typed));
    }

    private void submit(CreatedLink link) {
        submit(link, begun(link));
    }

    private void submit(CreatedLink link, OpenForm form) {
        var done = system(() -> {
            var last = forms.save(token(link), form.pass(), FormPage.CHECK, Map.of());
            return forms.submit(token(link), form.pass(), last.version(FormPage.CHECK), ADDRESS);
        });
        assertThat(done).isInstanceOf(FormSubmission.Done.class);
    }

    private String mail(CreatedLink link) {
        return jdbc.sql("select body from outbox_mail where about = ?")
                .param(Ids.bytes(link.intake().value()))
                .query(String.class)
                .single();
    }

    private long drafts(CreatedLink link) {
        return jdbc.sql("select count(*) from online_intake_draft where intake_id = ?")
                .param(Ids.bytes(link.intake().value()))
                .query(Long.class)
                .single();
    }

    private long audited(String kind, CreatedLink link) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(link.intake().value()))
                .query(Long.class)
                .single();
    }

    private <T> T system(Supplier<T> action) {
        return staff.as("system", action);
    }
}
