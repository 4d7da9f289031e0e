package io.plumbline.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The auditor reads what happened in the words of the screens. */
class AuditWordsTest {
    @ParameterizedTest
    @CsvSource({
        "patient.opened, Patient opened",
        "account.signin-refused, Account sign-in refused",
        "appointment.opened, Appointment opened",
        "audit.accepted, Audit accepted",
        "patient.listed, Patients listed",
        "patient.searched, Patients searched for",
        "lead.queue-listed, Call now listed",
        "note.unsigned-listed, Unsigned notes listed",
        "note.not-as-signed, Session note found not as it was signed"
    })
    void aKindIsSaidInWords(String kind, String words) {
        assertThat(AuditWords.kind(kind)).isEqualTo(words);
    }
}
