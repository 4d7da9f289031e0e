package io.plumbline.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PreparedTextScope;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PhraseId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Phrases: whose they are, what is refused, and what is on record of their changes. */
@StoreTest
class PhraseServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PhraseService phrases;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPhraseIsReadBackAndEachChangeIsOnRecordWithoutItsText() {
        var text = "שלום {צד} 😀\n" + "é".repeat(1900);
        var id = own("therapist", "record", text);
        assertThat(find("therapist", id).draft()).isEqualTo(new PhraseDraft("record", text));
        staff.doAs("therapist", () -> phrases.edit(id, 0, new PhraseDraft("Record2", "Shorter")));
        assertThat(find("therapist", id).draft()).isEqualTo(new PhraseDraft("record2", "Shorter"));
        assertThatThrownBy(() -> staff.doAs("therapist", () -> phrases.delete(id, 1)))
                .isInstanceOf(Refused.class)
                .hasMessage("Retire this phrase before you delete it");
        staff.doAs("therapist", () -> phrases.retire(id, 1));
        assertThat(typed("therapist", "record2")).isNull();
        assertThatThrownBy(() -> staff.doAs("therapist", () -> phrases.edit(id, 2, new PhraseDraft("other", "x"))))
                .isInstanceOf(Refused.class)
                .hasMessage("This phrase is retired. Offer it again before you edit it");
        staff.doAs("therapist", () -> phrases.offerAgain(id, 2));
        assertThat(typed("therapist", "record2")).isEqualTo("Shorter");
        staff.doAs("therapist", () -> phrases.retire(id, 3));
        staff.doAs("therapist", () -> phrases.delete(id, 4));
        assertThat(staff.as("therapist", () -> phrases.find(id))).isEmpty();
        assertThat(jdbc.sql("select concat(kind, ': ', detail) from audit_event where subject = ? order by at, id")
                        .param(Ids.bytes(id.value()))
                        .query(String.class)
                        .list())
                .containsExactly(
                        "phrase.added: mine",
                        "phrase.edited: code, text",
                        "phrase.retired: ",
                        "phrase.offered-again: ",
                        "phrase.retired: ",
                        "phrase.deleted: ");
    }

    @Test
    void nobodySeesThePhrasesOfAnotherClinician() {
        var id = own("therapist", "secret", "Mine");
        assertThat(staff.as("chiropractor", () -> phrases.find(id))).isEmpty();
        assertThat(typed("chiropractor", "secret")).isNull();
        assertThat(staff.as("chiropractor", () -> phrases.list(new PhraseFilter("secret", null, false))))
                .isEmpty();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> phrases.retire(id, 0)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void chiropractorsWriteThePhrasesOfTheClinicsAndEveryClinicianTypesThem() {
        var id = clinics("shared", "Of all");
        assertThat(typed("therapist", "shared")).isEqualTo("Of all");
        assertThat(find("therapist", id).mayChange()).isFalse();
        assertThat(find("chiropractor", id).mayChange()).isTrue();
        assertThatThrownBy(() -> staff.doAs("therapist", () -> phrases.edit(id, 0, new PhraseDraft("shared", "x"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> staff.doAs("therapist", () -> phrases.retire(id, 0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> staff.doAs(
                        "therapist", () -> phrases.addForClinics(new PhraseDraft("shared3", "x"), OperationId.next())))
                .isInstanceOf(AccessDeniedException.class);
        own("therapist", "shared", "My own");
        assertThat(typed("therapist", "shared")).isEqualTo("My own");
        assertThat(typed("chiropractor", "shared")).isEqualTo("Of all");
        assertThat(staff.as("therapist", () -> phrases.list(new PhraseFilter("shared", null, false))))
                .extracting(PhraseRow::text, PhraseRow::isOverruled)
                .containsExactlyInAnyOrder(tuple("Of all", true), tuple("My own", false));
    }

    @Test
    void aCodeIsOfferedOnceToEachOwnerAndFreeAgainAfterThePhraseIsRetired() {
        var first = own("therapist", "unique", "First");
        own("chiropractor", "unique", "Of another owner");
        clinics("unique", "Of the clinics");
        assertRefused(
                () -> own("therapist", "UNIQUE", "Second"),
                PhraseField.CODE,
                "You have a phrase .unique already. Choose another code, or edit that phrase");
        assertRefused(
                () -> clinics("unique", "Second"),
                PhraseField.CODE,
                "The clinics have a phrase .unique already. Choose another code, or edit that phrase");
        var other = own("therapist", "unique2", "Other");
        assertRefused(
                () -> staff.doAs("therapist", () -> phrases.edit(other, 0, new PhraseDraft("unique", "x"))),
                PhraseField.CODE,
                "You have a phrase .unique already. Choose another code, or edit that phrase");
        assertThat(find("therapist", other).draft().code()).isEqualTo("unique2");
        staff.doAs("therapist", () -> phrases.retire(first, 0));
        own("therapist", "unique", "Second");
        assertRefused(
                () -> staff.doAs("therapist", () -> phrases.offerAgain(first, 1)),
                PhraseField.CODE,
                "You have a phrase .unique already. Choose another code, or edit that phrase");
    }

    @Test
    void aPhraseThatWouldInsertItselfIsNeitherSavedNorOfferedAgain() {
        own("therapist", "loopa", ".loopb");
        assertRefused(
                () -> own("therapist", "loopb", "x .loopa"),
                PhraseField.TEXT,
                "This phrase would insert itself: .loopb inserts .loopa inserts .loopb. Take one of these codes out");
        var second = own("therapist", "loopb", "x {side}");
        assertThat(typed("therapist", "loopa")).isEqualTo("x {side}");
        assertRefused(
                () -> staff.doAs("therapist", () -> phrases.edit(second, 0, new PhraseDraft("loopb", ".loopa"))),
                PhraseField.TEXT,
                "This phrase would insert itself: .loopb inserts .loopa inserts .loopb. Take one of these codes out");
        assertThat(staff.as("therapist", () -> phrases.preview(second, PreparedTextScope.OWN, "loopb", ".loopa"))
                        .refusal())
                .startsWith("This phrase would insert itself");
        assertThat(find("therapist", second).insertedBy()).containsExactly("loopa");
    }

    @Test
    void aPhraseThatMakesOthersTooLongIsRefusedWithTheirCodes() {
        var inner = own("therapist", "innera", "Short");
        own("therapist", "outera", ".innera .innera");
        own("therapist", "outerb", "Before .outera");
        var sentence = "Phrases that insert this one would have more than 2,000 characters: .outera, .outerb."
                + " Shorten this text, or change those phrases first";
        var longer = new PhraseDraft("innera", "x".repeat(1001));
        assertRefused(() -> staff.doAs("therapist", () -> phrases.edit(inner, 0, longer)), PhraseField.TEXT, sentence);
        assertThat(staff.as("therapist", () -> phrases.preview(inner, PreparedTextScope.OWN, "innera", longer.text()))
                        .refusal())
                .isEqualTo(sentence);
        assertThat(typed("therapist", "outera")).isEqualTo("Short Short");
        staff.doAs("therapist", () -> phrases.edit(inner, 0, new PhraseDraft("innera", "x".repeat(990))));
        assertThat(typed("therapist", "outerb")).hasSize("Before ".length() + 990 + 1 + 990);
        staff.doAs("therapist", () -> phrases.retire(inner, 1));
        assertRefused(() -> own("therapist", "innera", longer.text()), PhraseField.TEXT, sentence);
    }

    @Test
    void whoSawAnOlderVersionLosesNothingOfTheOther() {
        var id = clinics("stale", "One");
        staff.doAs("chiropractor", () -> phrases.edit(id, 0, new PhraseDraft("stale", "Two")));
        assertThatThrownBy(
                        () -> staff.doAs("chiropractor", () -> phrases.edit(id, 0, new PhraseDraft("stale", "Three"))))
                .isInstanceOf(StaleVersion.class);
        assertThat(find("chiropractor", id).draft().text()).isEqualTo("Two");
    }

    @Test
    void theSameFormTwiceAddsOnePhrase() {
        var operation = OperationId.next();
        var first = staff.as("therapist", () -> phrases.add(new PhraseDraft("twice", "x"), operation));
        assertThat(staff.as("therapist", () -> phrases.add(new PhraseDraft("twice", "x"), operation)))
                .isEqualTo(first);
    }

    private void assertRefused(Runnable change, PhraseField field, String sentence) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field))
                .hasMessage(sentence);
    }

    private PhraseId own(String who, String code, String text) {
        return staff.as(who, () -> phrases.add(new PhraseDraft(code, text), OperationId.next()));
    }

    private PhraseId clinics(String code, String text) {
        return staff.as("chiropractor", () -> phrases.addForClinics(new PhraseDraft(code, text), OperationId.next()));
    }

    private PhraseDetails find(String who, PhraseId id) {
        return staff.as(who, () -> phrases.find(id)).orElseThrow();
    }

    private String typed(String who, String code) {
        return staff.as(who, () -> phrases.typed()).get(code);
    }
}
