package io.plumbline.patients.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.CareTeamMember.Role;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.referrals.ContactDraft;
import io.plumbline.referrals.ContactKind;
import io.plumbline.referrals.ContactService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The people around a patient, who referred the patient, and what each member of the care team does. */
@StoreTest
class RelatedPersonServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PatientMergeService merges;

    @Autowired
    RelatedPersonService related;

    @Autowired
    ReferringContactService referring;

    @Autowired
    ContactService contacts;

    @Autowired
    CareTeamService careTeam;

    @Test
    void aRelationBetweenTwoPatientsStandsOnBothPages() {
        var child = care.patient("Child", group.west);
        var parent = care.patient("Parent", group.west);
        var added = add(child, new RelatedDraft(RelatedKind.PARENT, parent, "", null));
        assertThat(read("westdesk", child)).singleElement().satisfies(row -> {
            assertThat(row.relation()).isEqualTo("Parent");
            assertThat(row.patient()).isEqualTo(parent);
            assertThat(row.name()).startsWith("Parent ").contains(", P-");
        });
        assertThat(read("westdesk", parent)).singleElement().satisfies(row -> {
            assertThat(row.relation()).isEqualTo("Child");
            assertThat(row.patient()).isEqualTo(child);
        });
        assertThatThrownBy(() -> add(parent, new RelatedDraft(RelatedKind.CHILD, child, "", null)))
                .isInstanceOf(Refused.class)
                .hasMessage("This person is in the list already. Remove the entry first to change it");
        staff.doAs("westdesk", () -> related.remove(added));
        assertThat(read("westdesk", parent)).isEmpty();
        assertThat(care.auditOf("related-person.added", child)).isEqualTo(1);
        assertThat(care.auditOf("related-person.removed", child)).isEqualTo(1);
    }

    @Test
    void theGuardianOfAMergedRecordStandsOnTheOneThatIsKept() {
        var kept = care.patient("Kept Child", group.west);
        var merged = care.patient("Merged Child", group.west);
        add(merged, new RelatedDraft(RelatedKind.GUARDIAN, null, "Pat Doe", new PhoneNumber("+16025550166")));
        add(merged, new RelatedDraft(RelatedKind.OTHER, kept, "", null));
        staff.doAs("manager", () -> merges.merge(merged, kept, "The same child, same mother"));
        assertThat(read("westdesk", kept)).extracting(RelatedRow::name).containsExactly("Pat Doe");
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(read("westdesk", kept)).extracting(RelatedRow::patient).containsExactly(merged);
    }

    @Test
    void somebodyWhoIsNoPatientHasANameAndAPhone() {
        var patient = care.patient("Named", group.west);
        add(patient, new RelatedDraft(RelatedKind.SPOUSE, null, " Pat Doe ", new PhoneNumber("+16025550166")));
        assertThat(read("westdesk", patient)).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Pat Doe");
            assertThat(row.phone()).isEqualTo(new PhoneNumber("+16025550166"));
            assertThat(row.patient()).isNull();
        });
        assertThatThrownBy(() -> new RelatedDraft(RelatedKind.OTHER, null, " ", null))
                .isInstanceOf(Refused.class)
                .hasMessage("Choose a patient or enter a name");
    }

    @Test
    void aRelatedPatientWhomTheReaderMayNotSeeHasNoName() {
        var west = care.patient("Known here", group.west);
        var east = care.patient("Known there", group.east);
        staff.doAs("manager", () -> related.add(west, new RelatedDraft(RelatedKind.HOUSEHOLD, east, "", null)));
        assertThat(read("westdesk", west)).singleElement().satisfies(row -> {
            assertThat(row.patient()).isNull();
            assertThat(row.name()).isEqualTo("Another patient");
        });
        assertThatThrownBy(() -> add(west, new RelatedDraft(RelatedKind.SPOUSE, east, "", null)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> add(west, new RelatedDraft(RelatedKind.SPOUSE, west, "", null)))
                .isInstanceOf(Refused.class)
                .hasMessage("Choose somebody else: this is the patient");
    }

    @Test
    void aContactOfTheBookIsTheReferringSource() {
        var patient = care.patient("Referred", group.west);
        var contact = staff.as(
                "manager",
                () -> contacts.add(
                        new ContactDraft(
                                ContactKind.PRIMARY_CARE, "Dr. Zora Quist", "Quist Clinic", null, null, null, "", ""),
                        OperationId.next()));
        var choices = staff.as("westdesk", () -> referring.search("zora", 5));
        assertThat(choices).extracting(ReferringContact::name).containsExactly("Dr. Zora Quist, Quist Clinic");
        staff.doAs("westdesk", () -> referring.set(patient, contact));
        assertThat(staff.as("chiropractor", () -> referring.findByPatient(opened("chiropractor", patient))))
                .map(ReferringContact::id)
                .hasValue(contact);
        staff.doAs("westdesk", () -> referring.set(patient, null));
        assertThat(staff.as("westdesk", () -> referring.findByPatient(opened("westdesk", patient))))
                .isEmpty();
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> referring.set(patient, contact)))
                .isInstanceOf(NotAvailable.class);
        assertThat(care.auditOf("patient.referring-contact", patient)).isEqualTo(2);
    }

    @Test
    void whoReferredAMergedRecordReferredThePatient() {
        var kept = care.patient("Referred Kept", group.west);
        var merged = care.patient("Referred Merged", group.west);
        var first = contact("Dr. Una Early");
        var second = contact("Dr. Ugo Late");
        staff.doAs("westdesk", () -> referring.set(merged, first));
        staff.doAs("manager", () -> merges.merge(merged, kept, "The same person, confirmed by phone"));
        assertThat(referredBy(kept)).hasValue(first);
        staff.doAs("westdesk", () -> referring.set(kept, second));
        assertThat(referredBy(kept)).as("what was stated last").hasValue(second);
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(referredBy(merged)).hasValue(first);
        staff.doAs("manager", () -> merges.merge(merged, kept, "The same person, confirmed by phone"));
        staff.doAs("westdesk", () -> referring.set(kept, null));
        assertThat(referredBy(kept)).isEmpty();
    }

    private ContactId contact(String name) {
        return staff.as(
                "manager",
                () -> contacts.add(
                        new ContactDraft(ContactKind.PRIMARY_CARE, name, "", null, null, null, "", ""),
                        OperationId.next()));
    }

    private Optional<ContactId> referredBy(PatientId patient) {
        return staff.as("westdesk", () -> referring.findByPatient(opened("westdesk", patient)))
                .map(ReferringContact::id);
    }

    @Test
    void atMostOneMemberOfTheCareTeamLeads() {
        var patient = care.treated("Team");
        staff.doAs("manager", () -> {
            careTeam.join(patient, group.chiropractor);
            careTeam.join(patient, group.therapist);
            careTeam.setRole(patient, group.chiropractor, Role.LEAD);
        });
        assertThatThrownBy(() -> staff.doAs("manager", () -> careTeam.setRole(patient, group.therapist, Role.LEAD)))
                .isInstanceOf(Refused.class)
                .hasMessage("chiropractor Test is the lead clinician. Give them another role first");
        staff.doAs("manager", () -> careTeam.setRole(patient, group.therapist, Role.MASSAGE));
        assertThat(opened("manager", patient).header().careTeam())
                .contains("chiropractor Test (lead clinician)", "therapist Test (massage)");
        staff.doAs("manager", () -> careTeam.leave(patient, group.chiropractor));
        staff.doAs("manager", () -> careTeam.setRole(patient, group.therapist, Role.LEAD));
        assertThat(opened("manager", patient).header().careTeam()).contains("therapist Test (lead clinician)");
        assertThatThrownBy(() -> staff.doAs("manager", () -> careTeam.setRole(patient, group.chiropractor, Role.OTHER)))
                .isInstanceOf(Refused.class)
                .hasMessage("This practitioner is no longer on the care team");
    }

    @Test
    void aCopyOfADraftKeepsAllOtherFields() {
        var draft = new PatientDraft("Copied", "Draft", null, new PhoneNumber("+16025550155"), null);
        var reach = new PatientReach(PatientReach.PhoneKind.WORK, List.of(), PatientReach.PostalAddress.NONE, true);
        var copy = draft.withReach(reach).withReferredBy("A friend");
        assertThat(copy.reach()).isEqualTo(reach);
        assertThat(copy.referredBy()).isEqualTo("A friend");
        assertThat(copy.withReferredBy("").withReach(PatientReach.NONE)).isEqualTo(draft);
    }

    private RelatedId add(PatientId patient, RelatedDraft draft) {
        return staff.as("westdesk", () -> related.add(patient, draft));
    }

    private List<RelatedRow> read(String who, PatientId patient) {
        return staff.as(who, () -> related.findByPatient(opened(who, patient)));
    }

    private PatientDetails opened(String who, PatientId patient) {
        return staff.as(who, () -> patients.details(patient)).orElseThrow();
    }
}
