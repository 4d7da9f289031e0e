package io.plumbline.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.AppointmentId;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadConsultationTest {
    private static final AppointmentId APPOINTMENT = new AppointmentId(new UUID(0, 1));
    private static final AppointmentId ANOTHER = new AppointmentId(new UUID(0, 2));

    private final LeadConsultation consultation = LeadConsultation.of(APPOINTMENT);

    @ParameterizedTest
    @CsvSource(textBlock = """
        NEW,                 false, false, false
        ATTEMPTING,          false, false, false
        CONTACTED,           false, false, true
        CONSULTATION_BOOKED, true,  true,  true
        CONSULTATION_HELD,   false, true,  true
        CONVERTED,           false, false, false
        NURTURE,             false, false, false
        CLINICAL_REVIEW,     false, false, false
        LOST,                false, false, false
        SPAM,                false, false, false
        MERGED,              false, false, false
        """)
    void isUpcomingAndFollowedAccordingToTheLeadStatus(
            LeadStatus status, boolean isUpcoming, boolean passesToPatient, boolean isFollowed) {
        assertThat(consultation.upcoming(status).isPresent()).isEqualTo(isUpcoming);
        assertThat(consultation.passingToPatient(status).isPresent()).isEqualTo(passesToPatient);
        assertThat(consultation.isFollowed(APPOINTMENT, status)).isEqualTo(isFollowed);
        assertThat(consultation.isFollowed(ANOTHER, status)).isFalse();
    }
}
