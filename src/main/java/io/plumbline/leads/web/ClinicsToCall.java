package io.plumbline.leads.web;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.WeekInWords;
import io.plumbline.shared.ClinicId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clinics for who would rather call than write, by name; only those of which there is something to say. */
record ClinicsToCall(List<One> all) {
    private static final int FEW = 3;

    /**
     * A clinic to call.
     *
     * @param dialled the number with its country, for a link; empty where the clinic has none
     * @param phone the same as people there read it
     * @param hours of the week in words; empty where none were set
     * @param closedToday whether today is an exception from them
     */
    record One(String name, String dialled, String phone, String hours, boolean closedToday) {
        private static One of(ClinicLabel clinic, @Nullable CallTimes times, Instant now) {
            var phone = clinic.phone();
            return new One(
                    clinic.name(),
                    phone == null ? "" : phone.digits(),
                    phone == null ? "" : phone.shownIn(clinic.country()),
                    times == null ? "" : WeekInWords.of(times.opening()),
                    times != null && times.opening().closed().contains(LocalDate.ofInstant(now, clinic.zone())));
        }

        private boolean hasPhone() {
            return !dialled.isEmpty();
        }
    }

    static ClinicsToCall of(Collection<ClinicLabel> some, Map<ClinicId, CallTimes> times, Instant now) {
        return new ClinicsToCall(some.stream()
                .map(clinic -> One.of(clinic, times.get(clinic.id()), now))
                .filter(clinic -> clinic.hasPhone() || !clinic.hours().isEmpty())
                .toList());
    }

    /** Those with a number. */
    public List<One> byPhone() {
        return all.stream().filter(One::hasPhone).toList();
    }

    /** Whether their numbers fit on a line. */
    public boolean areFew() {
        return byPhone().size() <= FEW;
    }
}
