package io.plumbline.leads.web;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.shared.ids.ClinicId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clinics for people who would rather call than write, by name; leaves out clinics without contact details. */
record ClinicsToCall(List<One> all) {
    private static final int FEW = 3;

    /**
     * A clinic to call.
     *
     * @param dialled the number with its country code, for a link; empty if the clinic has none
     * @param phone the number as people in the clinic's country write it
     * @param hours the weekly business hours as a sentence; empty if none were set
     * @param closedToday whether the clinic is closed today as an exception from these hours
     */
    record One(String name, String dialled, String phone, String hours, boolean closedToday) {
        private static One of(ClinicLabel clinic, @Nullable CallTimes times, Instant now, PublicWords words) {
            var phone = clinic.phone();
            return new One(
                    clinic.name(),
                    phone == null ? "" : phone.digits(),
                    phone == null ? "" : phone.shownIn(clinic.country()),
                    hours(clinic, times, words),
                    times != null && times.businessTime().closed().contains(LocalDate.ofInstant(now, clinic.zone())));
        }

        private static String hours(ClinicLabel clinic, @Nullable CallTimes times, PublicWords words) {
            var week = times == null ? "" : words.week().of(times.businessTime(), clinic.formats());
            return week.isEmpty() ? "" : words.sentence("hours.week", week);
        }

        private boolean hasPhone() {
            return !dialled.isEmpty();
        }
    }

    static ClinicsToCall of(
            Collection<ClinicLabel> some, Map<ClinicId, CallTimes> times, Instant now, PublicWords words) {
        return new ClinicsToCall(some.stream()
                .map(clinic -> One.of(clinic, times.get(clinic.id()), now, words))
                .filter(clinic -> clinic.hasPhone() || !clinic.hours().isEmpty())
                .toList());
    }

    /** Returns the clinics that have a phone number. */
    public List<One> byPhone() {
        return all.stream().filter(One::hasPhone).toList();
    }

    /** Returns whether the phone numbers fit on one line. */
    public boolean areFew() {
        return byPhone().size() <= FEW;
    }
}
