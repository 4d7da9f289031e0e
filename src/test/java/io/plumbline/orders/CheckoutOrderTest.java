package io.plumbline.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.orders.CheckoutOrder.Moment;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may happen to an order, and what is refused. */
class CheckoutOrderTest {
    private static final Moment NOW = new Moment(StaffId.next(), Instant.parse("2026-11-24T17:00:00Z"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final PatientId PATIENT = new PatientId(Ids.next());
    private static final ClinicId CLINIC = new ClinicId(Ids.next());
    private static final StaffId MASSEUR = StaffId.next();
    private static final AppointmentId VISIT = new AppointmentId(Ids.next());

    @ParameterizedTest(name = "{0}: send {1}, book {2}, decline {3}, withdraw {4}")
    @CsvSource({
        "PREPARED, true, false, false, true",
        "OPEN, false, true, true, true",
        "BOOKED, false, false, false, false",
        "DECLINED, false, false, false, false",
        "WITHDRAWN, false, false, false, false"
    })
    void aStatusSaysWhatMayFollow(OrderStatus status, boolean send, boolean book, boolean decline, boolean withdraw) {
        isAllowed(send, status, one -> one.send(NOW));
        isAllowed(book, status, one -> one.book(VISIT, NOW));
        isAllowed(decline, status, one -> one.decline(OrderDeclineReason.NO_TIME, "", NOW));
        isAllowed(withdraw, status, one -> one.withdraw(NOW));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "MASSAGE, 2026-12-01, true",
        "MASSAGE, 2026-12-08, true",
        "MASSAGE, 2026-12-09, false",
        "MASSAGE, 2026-11-24, true",
        "ADJUSTMENT, 2026-12-01, false"
    })
    void aVisitNearTheWantedDayCountsAsTheOrder(AppointmentType type, LocalDate on, boolean isMet) {
        var order = order(OrderKind.MASSAGE, TODAY.plusWeeks(1), null);
        assertThat(order.isMetBy(type, MASSEUR, on)).isEqualTo(isMet);
    }

    @Test
    void withAnotherPractitionerItIsNotWhatWasOrdered() {
        var order = order(OrderKind.MASSAGE, TODAY.plusWeeks(1), MASSEUR);
        assertThat(order.isMetBy(AppointmentType.MASSAGE, MASSEUR, TODAY.plusWeeks(1)))
                .isTrue();
        assertThat(order.isMetBy(AppointmentType.MASSAGE, StaffId.next(), TODAY.plusWeeks(1)))
                .isFalse();
    }

    @Test
    void aBookingThatNamesAnOrderIsOfItsServicePatientAndClinic() {
        var order = order(OrderKind.RE_EVALUATION, TODAY, null);
        order.requireFor(List.of(PATIENT), CLINIC, AppointmentType.ASSESSMENT);
        assertThatThrownBy(() -> order.requireFor(List.of(PATIENT), CLINIC, AppointmentType.MASSAGE))
                .hasMessage("The order is for re-evaluation. Choose that service, or decline the order and book without"
                        + " it");
        assertThatThrownBy(
                        () -> order.requireFor(List.of(new PatientId(Ids.next())), CLINIC, AppointmentType.ASSESSMENT))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCanceledAppointmentOpensTheOrderAndItsUndoTakesItAgain() {
        var order = in(OrderStatus.BOOKED);
        order.free(NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.OPEN);
        order.retake(new AppointmentId(Ids.next()), NOW);
        assertThat(order.status()).as("of another appointment").isEqualTo(OrderStatus.OPEN);
        order.retake(VISIT, NOW);
        assertThat(order.status()).isEqualTo(OrderStatus.BOOKED);
    }

    @Test
    void onlyAHomeProgramIsHandedOver() {
        var program = order(OrderKind.HOME_PROGRAM, TODAY, null);
        program.handOver(NOW);
        assertThat(program.status()).isEqualTo(OrderStatus.DONE);
        assertThatThrownBy(() -> order(OrderKind.MASSAGE, TODAY, null).handOver(NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anotherReasonNeedsWords() {
        assertThatThrownBy(() -> in(OrderStatus.OPEN).decline(OrderDeclineReason.OTHER, " ", NOW))
                .isInstanceOf(Refused.class)
                .hasMessage("Enter the reason for the clinician");
    }

    @Test
    void theWantedDayIsTodayOrWithinAYear() {
        order(OrderKind.MASSAGE, TODAY, null);
        order(OrderKind.MASSAGE, TODAY.plusYears(1), null);
        assertThatThrownBy(() -> order(OrderKind.MASSAGE, TODAY.minusDays(1), null))
                .hasMessage("Choose today or a later day");
        assertThatThrownBy(() -> order(OrderKind.MASSAGE, TODAY.plusYears(1).plusDays(1), null))
                .hasMessage("Choose a day within a year");
        assertThatThrownBy(() -> Wanted.in(null, Wanted.Unit.WEEKS, TODAY)).isInstanceOf(Refused.class);
        assertThat(Wanted.in(2, Wanted.Unit.WEEKS, TODAY).on()).isEqualTo(TODAY.plusDays(14));
    }

    @Test
    void onlyAnOrderFromANoteWaitsForASignature() {
        assertThatThrownBy(() -> CheckoutOrder.of(
                        PATIENT,
                        CLINIC,
                        draft(OrderKind.MASSAGE, TODAY, null),
                        OrderSource.of(new PlanId(Ids.next())),
                        true,
                        TODAY,
                        NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aClinicWithoutAServiceOffersNoOrderOfIt() {
        assertThat(OrderKind.offeredWith(Set.of("massage"))).containsExactly(OrderKind.MASSAGE, OrderKind.HOME_PROGRAM);
    }

    private static void isAllowed(boolean isAllowed, OrderStatus status, Consumer<CheckoutOrder> what) {
        var order = in(status);
        if (isAllowed) {
            what.accept(order);
            assertThat(order.status()).isNotEqualTo(status);
        } else {
            assertThatThrownBy(() -> what.accept(order)).isInstanceOf(Refused.class);
            assertThat(order.status()).isEqualTo(status);
        }
    }

    private static CheckoutOrder in(OrderStatus status) {
        var order = CheckoutOrder.of(
                PATIENT,
                CLINIC,
                draft(OrderKind.MASSAGE, TODAY.plusWeeks(1), null),
                OrderSource.of(new NoteId(Ids.next())),
                status == OrderStatus.PREPARED,
                TODAY,
                NOW);
        switch (status) {
            case PREPARED, OPEN, DONE -> {}
            case BOOKED -> order.book(VISIT, NOW);
            case DECLINED -> order.decline(OrderDeclineReason.COST, "", NOW);
            case WITHDRAWN -> order.withdraw(NOW);
        }
        return order;
    }

    private static CheckoutOrder order(OrderKind kind, LocalDate on, @Nullable StaffId with) {
        return CheckoutOrder.of(
                PATIENT, CLINIC, draft(kind, on, with), OrderSource.of(new NoteId(Ids.next())), false, TODAY, NOW);
    }

    private static OrderDraft draft(OrderKind kind, LocalDate on, @Nullable StaffId with) {
        return new OrderDraft(kind, new Wanted(on, false), with, "");
    }
}
