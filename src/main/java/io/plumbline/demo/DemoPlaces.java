package io.plumbline.demo;

import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.clinics.CombinedCare;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The two demo clinics. Both open every day, so that the demo has visits today whenever it starts. */
record DemoPlaces(Clinic harbour, Clinic mill) {
    static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** A clinic with its current date. */
    record Clinic(ClinicId clinic, ZoneId zone, LocalDate today) {
        static Clinic of(ClinicId clinic, ZoneId zone, Instant now) {
            return new Clinic(clinic, zone, LocalDate.ofInstant(now, zone));
        }

        Instant at(LocalDate day, LocalTime time) {
            return ZonedDateTime.of(day, time, zone).toInstant();
        }
    }

    Clinic at(DemoPractitioners.Place place) {
        return place == DemoPractitioners.Place.HARBOUR ? harbour : mill;
    }

    static ClinicDraft harbourStreet(Instant now) {
        return draft(
                "harbour", "Harbour Street", "12 Harbour Street, Phoenix, AZ 85004", PHOENIX, "+16025550100", 19, now);
    }

    static ClinicDraft oldMill(Instant now) {
        return draft("mill", "Old Mill", "3 Mill Lane, New York, NY 10013", NEW_YORK, "+12125550100", 18, now);
    }

    static ClinicOffer offer(String... rooms) {
        var usual = ClinicOffer.usual();
        return new ClinicOffer(
                usual.dayParts(), Arrays.stream(rooms).map(ClinicRoom::named).toList(), usual.services());
    }

    private static ClinicDraft draft(
            String code, String name, String address, ZoneId zone, String phone, int closes, Instant now) {
        var hours = new ArrayList<BusinessHours>();
        for (var day : List.of(DayOfWeek.values()).subList(0, 5)) {
            hours.add(new BusinessHours(day, LocalTime.of(8, 0), LocalTime.of(closes, 0)));
        }
        hours.add(new BusinessHours(DayOfWeek.SATURDAY, LocalTime.of(8, 0), LocalTime.of(17, 0)));
        hours.add(new BusinessHours(DayOfWeek.SUNDAY, LocalTime.of(9, 0), LocalTime.of(16, 0)));
        var newYear = LocalDate.of(LocalDate.ofInstant(now, zone).getYear() + 1, Month.JANUARY, 1);
        return new ClinicDraft(
                code,
                name,
                zone,
                "US",
                new PhoneNumber(phone),
                "911",
                15,
                hours,
                List.of(new ClosedDay(newYear, "New Year's Day")),
                new CombinedCare(0, 3),
                address);
    }
}
