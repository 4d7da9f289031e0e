package io.plumbline.onlineintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentAgreement.Way;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.consents.ConsentDraft;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.consents.ConsentTextContent;
import io.plumbline.patients.consents.ConsentTextDetails;
import io.plumbline.patients.consents.ConsentTextKey;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.patients.consents.PublishedConsentText;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.Staff;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consents agreed to online: by a box at the text that was read, and one typed name. */
@ForgedStoreTest
class OnlineConsentTest {
    private static final LocalDate BORN = LocalDate.of(1970, 4, 27);
    private static final String ADDRESS = "2001:db8::7";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    ConsentService consents;

    @Autowired
    ConsentTextService texts;

    @Autowired
    ClinicService clinics;

    @Autowired
    PatientMergeService merges;

    @Autowired
    OnlineIntakeService intakes;

    @Autowired
    OnlineFormService forms;

    @BeforeEach
    void publishTexts() {
        for (var kind : List.of(ConsentKind.DATA_PROTECTION, ConsentKind.PHOTO)) {
            var key = new ConsentTextKey(kind, ConsentLanguage.ENGLISH);
            if (open(key).versions().isEmpty()) {
                publish(key, "One", false);
            }
        }
        var spanish = new ConsentTextKey(ConsentKind.DATA_PROTECTION, ConsentLanguage.SPANISH);
        if (open(spanish).versions().isEmpty()) {
            publish(spanish, "Uno", false);
        }
    }

    @Test
    void whatIsTickedIsRecordedWithVersionTimeAndAddressOnceTheFormIsSubmitted() {
        var patient = patient(BORN);
        var token = token(patient);
        var form = begun(token);
        var text = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        form = save(token, form, Map.of(field(text), id(text), "consentName", List.of("Ana Ruiz")));
        assertThat(form.problems()).isEmpty();
        assertThat(recorded(patient))
                .as("saved is not agreed: the patient can still change it")
                .isEmpty();
        var pass = form.pass();
        assertThat(submit(token, pass)).isInstanceOf(FormSubmission.Done.class);
        assertThat(recorded(patient)).singleElement().satisfies(consent -> {
            assertThat(consent.kind()).isEqualTo(ConsentKind.DATA_PROTECTION);
            assertThat(Objects.requireNonNull(consent.text()).id()).isEqualTo(text.id());
            assertThat(consent.agreement())
                    .isEqualTo(new ConsentAgreement(ConsentAgreement.By.PATIENT, "Ana Ruiz", Way.ONLINE));
            assertThat(Objects.requireNonNull(consent.online()).address()).isEqualTo(ADDRESS);
        });
        assertThatThrownBy(() -> system(() -> forms.submit(token, pass, "", ADDRESS, Origin.PERSON)))
                .isInstanceOf(LinkOver.class);
        assertThat(recorded(patient)).as("submitted twice").hasSize(1);
        assertThat(care.auditOf("consent.given", patient)).isOne();
    }

    @Test
    void treatmentIsAgreedToAtTheVisitOnceItIsExplained() {
        var key = new ConsentTextKey(ConsentKind.TREATMENT, ConsentLanguage.ENGLISH);
        if (open(key).versions().isEmpty()) {
            publish(key, "It was explained to me", false);
        }
        var treatment = List.of(open(key).versions().getFirst().id().toString());
        var patient = patient(BORN);
        var token = token(patient);
        var form = begun(token);
        assertThat(form.consents().texts())
                .extracting(text -> text.key().kind())
                .contains(ConsentKind.DATA_PROTECTION)
                .doesNotContain(ConsentKind.TREATMENT);
        form = save(token, form, Map.of("consent.TREATMENT", treatment, "consentName", List.of("Ana Ruiz")));
        assertThat(form.problems()).isEmpty();
        assertThat(submit(token, form.pass())).isInstanceOf(FormSubmission.Done.class);
        assertThat(recorded(patient))
                .as("ticked before it was asked at the visit only")
                .isEmpty();
    }

    @Test
    void aTickNeedsTheFullNameOfWhoAgrees() {
        var token = token(patient(BORN));
        var form = begun(token);
        var text = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        form = save(token, form, Map.of(field(text), id(text), "consentName", List.of(" ")));
        assertThat(form.problems()).containsOnly(Map.entry("consentName", FormProblem.MISSING));
        var pass = form.pass();
        assertThat(submit(token, pass))
                .isInstanceOfSatisfying(FormSubmission.Incomplete.class, incomplete -> assertThat(incomplete.page())
                        .isEqualTo(FormPage.CONSENTS));
        form = save(token, form, Map.of());
        assertThat(form.problems()).as("nobody has to agree online").isEmpty();
    }

    @Test
    void aTextThatWasPublishedSinceIsNotAgreedToUnread() {
        var patient = patient(BORN);
        var token = token(patient);
        var form = begun(token);
        var read = shown(form, ConsentKind.PHOTO, Locale.ENGLISH);
        form = save(token, form, Map.of(field(read), id(read), "consentName", List.of("Ana Ruiz")));
        publish(read.key(), "Another text " + read.number(), false);
        var pass = form.pass();
        var refused = submit(token, pass);
        assertThat(refused).isInstanceOfSatisfying(FormSubmission.Incomplete.class, incomplete -> assertThat(
                        incomplete.form().problems())
                .containsOnly(Map.entry("consent.PHOTO", FormProblem.CHANGED)));
        assertThat(recorded(patient)).isEmpty();
        var now = shown(((FormSubmission.Incomplete) refused).form(), ConsentKind.PHOTO, Locale.ENGLISH);
        assertThat(now.number()).isEqualTo(read.number() + 1);
        save(token, form, Map.of(field(now), id(now), "consentName", List.of("Ana Ruiz")));
        submit(token, pass);
        assertThat(recorded(patient)).singleElement().satisfies(consent -> assertThat(
                        Objects.requireNonNull(consent.text()).id())
                .isEqualTo(now.id()));
    }

    @Test
    void theTextIsInTheLanguageOfTheFormWhereThereIsOne() {
        var form = begun(token(patient(BORN)));
        assertThat(shown(form, ConsentKind.DATA_PROTECTION, Locale.of("es"))
                        .key()
                        .language())
                .isEqualTo(ConsentLanguage.SPANISH);
        assertThat(shown(form, ConsentKind.PHOTO, Locale.of("es")).key().language())
                .as("there is no Spanish one")
                .isEqualTo(ConsentLanguage.ENGLISH);
    }

    @Test
    void forAMinorTheGuardianAgreesAndWithoutABirthDateTheFormAsksWho() {
        var child = patient(LocalDate.of(2018, 1, 1));
        var token = token(child);
        var form = begun(token, LocalDate.of(2018, 1, 1));
        assertThat(form.consents().by()).isEqualTo(ConsentAgreement.By.GUARDIAN);
        var text = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        form = save(token, form, Map.of(field(text), id(text), "consentName", List.of("Eva Ruiz")));
        var pass = form.pass();
        submit(token, pass);
        assertThat(recorded(child)).singleElement().satisfies(consent -> assertThat(consent.agreement())
                .isEqualTo(new ConsentAgreement(ConsentAgreement.By.GUARDIAN, "Eva Ruiz", Way.ONLINE)));

        var unknown = patient(null);
        var other = token(unknown);
        var opened = Objects.requireNonNull(
                system(() -> forms.answer(other, "0142", "", Origin.PERSON)).form());
        var asked = save(other, opened, Map.of(field(text), id(text), "consentName", List.of("Eva Ruiz")));
        assertThat(asked.problems()).containsOnly(Map.entry("consentBy", FormProblem.MISSING));
    }

    @Test
    void whatIsInForceIsNotAskedUnlessANewerTextAsksAgain() {
        var patient = patient(BORN);
        var token = token(patient);
        var form = begun(token);
        var text = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        staff.doAs(
                "westdesk",
                () -> consents.give(
                        patient,
                        ConsentDraft.to(
                                ConsentKind.DATA_PROTECTION,
                                text.id(),
                                ConsentAgreement.ofPatient(Way.PAPER),
                                staff.as("westdesk", () -> clinics.todayAt(group.west)))));
        form = save(token, form, Map.of(field(text), id(text), "consentName", List.of("Ana Ruiz")));
        assertThat(form.consents().texts()).extracting(one -> one.key().kind()).containsOnly(ConsentKind.PHOTO);
        var pass = form.pass();
        assertThat(submit(token, pass)).isInstanceOf(FormSubmission.Done.class);
        assertThat(recorded(patient)).as("recorded by staff in the meantime").hasSize(1);

        publish(text.key(), "To ask again " + text.number(), true);
        var again = token(patient);
        var asked = begun(again);
        var newer = shown(asked, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        asked = save(again, asked, Map.of(field(newer), id(newer), "consentName", List.of("Ana Ruiz")));
        var second = asked.pass();
        submit(again, second);
        assertThat(recorded(patient)).extracting(ConsentRow::isInForce).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aTickThatIsNoTextOfTheClinicAgreesToNothing() {
        var patient = patient(BORN);
        var token = token(patient);
        var form = begun(token);
        var photo = shown(form, ConsentKind.PHOTO, Locale.ENGLISH);
        form = save(
                token,
                form,
                Map.of(
                        "consent.DATA_PROTECTION", id(photo),
                        "consent.TEACHING", List.of("yes"),
                        "consentName", List.of("Ana Ruiz")));
        assertThat(form.problems()).containsOnly(Map.entry("consent.DATA_PROTECTION", FormProblem.CHANGED));
        assertThat(form.consents().ticked(form.answers())).isEmpty();
    }

    @Test
    void aBoxThatIsClearedOnAnOlderPageIsNotTickedAgainFromWhatIsSaved() {
        var patient = patient(BORN);
        var token = token(patient);
        var form = begun(token);
        var text = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        var older = List.of(form.version(FormPage.CONSENTS));
        save(token, form, Map.of(field(text), id(text), "consentName", List.of("Ana Ruiz"), FormFields.VERSION, older));
        var cleared = save(token, form, Map.of("consentName", List.of("Ana Ruiz"), FormFields.VERSION, older));
        assertThat(cleared.elsewhere()).isEmpty();
        assertThat(cleared.consents().ticked(cleared.answers())).isEmpty();
        assertThat(submit(token, form.pass())).isInstanceOf(FormSubmission.Done.class);
        assertThat(recorded(patient)).isEmpty();
    }

    @Test
    void aBoxTickedOnAnOlderPageNeedsTheNameOfThatPage() {
        var token = token(patient(BORN));
        var form = begun(token);
        var text = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        var older = List.of(form.version(FormPage.CONSENTS));
        save(token, form, Map.of("consentName", List.of("Eva Ruiz"), FormFields.VERSION, older));
        var ticked = save(token, form, Map.of(field(text), id(text), FormFields.VERSION, older));
        assertThat(ticked.problems()).containsOnly(Map.entry("consentName", FormProblem.MISSING));
    }

    @Test
    void aConsentByALinkThatStaffCopiedSaysSoUntilItIsConfirmed() {
        var patient = patient(BORN);
        var token = token(patient);
        var form = begun(token);
        var text = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        form = save(token, form, Map.of(field(text), id(text), "consentName", List.of("Ana Ruiz")));
        assertThat(submit(token, form.pass())).isInstanceOf(FormSubmission.Done.class);
        assertThat(doubt(patient).words())
                .isEqualTo("By a link that staff copied: to be confirmed with the patient at the visit");
        var id = staff.as(
                "manager", () -> intakes.findByPatient(patients.details(patient).orElseThrow())
                        .getFirst()
                        .id());
        staff.doAs("manager", () -> intakes.confirm(id));
        assertThat(doubt(patient).words())
                .isEqualTo("By a link that staff copied: confirmed with the patient by manager");
    }

    @Test
    void aConsentByTheMailToAKnownAddressNeedsNoConfirmation() {
        var patient = patient(BORN);
        OnlineCodes.addressIsKnown(jdbc, patient);
        var link = staff.as("westdesk", () -> intakes.create(patient, group.west, true, route -> route));
        var token = link.address().replaceAll(".*/(.*)\\?.*", "$1");
        var form = begun(token);
        var text = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        form = save(token, form, Map.of(field(text), id(text), "consentName", List.of("Ana Ruiz")));
        assertThat(submit(token, form.pass())).isInstanceOf(FormSubmission.Done.class);
        assertThat(Objects.requireNonNull(recorded(patient).getFirst().online()).doubt())
                .isNull();
    }

    private ConsentRow.Doubt doubt(PatientId patient) {
        return Objects.requireNonNull(
                Objects.requireNonNull(recorded(patient).getFirst().online()).doubt());
    }

    @Test
    void aNewerLinkAsksForTheConsentsAgain() {
        var patient = patient(BORN);
        var first = token(patient);
        var form = begun(first);
        var text = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        save(
                first,
                form,
                Map.of(
                        field(text),
                        id(text),
                        "consentName",
                        List.of("Ana Ruiz"),
                        "consentBy",
                        List.of(ConsentAgreement.By.PATIENT.name())));
        OnlineCodes.addressIsKnown(jdbc, patient);
        var newer = staff.as("westdesk", () -> intakes.create(patient, group.west, true, route -> route));
        var second = newer.address().replaceAll(".*/(.*)\\?.*", "$1");
        var taken = system(() -> {
            var asked = forms.answer(second, BORN, "", Origin.PERSON);
            var code = OnlineCodes.mailed(jdbc, newer.intake());
            return forms.answerCode(second, Objects.requireNonNull(asked.door()), code, Origin.PERSON)
                    .form();
        });
        assertThat(Objects.requireNonNull(taken).answers().fields()).containsOnlyKeys("complaint");
        assertThat(submit(second, taken.pass())).isInstanceOf(FormSubmission.Done.class);
        assertThat(recorded(patient)).isEmpty();
    }

    @Test
    void aTickOfAnotherDeviceThatTheLastPageDidNotShowIsNotSent() {
        var patient = patient(BORN);
        var token = token(patient);
        var form = begun(token);
        var shown = form.version(FormPage.CHECK);
        var text = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        var pass = save(token, form, Map.of(field(text), id(text), "consentName", List.of("Ana Ruiz")))
                .pass();
        var changed = system(() -> forms.submit(token, pass, shown, ADDRESS, Origin.PERSON));
        assertThat(changed).isInstanceOf(FormSubmission.Changed.class);
        assertThat(recorded(patient)).isEmpty();
        var now = ((FormSubmission.Changed) changed).form().version(FormPage.CHECK);
        assertThat(system(() -> forms.submit(token, pass, now, ADDRESS, Origin.PERSON)))
                .isInstanceOf(FormSubmission.Done.class);
        assertThat(recorded(patient)).hasSize(1);
    }

    @Test
    void aConsentReplacesThoseOfAllMergedRecords() {
        var kept = patient(BORN);
        var merged = patient(BORN);
        var text = shown(begun(token(kept)), ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        for (var patient : List.of(kept, merged)) {
            staff.doAs(
                    "westdesk",
                    () -> consents.give(
                            patient,
                            ConsentDraft.to(
                                    ConsentKind.DATA_PROTECTION,
                                    text.id(),
                                    ConsentAgreement.ofPatient(Way.PAPER),
                                    staff.as("westdesk", () -> clinics.todayAt(group.west)))));
        }
        staff.doAs("manager", () -> merges.merge(merged, kept, "Same birth date, confirmed by phone"));
        publish(text.key(), "To ask again " + text.number(), true);
        var token = token(kept);
        var form = begun(token);
        var newer = shown(form, ConsentKind.DATA_PROTECTION, Locale.ENGLISH);
        save(token, form, Map.of(field(newer), id(newer), "consentName", List.of("Ana Ruiz")));
        assertThat(submit(token, form.pass())).isInstanceOf(FormSubmission.Done.class);
        assertThat(recorded(kept))
                .hasSize(3)
                .filteredOn(ConsentRow::isInForce)
                .singleElement()
                .satisfies(consent ->
                        assertThat(Objects.requireNonNull(consent.text()).id()).isEqualTo(newer.id()));
    }

    /** Sends what is saved, as from the last page that was just shown. */
    private FormSubmission submit(String token, String pass) {
        return system(() -> {
            var last = forms.save(token, pass, FormPage.CHECK, Map.of(), Origin.PERSON);
            return forms.submit(token, pass, last.version(FormPage.CHECK), ADDRESS, Origin.PERSON);
        });
    }

    private static String field(PublishedConsentText text) {
        return FormFields.CONSENT + text.key().kind();
    }

    private static List<String> id(PublishedConsentText text) {
        return List.of(text.id().toString());
    }

    private static PublishedConsentText shown(OpenForm form, ConsentKind kind, Locale language) {
        return form.consents().inLanguage(language).stream()
                .filter(text -> text.key().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<ConsentRow> recorded(PatientId patient) {
        return staff.as("westdesk", () -> patients.details(patient))
                .orElseThrow()
                .consents();
    }

    private OpenForm begun(String token) {
        return begun(token, BORN);
    }

    private OpenForm begun(String token, LocalDate born) {
        var pass = Objects.requireNonNull(system(() -> forms.answer(token, born, "", Origin.PERSON))
                        .form())
                .pass();
        return system(() ->
                forms.save(token, pass, FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")), Origin.PERSON));
    }

    private OpenForm save(String token, OpenForm form, Map<String, List<String>> typed) {
        return system(() -> forms.save(token, form.pass(), FormPage.CONSENTS, typed, Origin.PERSON));
    }

    private <T> T system(Supplier<T> action) {
        return staff.as("system", action);
    }

    private String token(PatientId patient) {
        return staff.as("westdesk", () -> intakes.create(patient, group.west, false, route -> route))
                .address()
                .replaceAll(".*/(.*)\\?.*", "$1");
    }

    private PatientId patient(@Nullable LocalDate born) {
        return staff.as(
                "manager",
                () -> patients.add(
                        new PatientDraft(
                                "Ana",
                                "Agrees",
                                born,
                                PhoneNumber.typed("+16025550142", "US"),
                                new EmailAddress("ana@example.org")),
                        group.west));
    }

    private ConsentTextDetails open(ConsentTextKey key) {
        return staff.as("manager", () -> texts.open(key));
    }

    private void publish(ConsentTextKey key, String body, boolean askAgain) {
        var today = staff.as("manager", () -> clinics.todayAt(group.west));
        staff.doAs("manager", () -> texts.edit(key, open(key).revision()));
        staff.doAs(
                "manager",
                () -> texts.saveDraft(
                        key, open(key).revision(), new ConsentTextContent("Title", body, today, askAgain)));
        staff.doAs("manager", () -> texts.publish(key, open(key).revision()));
    }
}
