package io.plumbline.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.documents.DocumentRenderer;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.NotAvailable;
import io.plumbline.support.Paper;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day sheet as a document: a clinician's own column, the desk's whole day, and each time on record. */
@StoreTest
class DayDocumentTest {
    @Autowired
    DayDocument document;

    @Autowired
    DocumentRenderer renderer;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDaySheetHasEverybodyForTheDeskAndOnlyTheirOwnForAClinician() {
        var patient = care.treated("Onsheet");
        var day = care.emptyDay();
        care.book(AppointmentType.MASSAGE, group.therapist, patient, day);
        var before = printed(day);
        assertThat(sheet("westdesk", day))
                .contains("Day sheet")
                .contains("Onsheet ")
                .contains("therapist");
        assertThat(sheet("therapist", day)).contains("Onsheet ");
        assertThat(sheet("chiropractor", day)).doesNotContain("Onsheet ");
        assertThat(printed(day)).isEqualTo(before + 3);
        assertThatThrownBy(() -> staff.as("eastdesk", () -> document.print(group.west, day)))
                .isInstanceOf(NotAvailable.class);
        assertThat(printed(day)).isEqualTo(before + 3);
    }

    private String sheet(String who, LocalDate day) {
        return staff.as(who, () -> Paper.of(renderer.render(document.print(group.west, day)))
                .text());
    }

    private long printed(LocalDate day) {
        return jdbc.sql("select count(*) from audit_event where kind = 'schedule.printed' and detail like ?")
                .param(day + "%")
                .query(Long.class)
                .single();
    }
}
