package io.plumbline.notes.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.notes.cosign.CosignRow;
import io.plumbline.notes.cosign.CosignService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is added to a signed note is signed itself, shown with it, and never changes. */
@StoreTest
@OnMySql("triggers of MySQL lock an amendment, of which it keeps each letter")
class NoteAmendmentServiceTest {
    private static final Addendum LEFT = new Addendum("The left side, not the right");

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteErrorService errors;

    @Autowired
    CosignService cosign;

    @Autowired
    NoteAmendmentService amendments;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theAuthorAndAColleagueInTheRelationAddToASignedNote() {
        var patient = care.treated("Added To");
        var note = care.earlierNote(patient);
        sign("therapist", note, LEFT);
        sign("chiropractor", note, new Addendum("Seen, and taken into account"));
        assertThat(read("therapist", note))
                .extracting(AmendmentRow::text, AmendmentRow::intact)
                .containsExactly(tuple(LEFT.text(), true), tuple("Seen, and taken into account", true));
        assertThat(care.auditOf("note.amended", patient)).isEqualTo(2);
        assertThat(staff.as("therapist", () -> notes.open(note).orElseThrow().draft()))
                .as("the note is as it was signed")
                .isEqualTo(TestCare.done());
    }

    @Test
    void anUnsignedAddendumIsListedForItsAuthorAndLeavesATrail() {
        var patient = care.treated("Not Yet Signed");
        var note = care.earlierNote(patient);
        var version = staff.as("therapist", () -> amendments.saveDraft(note, -1, LEFT));
        assertThat(unsigned("therapist")).contains(note);
        assertThat(unsigned("chiropractor")).doesNotContain(note);
        assertThat(care.auditOf("note.addendum-written", patient)).isEqualTo(1);
        staff.doAs("therapist", () -> amendments.discard(note, version));
        assertThat(unsigned("therapist")).doesNotContain(note);
        assertThat(care.auditOf("note.addendum-discarded", patient)).isEqualTo(1);
    }

    private List<NoteId> unsigned(String who) {
        return staff.as(who, cosign::findForCurrentUser).stream()
                .filter(CosignRow::hasUnsignedAddendum)
                .map(CosignRow::note)
                .toList();
    }

    @Test
    void onlyItsAuthorReadsAnAddendumThatIsNotSigned() {
        var note = care.earlierNote(care.treated("Half Written"));
        var version = staff.as("therapist", () -> amendments.saveDraft(note, -1, LEFT));
        assertThat(staff.as("therapist", () -> amendments.draftOf(note)))
                .isEqualTo(new NoteAmendmentService.Draft(version, LEFT));
        assertThat(staff.as("chiropractor", () -> amendments.draftOf(note)).addendum())
                .isEqualTo(Addendum.EMPTY);
        assertThat(read("chiropractor", note)).isEmpty();
    }

    @Test
    void twoWindowsDoNotOverwriteEachOther() {
        var note = care.earlierNote(care.treated("Two Windows"));
        var version = staff.as("therapist", () -> amendments.saveDraft(note, -1, LEFT));
        assertThatThrownBy(() -> staff.as("therapist", () -> amendments.saveDraft(note, -1, Addendum.EMPTY)))
                .isInstanceOf(StaleVersion.class);
        staff.as("therapist", () -> amendments.saveDraft(note, version, new Addendum("Both sides")));
        assertThatThrownBy(() -> care.asProven("therapist", () -> amendments.sign(note, version)))
                .isInstanceOf(StaleVersion.class);
        assertThat(read("therapist", note)).isEmpty();
    }

    @Test
    void aDiscardedAddendumLeavesNothing() {
        var note = care.earlierNote(care.treated("Thought Better"));
        var version = staff.as("therapist", () -> amendments.saveDraft(note, -1, LEFT));
        staff.doAs("therapist", () -> amendments.discard(note, version));
        assertThat(staff.as("therapist", () -> amendments.draftOf(note).addendum()))
                .isEqualTo(Addendum.EMPTY);
        assertThat(read("therapist", note)).isEmpty();
    }

    @Test
    void anAddendumNeedsProofOfIdentity() {
        var note = care.earlierNote(care.treated("Unproven Addendum"));
        var version = staff.as("therapist", () -> amendments.saveDraft(note, -1, LEFT));
        assertThatThrownBy(() -> staff.doAs("therapist", () -> amendments.sign(note, version)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThat(staff.as("therapist", () -> amendments.draftOf(note).addendum()))
                .isEqualTo(LEFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b"})
    void anAddendumSaysSomething(String text) {
        var note = care.earlierNote(care.treated("Empty Addendum"));
        assertThatThrownBy(() -> sign("therapist", note, new Addendum(text)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The addendum is missing");
    }

    @Test
    void anAddendumKeepsEveryLetter() {
        var note = care.earlierNote(care.treated("Strange Letters"));
        var strange = (TestCare.STRANGE + " ")
                .repeat(2000 / (TestCare.STRANGE.length() + 1))
                .strip();
        sign("therapist", note, new Addendum(strange));
        assertThat(read("therapist", note)).singleElement().satisfies(row -> {
            assertThat(row.text()).isEqualTo(strange);
            assertThat(row.intact()).isTrue();
        });
        assertThatThrownBy(() ->
                        staff.as("therapist", () -> amendments.saveDraft(note, -1, new Addendum("x".repeat(2001)))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at most 2000 characters");
    }

    @Test
    void aDraftAndANoteOutsideTheRelationTakeNoAddendum() {
        var patient = care.treated("No Addendum");
        var draft =
                staff.as("therapist", () -> starts.begin(new VisitKey.Booked(care.bookMassage(patient, care.today()))));
        assertThatThrownBy(() -> staff.as("therapist", () -> amendments.saveDraft(draft, -1, LEFT)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("can still be changed");
        assertThatThrownBy(() -> staff.as("chiropractor", () -> amendments.saveDraft(draft, -1, LEFT)))
                .as("another author's draft looks as if it did not exist")
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("therapist", () -> amendments.saveDraft(NoteId.next(), -1, LEFT)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void theReasonOfAnErrorIsSignedAndNamesTheRightRecordOnlyToThoseWhoMayReadIt() {
        var wrong = care.treated("Wrong Patient");
        var right = care.treated("Right Patient");
        var note = care.earlierNote(wrong);
        var version = staff.as("therapist", () -> notes.open(note).orElseThrow().version());
        var copy =
                care.provenly("therapist", () -> errors.moveTo(right, note, version, "Mixed up with another patient"));
        assertThat(read("therapist", note)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(AmendmentKind.ENTERED_IN_ERROR);
            assertThat(row.text()).isEqualTo("Mixed up with another patient");
            assertThat(row.intact()).isTrue();
            assertThat(row.copy()).isEqualTo(copy);
        });
        assertThat(read("chiropractor", note)).singleElement().satisfies(row -> assertThat(row.copy())
                .as("a draft is its author's alone")
                .isNull());
        assertThat(staff.as("therapist", () -> amendments
                        .findByNote(notes.open(copy).orElseThrow())
                        .isCopy()))
                .isTrue();
        assertThat(staff.as("therapist", () -> amendments
                        .findByNote(notes.open(note).orElseThrow())
                        .isCopy()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update session_note_amendment set amendment = 'other' where note_id = :note",
                "delete from session_note_amendment where note_id = :note"
            })
    void theStoreItselfLocksAnAmendment(String tampering) {
        var note = care.earlierNote(care.treated("Amendment Locked"));
        sign("therapist", note, LEFT);
        assertThatThrownBy(() -> jdbc.sql(tampering)
                        .param("note", Ids.bytes(note.value()))
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(read("therapist", note)).extracting(AmendmentRow::text).containsExactly(LEFT.text());
    }

    private void sign(String who, NoteId note, Addendum text) {
        var version = staff.as(who, () -> amendments.saveDraft(note, -1, text));
        care.asProven(who, () -> amendments.sign(note, version));
    }

    private List<AmendmentRow> read(String who, NoteId note) {
        return staff.as(
                who, () -> amendments.findByNote(notes.open(note).orElseThrow()).rows());
    }
}
