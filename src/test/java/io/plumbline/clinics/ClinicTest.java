package io.plumbline.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.shared.Refused;
import io.plumbline.support.ClinicDrafts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicTest {
    @Test
    void aNewClinicOffersTheDefaultServicesAndHasNoRooms() {
        var offer = clinic().offer();
        assertThat(offer.services())
                .extracting(OfferedService::code)
                .containsExactly("adjustment", "assessment", "consultation", "exercise", "massage");
        assertThat(offer.rooms()).isEmpty();
        assertThat(offer.dayParts()).extracting(DayPartHours::part).containsExactly(DayPart.values());
    }

    @Test
    void anOmittedRoomOrServiceIsDeactivatedAndKept() {
        var clinic = clinic();
        var blue = ClinicRoom.named("Blue");
        clinic.change(draft(), new ClinicOffer(DayPartHours.usual(), List.of(blue), OfferedService.usual()), "M");
        clinic.change(draft(), new ClinicOffer(DayPartHours.usual(), List.of(), List.of()), "M");
        assertThat(clinic.offer().rooms()).containsExactly(new ClinicRoom(blue.id(), "Blue", false));
        assertThat(clinic.offer().services()).hasSize(5).noneMatch(OfferedService::active);
    }

    @Test
    void anUnknownServiceKindIsRefused() {
        var stones = new OfferedService("hot-stone", "Hot stone", 60, 0, false, true);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> clinic().change(
                                draft(), new ClinicOffer(DayPartHours.usual(), List.of(), List.of(stones)), "M"))
                .withMessage("A clinic offers services of these kinds: Consultation, Assessment, Adjustment, Massage,"
                        + " Exercise session");
    }

    @Test
    void partsOfTheDayDoNotOverlap() {
        var parts = new ArrayList<>(DayPartHours.usual());
        parts.set(1, new DayPartHours(DayPart.MIDDAY, LocalTime.of(10, 0), LocalTime.of(14, 0)));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> clinic().change(draft(), new ClinicOffer(parts, List.of(), List.of()), "M"))
                .withMessage("Midday begins before Morning ends");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> clinic().change(
                        draft(), new ClinicOffer(parts.subList(0, 1), List.of(), List.of()), "M"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"blue", "BLUE ", "Blüe"})
    void twoRoomsOfOneNameAreRefused(String second) {
        var rooms = List.of(ClinicRoom.named("Blue"), ClinicRoom.named(second));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(
                        () -> clinic().change(draft(), new ClinicOffer(DayPartHours.usual(), rooms, List.of()), "M"))
                .withMessage("Two rooms have the same name");
    }

    @Test
    void aDayCannotBeClosedTwice() {
        var day = new ClosedDay(LocalDate.of(2027, 1, 1), "Holiday");
        var draft = ClinicDrafts.of(
                "west", "West", ZoneId.of("America/Phoenix"), "US", "911", 15, List.of(), List.of(day, day));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Clinic.of(draft, ClinicOffer.usual(), "M"))
                .withMessage("Each day can be closed only once");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 0", "7, 0", "485, 0", "-5, 0", "30, -5", "30, 3", "30, 125"})
    void minutesAreMultiplesOfFiveWithinBounds(int minutes, int buffer) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new OfferedService("massage", "Massage", minutes, buffer, false, true));
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "480, 120", "50, 10"})
    void theBoundsThemselvesAreAllowed(int minutes, int buffer) {
        assertThat(new OfferedService("massage", "Massage", minutes, buffer, false, true).minutes())
                .isEqualTo(minutes);
    }

    private static Clinic clinic() {
        return Clinic.of(draft(), ClinicOffer.usual(), "Maren Holt");
    }

    private static ClinicDraft draft() {
        return ClinicDrafts.of("west", "West", ZoneId.of("America/Phoenix"), "US", "911", 15, List.of(), List.of());
    }
}
