package io.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.records.AccessRequest.Moment;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An access request is answered within 30 days, once extended, and closed once. */
class AccessRequestTest {
    private static final LocalDate TODAY = LocalDate.of(2026, Month.NOVEMBER, 25);
    private static final LocalDate RECEIVED = LocalDate.of(2026, Month.NOVEMBER, 20);

    @Test
    void itIsDueThirtyDaysAfterItWasReceived() {
        assertThat(request().dueOn()).isEqualTo(LocalDate.of(2026, Month.DECEMBER, 20));
        assertThat(request().status()).isEqualTo(AccessRequestStatus.RECEIVED);
    }

    @Test
    void whatIsMissingIsSaidByTheField() {
        refuses(AccessRequestField.REQUESTED_BY, new AccessRequestDraft("P-1", " ", "License", RECEIVED));
        refuses(AccessRequestField.IDENTITY, new AccessRequestDraft("P-1", "Herself", "", RECEIVED));
        refuses(AccessRequestField.RECEIVED_ON, new AccessRequestDraft("P-1", "Herself", "License", TODAY.plusDays(1)));
    }

    @Test
    void theTimeIsExtendedOnceAndBeforeItIsOver() {
        var request = request();
        request.extend("The archive is being moved", on(TODAY));
        assertThat(request.dueOn()).isEqualTo(LocalDate.of(2027, Month.JANUARY, 19));
        assertThatThrownBy(() -> request.extend("Again", on(TODAY)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The time was extended already");
        assertThatThrownBy(() -> request().extend("Late", on(RECEIVED.plusDays(31))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The time is over");
        request().extend("On the last day", on(RECEIVED.plusDays(30)));
    }

    @Test
    void itIsFulfilledOnlyAfterAnExportAndNotBeforeItWasReceived() {
        var request = request();
        assertThatThrownBy(() -> request.fulfill(TODAY, "By hand", on(TODAY)))
                .isInstanceOf(Refused.class)
                .hasMessage("Export the record first");
        request.exported("ab12", Instant.EPOCH);
        assertThatThrownBy(() -> request.fulfill(RECEIVED.minusDays(1), "By hand", on(TODAY)))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).field())
                .isEqualTo(AccessRequestField.DELIVERED_ON);
        assertThatThrownBy(() -> request.fulfill(TODAY, " ", on(TODAY)))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).field())
                .isEqualTo(AccessRequestField.DELIVERY);
        request.fulfill(TODAY, "By hand", on(TODAY));
        assertThat(request.status()).isEqualTo(AccessRequestStatus.FULFILLED);
    }

    @Test
    void aClosedRequestDoesNotChange() {
        var request = request();
        assertThatThrownBy(() -> request.closeWithout(AccessRequestStatus.DENIED, " ", on(TODAY)))
                .isInstanceOf(Refused.class);
        request.closeWithout(AccessRequestStatus.DENIED, "Not the personal representative", on(TODAY));
        assertThat(request.status()).isEqualTo(AccessRequestStatus.DENIED);
        for (var attempt : List.<Runnable>of(
                () -> request.exported("ab12", Instant.EPOCH),
                () -> request.extend("Late", on(TODAY)),
                () -> request.closeWithout(AccessRequestStatus.WITHDRAWN, "By phone", on(TODAY)))) {
            assertThatThrownBy(attempt::run).isInstanceOf(Refused.class).hasMessage("This request is closed: denied");
        }
    }

    private static void refuses(AccessRequestField field, AccessRequestDraft draft) {
        assertThatThrownBy(() -> AccessRequest.received(PatientId.next(), draft, on(TODAY)))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).field())
                .isEqualTo(field);
    }

    private static AccessRequest request() {
        return AccessRequest.received(
                PatientId.next(), new AccessRequestDraft("P-1", "Herself", "License seen", RECEIVED), on(TODAY));
    }

    private static Moment on(LocalDate day) {
        return new Moment(StaffId.next(), Instant.EPOCH, day);
    }
}
