package io.plumbline.patients.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The patients of one's clinics as a list: all of them, once each, for a reason that goes on record. */
@StoreTest
class PatientExportServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PatientExportService exports;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyPatientOfTheClinicsIsExportedOnceByName() {
        var own = group.own("ex");
        var other = group.own("ey");
        staff.doAs(own.manager(), () -> {
            for (int n = 0; n < 510; n++) {
                patients.add(new PatientDraft("Given", "Family%03d".formatted(n), null, null, null), own.id());
            }
            patients.add(
                    new PatientDraft(
                            "Anna",
                            "Aa",
                            LocalDate.of(1980, 2, 29),
                            new PhoneNumber("+16025550142"),
                            new EmailAddress("anna@example.org")),
                    own.id());
        });
        staff.doAs(other.manager(), () -> patients.add(new PatientDraft("Not", "Mine", null, null, null), other.id()));
        var exported = exported(own.manager());
        assertThat(exported).hasSize(511);
        assertThat(exported).extracting(ExportedPatient::familyName).isSorted().doesNotContain("Mine");
        assertThat(exported).extracting(ExportedPatient::number).doesNotHaveDuplicates();
        var first = exported.getFirst();
        assertThat(first.birthDate()).isEqualTo(LocalDate.of(1980, 2, 29));
        assertThat(first.phone()).isEqualTo(new PhoneNumber("+16025550142"));
        assertThat(first.email()).isEqualTo("anna@example.org");
        assertThat(first.clinics()).containsExactly(own.id());
        assertThat(staff.as(own.manager(), exports::count)).isEqualTo(511);
    }

    @Test
    void anExportNeedsAReasonThatGoesOnRecord() {
        var own = group.own("ez");
        staff.doAs(own.manager(), () -> {
            assertThatThrownBy(() -> exports.export("Moving to another product, " + own.manager(), patient -> {}))
                    .as("the password was not given")
                    .isInstanceOf(IdentityService.ProofNeeded.class);
            identity.prove(TestGroup.PASSWORD);
            assertThatThrownBy(() -> exports.export(" ", patient -> {}))
                    .isInstanceOf(Refused.class)
                    .hasMessage("The reason is missing");
            exports.export("Moving to another product, " + own.manager(), patient -> {});
        });
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'patient.exported' and detail = ?")
                        .param("patients 0, reason Moving to another product, " + own.manager())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private List<ExportedPatient> exported(String who) {
        return staff.as(who, () -> {
            var all = new ArrayList<ExportedPatient>();
            identity.prove(TestGroup.PASSWORD);
            exports.export("Moving to another product", all::add);
            return all;
        });
    }
}
