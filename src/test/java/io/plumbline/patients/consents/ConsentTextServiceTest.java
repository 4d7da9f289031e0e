package io.plumbline.patients.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentAgreement.Way;
import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ConsentTextId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Texts are published in versions that never change, and a consent keeps the version that the patient agreed to. */
@StoreTest
class ConsentTextServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ConsentTextService texts;

    @Autowired
    ConsentService consents;

    @Autowired
    PatientService patients;

    @Autowired
    ClinicService clinics;

    @Test
    void anExampleIsNeitherOfferedToPatientsNorPublishedAsItIs() {
        var key = key(ConsentKind.TEACHING, ConsentLanguage.SPANISH);
        assertThat(open(key).example().body()).contains("[EXAMPLE", "en formación");
        assertThat(current(key, today())).isEmpty();
        staff.doAs("manager", () -> texts.edit(key, -1));
        var draft = open(key).draft();
        assertThat(draft).isEqualTo(open(key).example());
        write(key, new ConsentTextContent("T", open(key).example().body(), today(), false));
        assertThatThrownBy(() -> publish(key))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("still has the mark of the example");
        assertThat(current(key, today())).isEmpty();
    }

    @Test
    void patientsAgreeToTheNewestVersionWhoseFirstDayHasCome() {
        var key = key(ConsentKind.TEACHING, ConsentLanguage.ENGLISH);
        var first = published(key, "One", today(), false);
        var next = published(key, "Two", today().plusDays(3), false);
        assertThat(current(key, today().minusDays(1))).isEmpty();
        assertThat(current(key, today().plusDays(2)).orElseThrow().id()).isEqualTo(first);
        assertThat(current(key, today().plusDays(3)).orElseThrow().id()).isEqualTo(next);
        assertThat(staff.as("therapist", () -> texts.find(first)).orElseThrow().body())
                .as("a version that is no longer current stays readable")
                .isEqualTo("One");
        assertThat(staff.as("system", () -> texts.findCurrent(today())))
                .filteredOn(text -> text.key().equals(key))
                .extracting(PublishedConsentText::number)
                .containsExactly(1);
    }

    @Test
    void whatIsMissingOrHasPassedIsNotPublished() {
        var key = key(ConsentKind.CONTACT, ConsentLanguage.SPANISH);
        staff.doAs("manager", () -> texts.edit(key, -1));
        write(key, new ConsentTextContent("", "Texto", today(), false));
        assertThatThrownBy(() -> publish(key)).hasMessage("The title is missing");
        write(key, new ConsentTextContent("T", " ", today(), false));
        assertThatThrownBy(() -> publish(key)).hasMessage("The text is missing");
        write(key, new ConsentTextContent("T", "Texto", null, false));
        assertThatThrownBy(() -> publish(key)).hasMessageContaining("Choose the first day");
        write(key, new ConsentTextContent("T", "Texto", today().minusDays(1), false));
        assertThatThrownBy(() -> publish(key)).hasMessageContaining("The first day has passed");
        assertThatThrownBy(() -> new ConsentTextContent("T", "x".repeat(6001), null, false))
                .hasMessage("The text has at most 6000 characters");
        published(key, "Uno", today().plusDays(5), false);
        staff.doAs("manager", () -> texts.edit(key, open(key).revision()));
        var first = open(key).versions().size() - 1;
        write(key, new ConsentTextContent("Title " + first, "Uno", today().plusDays(9), true));
        assertThatThrownBy(() -> publish(key)).hasMessage("Nothing differs from version 1 yet");
        write(key, new ConsentTextContent("T", "Dos", today().plusDays(4), true));
        assertThatThrownBy(() -> publish(key)).hasMessageContaining("The version before begins later");
    }

    @Test
    void twoManagersDoNotOverwriteEachOther() {
        var key = key(ConsentKind.PHOTO, ConsentLanguage.SPANISH);
        published(key, "Uno", today(), false);
        var seen = open(key).revision();
        staff.doAs("manager", () -> texts.edit(key, seen));
        assertThatThrownBy(() -> staff.doAs("manager", () -> texts.edit(key, seen)))
                .isInstanceOf(StaleVersion.class);
        staff.doAs("manager", () -> texts.discard(key, open(key).revision()));
        assertThat(open(key).draft()).isNull();
        assertThat(open(key).versions()).hasSize(1);
    }

    @Test
    void onlyManagersWriteTexts() {
        var key = key(ConsentKind.TREATMENT, ConsentLanguage.SPANISH);
        for (var other : List.of("chiropractor", "therapist", "westdesk", "system")) {
            assertThatThrownBy(() -> staff.doAs(other, () -> texts.edit(key, -1)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void aConsentKeepsItsVersionAndIsAskedAgainOnlyWhereTheNewTextDemandsIt() {
        var key = key(ConsentKind.PHOTO, ConsentLanguage.ENGLISH);
        var first = published(key, "One", today(), false);
        var patient = patient("Versions");
        give(patient, first, ConsentAgreement.ofPatient(Way.VERBAL));
        assertThat(onlyConsent(patient)).satisfies(consent -> {
            assertThat(consent.words()).isEqualTo("version 1, English");
            assertThat(consent.agreement()).isEqualTo(ConsentAgreement.ofPatient(Way.VERBAL));
            assertThat(consent.newer()).isEqualTo(ConsentRow.Newer.NONE);
        });
        published(key, "Two", today(), false);
        assertThat(onlyConsent(patient).newer()).isEqualTo(ConsentRow.Newer.YES);
        assertThat(onlyConsent(patient).isToAskAgain()).isFalse();
        var third = published(key, "Three", today(), true);
        assertThat(onlyConsent(patient).isToAskAgain()).isTrue();
        published(key, "Four", today(), false);
        assertThat(onlyConsent(patient).isToAskAgain())
                .as("the third version asked, whatever came after")
                .isTrue();
        var other = patient("Asked");
        give(other, third, ConsentAgreement.ofPatient(Way.PAPER));
        assertThat(onlyConsent(other).newer()).isEqualTo(ConsentRow.Newer.YES);
    }

    @Test
    void agreeingToTheNewTextReplacesTheConsentAndUndoingThatBringsItBack() {
        var key = key(ConsentKind.DATA_PROTECTION, ConsentLanguage.ENGLISH);
        var first = published(key, "One", today(), false);
        var patient = patient("Replaced");
        give(patient, first, ConsentAgreement.ofPatient(Way.PAPER));
        assertThatThrownBy(() -> give(patient, first, ConsentAgreement.ofPatient(Way.PAPER)))
                .hasMessageContaining("already in force");
        assertThatThrownBy(() -> staff.as(
                        "westdesk",
                        () -> consents.give(patient, new ConsentDraft(ConsentKind.DATA_PROTECTION, "typed", today()))))
                .hasMessageContaining("already in force");
        var second = published(key, "Two", today(), true);
        var renewed = give(patient, second, new ConsentAgreement(ConsentAgreement.By.GUARDIAN, "Ana Vega", Way.VERBAL));
        assertThat(consents(patient)).extracting(ConsentRow::isInForce).containsExactlyInAnyOrder(true, false);
        assertThat(consents(patient))
                .filteredOn(ConsentRow::isInForce)
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.newer()).isEqualTo(ConsentRow.Newer.NONE);
                    assertThat(consent.agreement()).isNotNull();
                    assertThat(consent.agreement().words()).isEqualTo("A guardian, Ana Vega · Verbally");
                });
        var replaced = consents(patient).stream()
                .filter(consent -> !consent.isInForce())
                .findFirst()
                .orElseThrow();
        assertThat(replaced.replacedOn()).isNotNull();
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> consents.withdraw(replaced.id(), replaced.version())))
                .hasMessage("The patient agreed to another version since");
        staff.doAs("westdesk", () -> consents.undo(renewed));
        assertThat(onlyConsent(patient)).satisfies(consent -> {
            assertThat(consent.isInForce()).isTrue();
            assertThat(consent.isToAskAgain()).isTrue();
        });
    }

    @Test
    void aTypedWordingStaysReadableAndCountsAsOlderThanEveryText() {
        var key = key(ConsentKind.CONTACT, ConsentLanguage.ENGLISH);
        var patient = patient("Typed");
        staff.as("westdesk", () -> consents.give(patient, new ConsentDraft(ConsentKind.CONTACT, "2026-01", today())));
        published(key, "One", today(), true);
        assertThat(onlyConsent(patient).words()).isEqualTo("wording 2026-01");
        assertThat(onlyConsent(patient).isToAskAgain()).isTrue();
    }

    @Test
    void aTextOfAnotherKindOrOfALaterDayIsRefused() {
        var key = key(ConsentKind.TREATMENT, ConsentLanguage.ENGLISH);
        var text = published(key, "Later", today().plusDays(1), false);
        var patient = patient("Refused");
        assertThatThrownBy(() -> give(patient, ConsentKind.PHOTO, text, ConsentAgreement.ofPatient(Way.PAPER)))
                .hasMessage("This text is for another kind of consent");
        assertThatThrownBy(() -> give(patient, ConsentKind.TREATMENT, text, ConsentAgreement.ofPatient(Way.PAPER)))
                .hasMessageContaining("Patients agree to this text from");
        assertThatThrownBy(() -> give(patient, ConsentKind.TREATMENT, text, null))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new ConsentAgreement(ConsentAgreement.By.GUARDIAN, " ", Way.PAPER))
                .hasMessage("The name of the guardian is missing");
    }

    @Test
    void aPrintedConsentHasTheTextThatWasAgreedTo() {
        var key = key(ConsentKind.TREATMENT, ConsentLanguage.SPANISH);
        var text = published(key, "Acepto.\n\nPuedo detenerme.", today(), false);
        var patient = patient("Printed");
        var consent = give(patient, text, ConsentAgreement.ofPatient(Way.PAPER));
        published(key, "Otro texto", today(), false);
        var printed = staff.as("westdesk", () -> consents.print(consent));
        assertThat(printed.text()).isNotNull();
        assertThat(printed.text().paragraphs()).containsExactly("Acepto.", "Puedo detenerme.");
        assertThatThrownBy(() -> staff.as("therapist", () -> consents.print(consent)))
                .as("no relation")
                .isInstanceOf(NotAvailable.class);
    }

    private static ConsentTextKey key(ConsentKind kind, ConsentLanguage language) {
        return new ConsentTextKey(kind, language);
    }

    private LocalDate today() {
        return staff.as("manager", clinics::ownToday);
    }

    private Optional<PublishedConsentText> current(ConsentTextKey key, LocalDate on) {
        return staff.as("system", () -> texts.findCurrent(key.kind(), key.language(), on));
    }

    private ConsentTextDetails open(ConsentTextKey key) {
        return staff.as("manager", () -> texts.open(key));
    }

    private void write(ConsentTextKey key, ConsentTextContent content) {
        staff.as("manager", () -> texts.saveDraft(key, open(key).revision(), content));
    }

    private void publish(ConsentTextKey key) {
        staff.doAs("manager", () -> texts.publish(key, open(key).revision()));
    }

    private ConsentTextId published(ConsentTextKey key, String body, LocalDate from, boolean askAgain) {
        assertThat(group.west).isNotNull();
        staff.doAs("manager", () -> texts.edit(key, open(key).revision()));
        // the texts hold for all clinics, and one like that in force is not published again
        var title = "Title " + open(key).versions().size();
        write(key, new ConsentTextContent(title, body, from, askAgain));
        publish(key);
        return open(key).versions().getFirst().id();
    }

    private PatientId patient(String name) {
        return staff.as("manager", () -> patients.add(new PatientDraft(name, "Agreed", null, null, null), group.west));
    }

    private ConsentId give(PatientId patient, ConsentTextId text, @Nullable ConsentAgreement agreement) {
        var kind =
                staff.as("westdesk", () -> texts.find(text)).orElseThrow().key().kind();
        return give(patient, kind, text, agreement);
    }

    private ConsentId give(
            PatientId patient, ConsentKind kind, ConsentTextId text, @Nullable ConsentAgreement agreement) {
        return staff.as("westdesk", () -> consents.give(patient, new ConsentDraft(kind, "", today(), text, agreement)));
    }

    private List<ConsentRow> consents(PatientId patient) {
        return staff.as("westdesk", () -> patients.details(patient))
                .orElseThrow()
                .consents();
    }

    private ConsentRow onlyConsent(PatientId patient) {
        assertThat(consents(patient)).hasSize(1);
        return consents(patient).getFirst();
    }
}
