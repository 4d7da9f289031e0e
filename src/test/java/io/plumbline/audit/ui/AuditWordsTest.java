package io.plumbline.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.audit.AuditEntryId;
import io.plumbline.audit.AuditRow;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The auditor reads what happened in the words of the screens. */
class AuditWordsTest {
    @ParameterizedTest
    @CsvSource({
        "patient.opened, Patient viewed",
        "account.signin-refused, Account sign-in refused",
        "appointment.opened, Appointment viewed",
        "note.written, Session note edited",
        "opening.begun, Break-glass access started",
        "plan.moved, Treatment plan status changed",
        "account.switched-off, Account deactivated",
        "signin.refused, Sign-in refused",
        "care-team.joined, Care team joined",
        "audit.accepted, Audit accepted",
        "note.printed, Session note printed",
        "schedule.printed, Day sheet printed",
        "patient.listed, Patients listed",
        "patient.searched, Patients searched",
        "lead.queue-listed, Call now listed",
        "note.unsigned-listed, Unsigned notes listed",
        "schedule.exported, Schedule exported",
        "plan.exported, Treatment plans exported",
        "sensitive.lifted, Mark of a sensitive patient removed",
        "note.not-as-signed, Session note found altered after signing",
        "note.warning-withdrawn, Session note is as signed: an earlier warning is withdrawn"
    })
    void anEventKindIsShownInWords(String kind, String words) {
        assertThat(AuditWords.kind(kind)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "outcome NO_ANSWER, outcome no answer",
        "IN_PROGRESS to DONE, in progress to DONE",
        "P-7 L5-S1, P-7 L5-S1"
    })
    void aStateInADetailIsShownInWords(String detail, String words) {
        var row = new AuditRow(
                new AuditEntryId(UUID.randomUUID()),
                Instant.EPOCH,
                StaffId.NOBODY,
                "Priya Raman",
                null,
                "lead.called",
                UUID.randomUUID(),
                null,
                null,
                null,
                detail);
        assertThat(AuditWords.detail(row)).isEqualTo(words);
    }
}
