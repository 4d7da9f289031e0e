package io.plumbline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.duplicates.DuplicateSearchService;
import io.plumbline.safety.FlagStatus;
import io.plumbline.shared.FlagLevel;
import io.plumbline.support.DemoTest;
import io.plumbline.support.DuplicateSearches;
import io.plumbline.support.Staff;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo clinic is as large and as varied as it promises, and every list has something to do. */
@DemoTest
class DemoClinicTest {
    @Autowired
    JdbcClient jdbc;

    @Test
    void isAGroupOfTwoClinicsWithTwelvePractitionersAndSeventyTwoPatients() {
        assertThat(count("clinic")).isEqualTo(2);
        assertThat(count("practitioner")).isEqualTo(12);
        assertThat(count("patient")).isEqualTo(72);
        assertThat(number("""
                select count(*) from (select patient_id from patient_clinic group by patient_id having count(*) = 2) p""")).as("known to both clinics").isEqualTo(8);
    }

    @Test
    void hasASensitivePatientWhomTheChiropractorMarked() {
        assertThat(count("sensitive_patient")).isOne();
        assertThat(number("""
                select count(*) from sensitive_patient p
                join sensitive_patient_reader r on r.patient_id = p.patient_id and r.staff_id = p.marked_by""")).as("who marked the record finds it").isOne();
        assertThat(count("sensitive_patient_reader")).as("who find the record").isEqualTo(3);
    }

    @Test
    void hasEightyLeadsInEveryState(@Autowired Staff staff, @Autowired DuplicateSearchService search) {
        DuplicateSearches.look(staff, search, jdbc);
        assertThat(count("consultation_lead")).isEqualTo(80);
        assertThat(words("select distinct status from consultation_lead"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(LeadStatus.values()).map(Enum::name).toList());
        assertThat(number("select count(*) from consultation_lead where claimed_by is not null"))
                .isEqualTo(2);
        assertThat(number("select count(*) from consultation_lead where status = 'CLINICAL_REVIEW'"))
                .isEqualTo(2);
        assertThat(number("select count(*) from consultation_lead where review_taken_by is not null"))
                .as("in clinical review and taken")
                .isEqualTo(1);
        assertThat(number("select count(*) from duplicate_candidate where settled_at is null"))
                .as("possible duplicates that wait for a manager")
                .isEqualTo(1);
    }

    @Test
    void hasTwentyFivePlansInEveryState() {
        assertThat(count("treatment_plan")).isEqualTo(25);
        assertThat(words("select distinct status from treatment_plan"))
                .containsExactlyInAnyOrder("DRAFT", "ACTIVE", "ON_HOLD", "COMPLETED", "REVOKED", "ENTERED_IN_ERROR");
    }

    @Test
    void hasSignedSessionNotesOfMonthsAndTwoOverdueDrafts() {
        assertThat(number("select count(*) from session_note where status = 'SIGNED'"))
                .isBetween(360L, 390L);
        assertThat(number("select count(distinct cast(signed_at as date)) from session_note"))
                .as("signed on their days")
                .isGreaterThan(90);
        assertThat(number("select count(*) from session_note where status = 'DRAFT' and treated_on < '2026-11-22'"))
                .isEqualTo(2);
        assertThat(number("select count(distinct author_id) from session_note"))
                .as("two chiropractors, four massage and two exercise therapists")
                .isEqualTo(8);
        assertThat(words("select distinct service from session_note"))
                .containsExactlyInAnyOrder("ADJUSTMENT", "MASSAGE", "EXERCISE");
        assertThat(number("select count(*) from session_note where pain_after > pain_before"))
                .as("pain rises in some")
                .isPositive();
    }

    @Test
    void hasAppointmentsAndFlagsInEveryState() {
        assertThat(words("select distinct status from appointment"))
                .containsExactlyInAnyOrder(
                        "BOOKED", "CONFIRMED", "ARRIVED", "IN_TREATMENT", "COMPLETED", "NO_SHOW", "CANCELLED");
        assertThat(words("select distinct flag_level from red_flag where status = 'RAISED'"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(FlagLevel.values()).map(Enum::name).toList());
        assertThat(words("select distinct status from red_flag"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(FlagStatus.values()).map(Enum::name).toList());
    }

    @Test
    void hasAnInvitedAccountAndAnUnconfirmedRole() {
        assertThat(words("select display_name from staff_account where status = 'INVITED'"))
                .containsExactly("Nadia Fell");
        assertThat(words("select display_name from staff_account where pending_roles <> '' and status = 'ACTIVE'"))
                .containsExactly("Odile Brandt");
    }

    private long count(String table) {
        return number("select count(*) from " + table);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> words(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
