package io.plumbline.patients.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientDraft.EmergencyContact;
import io.plumbline.patients.PatientDraft.Guardian;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A patient is found by whatever a person at the desk types, in one statement each. */
@StoreTest
class PatientSearchKindsTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PatientMatchService matches;

    @Autowired
    Statements statements;

    @Test
    void everyKindOfTextFindsThePatientInOneStatement() {
        var own = group.own("sk");
        var id = added(own);
        var number = staff.as(own.manager(), () -> patients.details(id))
                .orElseThrow()
                .number();
        for (var typed : List.of(
                "03/25/1985",
                "1985-03-25",
                "Mar 25 1985",
                "March 25, 1985",
                "25 March 1985",
                "wilma.searched@example.org",
                "wilma.s",
                number,
                "Formerly",
                "form",
                "0199",
                "0188",
                "searched wil")) {
            var found = new ArrayList<PatientRow>();
            var asked = statements.of(() -> staff.doAs(own.manager(), () -> found.addAll(patients.search(typed))));
            assertThat(found).as(typed).extracting(PatientRow::id).contains(id);
            assertThat(asked.stream().filter(sql -> sql.contains("patient_token")))
                    .as(typed)
                    .hasSize(1);
        }
    }

    @Test
    void aLeadIsComparedWithEveryPhoneOfAPatient() {
        var own = group.own("sl");
        var id = added(own);
        assertThat(staff.as(own.manager(), () -> matches.findForCurrentUser("", new PhoneNumber("+16025550188"), null)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.patient().id()).isEqualTo(id);
                    assertThat(found.phones())
                            .contains(new PhoneNumber("+16025550199"), new PhoneNumber("+16025550188"));
                });
    }

    private PatientId added(TestGroup.Own own) {
        var draft = new PatientDraft(
                "Wilma",
                "Searched",
                "",
                "Formerly Known",
                LocalDate.of(1985, 3, 25),
                "",
                "",
                new PhoneNumber("+16025550199"),
                new EmailAddress("wilma.searched@example.org"),
                "",
                "",
                EmergencyContact.NONE,
                Guardian.NONE,
                new PatientReach(
                        null,
                        List.of(new OtherPhone(PhoneKind.WORK, new PhoneNumber("+16025550188"))),
                        PostalAddress.NONE,
                        false));
        return staff.as(own.manager(), () -> patients.add(draft, own.id()));
    }
}
